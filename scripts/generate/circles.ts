import { isObject, memberOf, type Json, type JsonObject } from './json.js';
import { join, resolve } from './pointer.js';
import type { Problem } from './problems.js';

/** Places where a document contains itself, or where references lead on for ever: whoever reads on from there never comes to an end. */
export function findCircles(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const open = new Set<Json>();
  const closed = new Set<Json>();

  const names: string[] = [];
  const tell = (message: string): unknown => problems.push({ pointer: join('#', ...names), message });

  const visit = (value: Json | undefined): void => {
    if (typeof value !== 'object' || value === null || closed.has(value)) return;
    if (open.has(value)) {
      tell('This stands inside itself, through an alias of YAML; use a $ref.');
      return;
    }
    open.add(value);
    if (leadsOn(document, value)) tell('This $ref leads through other references and never to anything else.');
    for (const [name, member] of Object.entries(value)) {
      names.push(name);
      visit(member);
      names.pop();
    }
    open.delete(value);
    closed.add(value);
  };

  visit(document);
  return problems;
}

// No document needs as many in a row, and TypeScript loses its way among them.
const longest = 100;

function leadsOn(document: JsonObject, value: Json): boolean {
  let reference = referenceOf(value);
  if (reference === undefined) return false;
  const passed = new Set<string>();
  while (reference !== undefined && !passed.has(reference) && passed.size < longest) {
    passed.add(reference);
    reference = referenceOf(resolve(document, reference));
  }
  return reference !== undefined;
}

function referenceOf(value: Json | undefined): string | undefined {
  const reference = isObject(value) ? memberOf(value, '$ref') : undefined;
  return typeof reference === 'string' && reference.startsWith('#') ? reference : undefined;
}
