import type { JsonObject, Json } from '../json.js';
import type { Report } from '../problems.js';
import type { SchemaModel } from '../schema/model.js';

/** What the readers of single keywords share. */
export interface Reader {
  readonly version: '3.0' | '3.1';
  readonly report: Report;
  /** Told about what is read as an annotation only, as OpenAPI allows. */
  readonly notice: Report;
  readonly read: (schema: Json | undefined, pointer: string) => SchemaModel;
}

export type Place = { readonly schema: JsonObject; readonly pointer: string };

/** A keyword that must be a count; anything else is reported. */
export function countAt(reader: Reader, { schema, pointer }: Place, keyword: string): number | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  reader.report(`${pointer}/${keyword}`, `${keyword} must be a whole number, 0 or more.`);
  return undefined;
}

export function numberAt(reader: Reader, { schema, pointer }: Place, keyword: string): number | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  reader.report(`${pointer}/${keyword}`, `${keyword} must be a number.`);
  return undefined;
}

/** The object without the members that have no value. */
export function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  // `T` marks as optional what may be undefined here, so dropping those members leaves a `T`.
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
