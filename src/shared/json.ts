/** A JSON object about which nothing is known yet. */
export type Json = Record<string, unknown>;

/** Whether it is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A larger integer has lost digits on the way through JSON, and would name another link.
/** Whether it holds an id that can be relied upon. */
export function hasId({ id }: Json): boolean {
  return typeof id === 'number' ? Number.isSafeInteger(id) : typeof id === 'string' && id !== '';
}
