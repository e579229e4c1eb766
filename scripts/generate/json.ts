export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value as an object; anything else reads as an empty one. */
export function objectAt(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The members of an object that have a value, in the order of the document. */
export function entriesOf(value: unknown): [string, Json][] {
  return Object.entries(objectAt(value)).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

/** The own member of that name; names such as `constructor` never reach a prototype. */
export function memberOf(value: unknown, name: string): Json | undefined {
  if (isList(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function stringsAt(value: unknown): string[] {
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}
