import { entriesOf, isList, isObject, memberOf, type Json, type JsonObject } from './json.js';
import { join, resolve } from './pointer.js';
import type { Problem } from './problems.js';

/** Places where a document contains itself, or where references lead on for ever: whoever reads on from there never comes to an end. */
export function findCircles(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const open = new Set<Json>();
  const closed = new Set<Json>();

  const visit = (value: Json, pointer: string): void => {
    if (typeof value !== 'object' || value === null || closed.has(value)) return;
    if (open.has(value)) {
      problems.push({ pointer, message: 'This stands inside itself, through an alias of YAML; use a $ref.' });
      return;
    }
    open.add(value);
    if (leadsOn(document, value))
      problems.push({ pointer, message: 'This $ref leads through other references and never to anything else.' });
    for (const [name, member] of isList(value) ? value.entries() : entriesOf(value)) visit(member, join(pointer, name));
    open.delete(value);
    closed.add(value);
  };

  visit(document, '#');
  return problems;
}

// No document needs as many in a row, and TypeScript loses its way among them.
const longest = 100;

function leadsOn(document: JsonObject, value: Json): boolean {
  const passed = new Set<string>();
  let reference = referenceOf(value);
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
