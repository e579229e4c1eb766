import { bytesOf } from './answer.js';
import { readStream } from './body.js';
import { bodyLimit, splitTarget, type Call } from './call.js';
import type { Exchange } from './handler.js';
import { failConnection, respond } from './response.js';
import type { SandboxFetch } from './sandbox-fetch.js';

/** Answers one call. */
export type Handle = (call: Call) => Promise<Exchange>;

const redirectLimit = 20;

/** Serves a handler as a `fetch`: same arguments, same `Response`, same ways to fail. */
export function createFetch(handle: Handle, base: () => string): SandboxFetch {
  return async (input, init) => {
    // The signal is raced below: handing it to Request would tie a listener to it for each call.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    const request = new Request(input instanceof Request ? input : new URL(input, base()), { ...init, signal: null });
    signal?.throwIfAborted();
    return raceAbort(follow(handle, request, signal), signal);
  };
}

async function follow(handle: Handle, first: Request, signal: AbortSignal | null): Promise<Response> {
  let request = first;
  for (let hops = 0; ; hops += 1) {
    const call = await readCall(request);
    const response = await respond(await handle(call), request.method, signal);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null || request.redirect === 'manual') return response;
    if (request.redirect === 'error' || hops === redirectLimit) throw failConnection('unexpected redirect');
    if (!URL.canParse(location, request.url)) throw failConnection('Invalid URL', 'ERR_INVALID_URL');
    request = redirect(request, call.body, response.status, new URL(location, request.url));
  }
}

/** What `fetch` sends next. Nothing is reachable from here but the sandbox itself. */
function redirect(request: Request, body: Call['body'], status: number, target: URL): Request {
  if (target.origin !== new URL(request.url).origin) throw failConnection(`getaddrinfo ENOTFOUND ${target.hostname}`, 'ENOTFOUND');
  const { method, headers } = request;
  const turnsToGet = status === 303 || (status < 303 && method === 'POST');
  if (turnsToGet || body.length === 0) return new Request(target, { method: turnsToGet ? 'GET' : method, headers });
  return new Request(target, { method, headers, body: new Uint8Array(bytesOf(body)) });
}

async function readCall(request: Request): Promise<Call> {
  const url = new URL(request.url);
  const body = request.body === null ? new Uint8Array(0) : await readStream(request.body, bodyLimit);
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  return { method: request.method, origin: url.origin, ...splitTarget(url.pathname + url.search), header, body };
}

async function raceAbort(answering: Promise<Response>, signal: AbortSignal | null): Promise<Response> {
  if (signal === null) return answering;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([answering, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
