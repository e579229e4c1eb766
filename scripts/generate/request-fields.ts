import { entriesOf, isList, isObject, objectAt, type Json, type JsonObject } from './json.js';
import { identifiersFor } from './names.js';
import type { Operation } from './operations.js';
import { resolve, split } from './pointer.js';

/** The fields of a schema by name: `true`, the table of an object (or of the objects in a list), or the name of a shared table. */
export interface FieldTable {
  readonly [field: string]: true | string | FieldTable;
}

export interface RequestFields {
  /** Tables of component schemas under names of their own, each after those it mentions. */
  readonly shared: ReadonlyMap<string, FieldTable>;
  /** What each operation's JSON body may hold, by operation id. */
  readonly bodies: ReadonlyMap<string, string | FieldTable>;
}

/** What bodies of requests may hold, for whoever names a misspelt field. */
export function readRequestFields(document: JsonObject, operations: readonly Operation[]): RequestFields {
  const shared = new Map<string, FieldTable>();
  const names = identifiersFor(
    Object.keys(objectAt(objectAt(document.components).schemas)).map((name) => `${name} fields`),
    ['operations', 'servers', 'requestFields', 'callbacks', 'pciFields'],
  );
  const open = new Set<string>();

  const share = (name: string, schema: Json): true | string => {
    const constant = names.get(`${name} fields`) ?? name;
    if (shared.has(constant)) return constant;
    // A schema that contains itself has no table without an end.
    if (open.has(name)) return true;
    open.add(name);
    const table = read(schema);
    open.delete(name);
    if (table === true || typeof table === 'string') return table;
    shared.set(constant, table);
    return constant;
  };

  const read = (schema: Json | undefined): true | string | FieldTable => {
    const { $ref, properties, items } = objectAt(schema);
    const members = [objectAt(schema).allOf, objectAt(schema).anyOf, objectAt(schema).oneOf].filter(isList).flat();
    const reference = typeof $ref === 'string' ? resolve(document, $ref) : undefined;
    const own = entriesOf(properties).map(([field, member]) => [field, read(member)] as const);
    const parts = [
      ...(reference === undefined ? [] : [share(split(String($ref)).at(-1) ?? '', reference)]),
      ...(isObject(items) ? [read(items)] : []),
      ...members.map(read),
    ].filter((part) => part !== true);
    const [only] = parts;
    if (own.length === 0 && parts.length < 2) return only ?? true;
    const tables = parts.map((part) => (typeof part === 'string' ? (shared.get(part) ?? {}) : part));
    return Object.fromEntries([...tables.flatMap((table) => Object.entries(table)), ...own]);
  };

  const bodies = new Map<string, string | FieldTable>();
  for (const { id, body } of operations) {
    const table = read(body);
    if (table !== true) bodies.set(id, table);
  }
  return { shared, bodies };
}
