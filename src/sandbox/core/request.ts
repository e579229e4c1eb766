/** The largest request body the sandbox reads, in bytes. */
export const bodyLimit = 1024 * 1024;

/** One request, whichever adapter it came through. */
export interface SandboxRequest {
  readonly method: string;
  /** Path without the query, as sent. */
  readonly path: string;
  readonly query: string;
  /** Scheme, host and port the caller used, for addresses in the response. */
  readonly origin: string;
  /** The value of a header by its name in lower case; several values are joined by commas. */
  header(name: string): string | undefined;
  /** Every header as it came. */
  headers(): Iterable<readonly [name: string, value: string]>;
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

// A byte order mark is kept: it makes the text bad JSON, as it is for most servers.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The JSON that was sent, or `undefined` when the body is none or is not said to be any. */
export function readJson(request: SandboxRequest): unknown {
  if (typeof request.body === 'string' || !/[/+]json/i.test(request.header('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(decoder.decode(request.body));
  } catch {
    return undefined;
  }
}

/** The fields of a form that was sent; none when the body is no form. */
export function readForm(request: SandboxRequest): URLSearchParams {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.header('content-type') ?? '');
  return new URLSearchParams(isForm && typeof request.body !== 'string' ? new TextDecoder().decode(request.body) : '');
}

/** One array of bytes from several. */
export function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
