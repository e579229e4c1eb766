import { bodyLimit, joinChunks, splitTarget, type SandboxRequest } from './request.js';
import { bytesOf, isBodiless, type SandboxResponse } from './response.js';
import { findBuiltins } from './runtime.js';
import type { Exchange, Handle } from './server.js';

/** A stand-in for `fetch` that needs no network. */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const redirectLimit = 20;

/** Serves a handler as a `fetch`: same arguments, same `Response`, same ways to fail. */
export function createFetch(handle: Handle, base: () => string): SandboxFetch {
  return async (input, init) => {
    // The signal is raced below: handing it to Request would tie a listener to it for each request.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    const request = new Request(input instanceof Request ? input : new URL(input, base()), { ...init, signal: null });
    signal?.throwIfAborted();
    return raceAbort(follow(handle, request, signal), signal);
  };
}

async function follow(handle: Handle, first: Request, signal: AbortSignal | null): Promise<Response> {
  let request = first;
  for (let hops = 0; ; hops += 1) {
    const received = await receive(request);
    const response = await deliver(await handle(received), request.method, signal);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null || request.redirect === 'manual') return response;
    if (request.redirect === 'error' || hops === redirectLimit) throw failConnection('unexpected redirect');
    if (!URL.canParse(location, request.url)) throw failConnection('Invalid URL', 'ERR_INVALID_URL');
    request = redirect(request, received.body, response.status, new URL(location, request.url));
  }
}

/** What `fetch` sends next. Nothing is reachable from here but the sandbox itself. */
function redirect(request: Request, body: SandboxRequest['body'], status: number, target: URL): Request {
  if (target.origin !== new URL(request.url).origin) throw failConnection(`getaddrinfo ENOTFOUND ${target.hostname}`, 'ENOTFOUND');
  const { method, headers } = request;
  const turnsToGet = status === 303 || (status < 303 && method === 'POST');
  if (turnsToGet || body.length === 0) return new Request(target, { method: turnsToGet ? 'GET' : method, headers });
  return new Request(target, { method, headers, body: new Uint8Array(bytesOf(body)) });
}

async function receive(request: Request): Promise<SandboxRequest> {
  const url = new URL(request.url);
  const { headers } = request;
  return {
    method: request.method,
    origin: url.origin,
    ...splitTarget(url.pathname + url.search),
    header: (name) => headers.get(name) ?? undefined,
    headers: () => headers,
    body: request.body === null ? new Uint8Array(0) : await readStream(request.body),
  };
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinChunks(chunks, size);
    size += value.length;
    if (size > bodyLimit) {
      await reader.cancel();
      return 'too-large';
    }
    chunks.push(value);
  }
}

async function raceAbort(responding: Promise<Response>, signal: AbortSignal | null): Promise<Response> {
  if (signal === null) return responding;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([responding, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The error that Node's `fetch` rejects with when a connection dies. */
function failConnection(reason: string, code?: string): TypeError {
  return new TypeError('fetch failed', { cause: code === undefined ? new Error(reason) : Object.assign(new Error(reason), { code }) });
}

/** An exchange as `fetch` would deliver it, endings of faults included. A stalled one ends only through the signal. */
function deliver({ response, close }: Exchange, method: string, signal: AbortSignal | null): Response | Promise<never> {
  const { status, headers, ending } = response;
  if (ending?.kind === 'drop') {
    close(false);
    throw failConnection('read ECONNRESET', 'ECONNRESET');
  }
  if (ending?.kind === 'stall-headers') {
    close(false);
    return new Promise<never>((_, reject) => awaitAbort(signal, reject));
  }
  close(ending === undefined);
  return new Response(method === 'HEAD' || isBodiless(status) ? null : openBody(response, signal), { status, headers: { ...headers } });
}

function openBody({ body, ending }: SandboxResponse, signal: AbortSignal | null): BodyInit {
  const bytes = bytesOf(body);
  if (ending === undefined) return signal === null ? copy(bytes) : streamBody(bytes, signal, 'close');
  if (ending.kind === 'truncate')
    return ending.silent ? copy(bytes.subarray(0, ending.bytes)) : streamBody(bytes.subarray(0, ending.bytes), signal, 'fail');
  return streamBody('bytes' in ending ? bytes.subarray(0, ending.bytes) : bytes, signal, 'stall');
}

/** Detaches the bytes from the store's own. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** A body that fails with the caller's reason when the caller aborts before reading it, as one from the network does. */
function streamBody(bytes: Uint8Array, signal: AbortSignal | null, end: 'close' | 'fail' | 'stall'): ReadableStream<Uint8Array> {
  let sent = false;
  let release = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (signal?.aborted) return controller.error(signal.reason);
        if (!sent && bytes.length > 0) {
          sent = true;
          controller.enqueue(copy(bytes));
          if (end === 'close') controller.close();
          return undefined;
        }
        if (end === 'close') return controller.close();
        if (end === 'fail') return controller.error(failBody());
        return new Promise(() => (release = awaitAbort(signal, (reason) => controller.error(reason))));
      },
      cancel: () => release(),
    },
    { highWaterMark: 0 },
  );
}

/** The error that Node's `fetch` fails a body with when the connection dies. */
function failBody(): TypeError {
  return new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
}

/** As long as Node's own `fetch` waits, in milliseconds. */
const longestWait = 300_000;

/** Waits for the caller to abort, and gives a way to stop that. A timer keeps the script going meanwhile, as the socket of a real stall does: Node ends one that waits for nothing but `AbortSignal.timeout`. */
function awaitAbort(signal: AbortSignal | null, react: (reason: unknown) => void): () => void {
  if (signal === null) return () => undefined;
  const timer = findBuiltins() === undefined ? undefined : setTimeout(() => undefined, longestWait);
  const act = (): void => {
    clearTimeout(timer);
    react(signal.reason);
  };
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', act);
  };
}
