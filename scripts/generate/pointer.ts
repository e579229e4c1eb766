import { memberOf, type Json } from './json.js';

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

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
