import { Failure } from './failure.js';
import type { Answer, Delivery } from './request.js';

/** The largest body that is read. */
export const bodyLimit = 10 * 1024 * 1024;

/** Reads an answer whole, or says how far it came. A redirect is named, never read. */
export async function receive(response: Response, origin: string, delivery?: Delivery): Promise<Answer> {
  if (!isResponse(response)) throw new Failure('connection', { cause: new TypeError('fetch gave something that is no Response') });
  const { status, headers } = response;
  // Some runtimes hand over 101, which answers nothing.
  if (response.type !== 'opaqueredirect' && status < 200)
    throw new Failure('connection', { cause: new TypeError(`the server answered ${status}, which is no answer`) });
  const target = redirectTarget(response, origin);
  if (target === undefined) return { status, ok: response.ok, headers, body: await readBody(response, delivery) };
  discard(response);
  return { status, ok: false, headers, body: '', redirectedTo: originOf(target, origin) };
}

// A `fetch` of the caller's own may have followed the redirect already.
function redirectTarget(response: Response, origin: string): string | undefined {
  const { status, type, redirected, url } = response;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return response.headers.get('location') ?? '';
  return redirected || (url && !url.startsWith(`${origin}/`)) ? url : undefined;
}

async function readBody(response: Response, delivery: Delivery | undefined): Promise<string> {
  const { status, body } = response;
  if (body === null) return '';
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel().catch(ignore);
  if (delivery?.signal.aborted) cancel();
  if (delivery !== undefined) delivery.cancelBody = cancel;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= bodyLimit) {
      const { done, value } = await reader.read();
      if (done) return decode(chunks, size);
      size += value.byteLength;
      chunks.push(value);
    }
  } catch (cause) {
    throw new Failure('cut', { status, text: decode(chunks, size), cause });
  }
  cancel();
  const text = decode(chunks, size);
  // A refusal is one whatever the length of its explanation.
  if (status >= 400) return text;
  throw new Failure('too-large', { status, text });
}

// Decoding the whole at once is several times faster than piece by piece: Node has a short cut for it.
function decode(chunks: readonly Uint8Array[], size: number): string {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return new TextDecoder().decode(first);
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return new TextDecoder().decode(whole);
}

// An unread body keeps its connection busy.
function discard(response: Response): void {
  response.body?.cancel().catch(ignore);
}

function isResponse(value: unknown): value is Response {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    typeof value.status === 'number' &&
    'headers' in value &&
    hasGet(value.headers)
  );
}

function originOf(target: string, base: string): string {
  if (target === '') return 'an undisclosed address';
  return URL.canParse(target, base) ? new URL(target, base).origin : 'an unreadable address';
}

function ignore(): void {}

function hasGet(headers: unknown): boolean {
  return typeof headers === 'object' && headers !== null && 'get' in headers;
}
