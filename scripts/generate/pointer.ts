import { entriesOf, isList, isObject, memberOf, type Json, type JsonObject } from './json.js';

/** Appends names to a JSON pointer in its fragment form, `#/components/…`. */
export function join(pointer: string, ...names: readonly (string | number)[]): string {
  return [pointer, ...names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/** The names that a pointer or a local `$ref` walks through. */
export function split(pointer: string): string[] {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part, index, parts) => index > 0 || part !== '' || parts.length > 1)
    .map((part) => decode(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer points at, or nothing. */
export function resolve(document: unknown, pointer: string): Json | undefined {
  const [first, ...rest] = split(pointer);
  return rest.reduce((value, name) => memberOf(value, name), first === undefined ? undefined : memberOf(document, first));
}

/** Every object in a value, outermost first, each with its pointer. */
export function* objectsIn(value: Json, pointer = '#'): Generator<[JsonObject, string], void, undefined> {
  if (isObject(value)) yield [value, pointer];
  for (const [name, member] of isList(value) ? value.entries() : entriesOf(value)) yield* objectsIn(member, join(pointer, name));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
