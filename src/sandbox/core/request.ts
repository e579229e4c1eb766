/** The largest request body the sandbox reads. */
export const bodyLimit = 1024 * 1024;

/** One request, whichever adapter it came through. */
export interface Call {
  readonly method: string;
  /** Path without the query, as sent. */
  readonly path: string;
  readonly query: string;
  /** Scheme, host and port the caller used, for addresses in the answer. */
  readonly origin: string;
  header(name: string): string | undefined;
  /** The body as received; `too-large` when it went over `bodyLimit`, `incomplete` when the caller left before its end. */
  readonly body: Uint8Array | 'too-large' | 'incomplete';
}

/** Splits a request target, in origin form or absolute form, into path and query. */
export function splitTarget(target: string): { path: string; query: string } {
  const relative = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = relative.indexOf('?');
  const path = mark < 0 ? relative : relative.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark < 0 ? '' : relative.slice(mark + 1) };
}

// Keeping a byte order mark makes the text bad JSON, as it is for the framework behind the API.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The JSON object that was sent. Anything else reads as an empty one, as the framework behind the API does it: fields are then missing. */
export function readFields(call: Call): object {
  if (typeof call.body === 'string' || !/[/+]json/i.test(call.header('content-type') ?? '')) return {};
  try {
    const value: unknown = JSON.parse(decoder.decode(call.body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
