import { Failure } from './failure.js';
import type { Redact } from './redact.js';
import type { Delivery, Request, Response } from './request.js';
import { parseUrl } from './url.js';

/** What a `fetch` may give: a status, headers, and a body as web stream, Node stream or async iterable, or by `text()`, `arrayBuffer()` or `json()`. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: object;
  readonly body?: unknown;
  readonly type?: unknown;
  readonly redirected?: unknown;
  readonly url?: unknown;
  readonly text?: unknown;
  readonly arrayBuffer?: unknown;
  readonly json?: unknown;
}

type Chunk = string | ArrayBuffer | ArrayBufferView;

/** A body that comes in pieces. */
interface Source {
  next(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  cancel(): unknown;
}

const decoder = new TextDecoder();
const bodyless = new Set([204, 205, 304]);
const readsAtOnce = 64;
// A refusal is one whatever the length of its explanation.
const largestRefusal = 1024 * 1024;
const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id'];

/** Reads a response whole, or says how far it came. A redirect is named, never read. */
export async function readResponse(response: FetchResponse, request: Request, delivery: Delivery, maxBody: number): Promise<Response> {
  if (!isResponse(response)) throw new Failure('connection', { cause: new TypeError('fetch gave something that is no Response') });
  const { status } = response;
  const headers = headersOf(response.headers);
  // Some runtimes hand over 101, which is no response to anything.
  if (status < 200 && response.type !== 'opaqueredirect')
    throw new Failure('connection', { cause: new TypeError(`the server responded with ${status}, which is no response`) });
  const target = redirectTarget(response, status, headers);
  if (target === undefined) {
    const body = await readBody(response, status, delivery, maxBody);
    return { request, status, ok: status < 300, headers, body };
  }
  discard(response);
  return { request, status, ok: false, headers, body: '', redirectedTo: originOf(target, request.url) };
}

/** The id that the server gave a request. */
export function requestIdOf({ headers }: Pick<Response, 'headers'>, redact: Redact): string | null {
  for (const name of requestIdHeaders) {
    const value = headers.get(name);
    if (value !== null) return redact(value);
  }
  return null;
}

// A `fetch` of the caller's own may have followed the redirect already.
function redirectTarget(response: FetchResponse, status: number, headers: Response['headers']): string | undefined {
  if ((status >= 300 && status < 400) || response.type === 'opaqueredirect') return headers.get('location') ?? '';
  return response.redirected === true ? String(response.url ?? '') : undefined;
}

function readBody(response: FetchResponse, status: number, delivery: Delivery, maxBody: number): Promise<string> | '' {
  const { body } = response;
  if (body === null || bodyless.has(status)) return '';
  const source = sourceOf(body);
  const limit = status >= 400 ? Math.min(maxBody, largestRefusal) : maxBody;
  return source === undefined ? readWhole(response, status, limit) : readPieces(source, status, delivery, limit);
}

async function readPieces(source: Source, status: number, delivery: Delivery, limit: number): Promise<string> {
  const cancel = (): void => void attempt(() => source.cancel());
  if (delivery.abandoned) cancel();
  delivery.cancelBody = cancel;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let reads = 1; size <= limit; reads += 1) {
      const { done, value } = await source.next();
      if (done) return decode(chunks, size);
      const bytes = bytesOf(value as Chunk);
      size += bytes.byteLength;
      chunks.push(bytes);
      // Pieces that are all there already would keep timers from firing.
      if (reads % readsAtOnce === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  } catch (cause) {
    throw new Failure('cut', { status, text: decode(chunks, size), cause });
  }
  cancel();
  const text = decode(chunks, size);
  if (status >= 400) return text;
  throw new Failure('too-large', { status, text });
}

/** Reads what only comes in one piece. */
async function readWhole(response: FetchResponse, status: number, limit: number): Promise<string> {
  const read = readerOf(response);
  if (read === undefined) {
    if (status >= 400) return '';
    throw new Failure('unreadable', { status });
  }
  let text: string;
  try {
    text = await read();
  } catch (cause) {
    throw new Failure('cut', { status, cause });
  }
  if (text.length <= limit || status >= 400) return text;
  throw new Failure('too-large', { status, text });
}

function readerOf(response: FetchResponse): (() => Promise<string>) | undefined {
  const { body, text, arrayBuffer, json } = response;
  if (typeof body === 'string' || isBytes(body)) return async () => decode([bytesOf(body)], 0);
  if (typeof text === 'function') return async () => String(await text.call(response)).replace(/^\uFEFF/, '');
  if (typeof arrayBuffer === 'function') return async () => decoder.decode(await arrayBuffer.call(response));
  if (typeof json === 'function') return async () => JSON.stringify(await json.call(response)) ?? '';
  return undefined;
}

function sourceOf(body: unknown): Source | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('getReader' in body && typeof body.getReader === 'function') {
    const reader: ReadableStreamDefaultReader = body.getReader();
    return { next: () => reader.read(), cancel: () => reader.cancel() };
  }
  if (!(Symbol.asyncIterator in body) || typeof body[Symbol.asyncIterator] !== 'function') return undefined;
  const iterator = (body as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  return {
    next: () => iterator.next(),
    // A Node stream is closed at once; an iterator of its own waits for the piece under way.
    cancel: () => ('destroy' in body && typeof body.destroy === 'function' ? body.destroy() : iterator.return?.()),
  };
}

function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView {
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

function bytesOf(chunk: Chunk): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (isBytes(chunk)) return new Uint8Array(chunk);
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
  throw new TypeError('the body holds a piece that is neither text nor bytes');
}

// Decoding the whole at once is several times faster than piece by piece: Node has a short cut for it.
function decode(chunks: readonly Uint8Array[], size: number): string {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return decoder.decode(first);
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return decoder.decode(whole);
}

// An unread body keeps its connection busy.
function discard({ body }: FetchResponse): void {
  if (typeof body !== 'object' || body === null) return;
  if ('cancel' in body && typeof body.cancel === 'function') attempt(body.cancel.bind(body));
  else if ('destroy' in body && typeof body.destroy === 'function') attempt(body.destroy.bind(body));
}

function attempt(work: () => unknown): void {
  try {
    Promise.resolve(work()).catch(ignore);
  } catch {
    // Whatever it was, nobody reads it any longer.
  }
}

function isResponse(value: unknown): value is FetchResponse {
  if (typeof value !== 'object' || value === null || !('status' in value) || !('headers' in value)) return false;
  return typeof value.status === 'number' && typeof value.headers === 'object' && value.headers !== null;
}

function headersOf(headers: object): Response['headers'] {
  if ('get' in headers && typeof headers.get === 'function' && !(headers instanceof Map)) return headers as Pick<Headers, 'get'>;
  const entries: [string, unknown][] = headers instanceof Map ? [...headers] : Object.entries(headers);
  const values = new Map(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
  return { get: (name) => values.get(name.toLowerCase()) ?? null };
}

function originOf(target: string, base: string): string {
  return target === '' ? 'an undisclosed address' : (parseUrl(target, base)?.origin ?? 'an unreadable address');
}

function ignore(): void {}
