import { textAt } from './document.js';
import { entriesOf, isObject, type Json, type JsonObject } from '../generate/json.js';
import { join, resolve } from '../generate/pointer.js';

/** A statement that the API's page does not make, and the reason for it. */
export interface Inferred {
  readonly place: string;
  readonly note: string;
}

/** Every `x-inferred` note, in the order of the document. */
export function listInferred(document: JsonObject): Inferred[] {
  return collect(document, []).map(({ names, note }) => ({ place: nameOf(document, names), note }));
}

/** The notes as a Markdown table, places that share a reason in one row. */
export function tabulateInferred(document: JsonObject): string {
  const places = new Map<string, string[]>();
  for (const { place, note } of listInferred(document)) places.set(note, [...(places.get(note) ?? []), place]);
  const rows = [...places].map(([note, names]) => `| ${note} | ${names.join(', ')} |`);
  return ['| Why | What |', '|---|---|', ...rows].join('\n');
}

interface Found {
  readonly names: readonly string[];
  readonly note: string;
}

const kinds: Readonly<Record<string, string[]>> = { headers: ['(header)'], responses: ['(answer)'] };

function collect(node: Json | undefined, names: readonly string[]): Found[] {
  if (Array.isArray(node)) return node.flatMap((item: Json, index) => collect(item, [...names, String(index)]));
  if (!isObject(node)) return [];
  const note = textAt(node, 'x-inferred');
  const below = entriesOf(node).flatMap(([name, member]) => collect(member, [...names, name]));
  return note === '' ? below : [{ names, note }, ...below];
}

/** What a reader calls the place: an operation's summary, a schema's field, or the name of a component. */
function nameOf(document: JsonObject, names: readonly string[]): string {
  const [root, first = '', second = '', ...rest] = names;
  if (root === 'paths') {
    const summary = textAt(resolve(document, join('#/paths', first, second)), 'summary');
    return rest[0] === 'responses' ? `${summary}, \`${rest[1]}\` (answer)` : summary;
  }
  const fields = rest.filter((name) => name !== 'properties');
  return ['`' + [second, ...fields].join('.') + '`', ...(kinds[first] ?? [])].join(' ');
}
