import http from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createTargets } from './target.js';
import { MessageResponse } from './response.js';
import type { NodeFetch, NodeFetchInit, NodeFetchOptions, NodeResponse } from './types.js';

/**
 * Makes a `fetch` over `node:http` and `node:https` with keep-alive. It sends each request once, hands redirects over as they come,
 * and fails with Node's own error codes. It knows no proxy, no HTTP/2, no cache and no cookies.
 * @throws {RangeError} when an option is not a positive number.
 */
export function createNodeFetch(options: NodeFetchOptions = {}): NodeFetch {
  const { maxSockets = Infinity, keepAliveTimeout = 4_000, connectTimeout = 10_000 } = options;
  for (const [name, value] of Object.entries({ maxSockets, keepAliveTimeout, connectTimeout }))
    if (!(value > 0)) throw new RangeError(`createNodeFetch: ${name} must be a positive number, not ${String(value)}`);

  let closed = false;
  const targetOf = createTargets();
  const protocols = {
    'http:': { request: http.request, agent: new http.Agent({ keepAlive: true, maxSockets }), connected: 'connect' },
    'https:': { request: https.request, agent: new https.Agent({ keepAlive: true, maxSockets }), connected: 'secureConnect' },
  } as const;
  for (const { agent } of Object.values(protocols)) agent.keepSocketAlive = keepSocketAlive;

  // Node's own starts and stops a timer for each request and has the system probe the socket.
  function keepSocketAlive(socket: Duplex): boolean {
    if (closed || !(socket instanceof Socket)) return false;
    // An idle socket keeps no process running.
    socket.unref();
    return true;
  }

  function send(
    address: string | URL,
    init: NodeFetchInit,
    body: string | Uint8Array | undefined,
    resolve: (response: NodeResponse) => void,
    reject: (reason: unknown) => void,
  ): void {
    const { protocol, hostname, port, host, path, href } = targetOf(address);
    const { request: start, agent, connected } = protocols[protocol];
    const { method = 'GET', headers, onAbort } = init;
    const signal = onAbort === undefined ? init.signal : undefined;
    if (signal?.aborted) throw reasonOf(signal);
    // The code says, as for a server that refuses, that nothing was sent.
    if (closed) throw Object.assign(new Error('no connection: this fetch was closed'), { code: 'ECONNREFUSED' });

    const request = start({ agent, protocol, hostname, port, path, method, headers: headersOf(host, method, headers, body) });
    const abort = (reason: unknown): void => {
      reject(reason);
      request.destroy();
    };
    const heed = (): void => abort(signal && reasonOf(signal));
    signal?.addEventListener('abort', heed, { once: true });
    onAbort?.(abort);
    request
      .on('socket', (socket) => limitConnecting(socket, connected, connectTimeout))
      .on('response', (message) => {
        const response = new MessageResponse(message, href, signal);
        limitIdling(message.socket, response.headers, keepAliveTimeout);
        resolve(response);
      })
      .on('upgrade', ({ statusCode }, socket) => {
        reject(Object.assign(new Error(`the server responded with ${statusCode}, which is no response`), { code: 'ECONNRESET' }));
        socket.destroy();
      })
      .on('error', reject)
      .on('close', () => signal?.removeEventListener('abort', heed))
      .end(body);
  }

  function fetch(address: string | URL, init: NodeFetchInit = {}): Promise<NodeResponse> {
    // What is thrown in here rejects.
    return new Promise((resolve, reject) => {
      const body = bytesOf(init.body);
      if (body instanceof Promise) body.then((bytes) => send(address, init, bytes, resolve, reject)).catch(reject);
      else send(address, init, body, resolve, reject);
    });
  }

  function close(): void {
    closed = true;
    for (const { agent } of Object.values(protocols))
      for (const sockets of Object.values(agent.freeSockets)) sockets?.forEach((socket) => socket.destroy());
  }

  return Object.assign(fetch, { close, takesOnAbort: true as const });
}

/** A `fetch` over `node:http` and `node:https` with keep-alive, for the client's option `fetch`; see {@link createNodeFetch}. */
export const nodeFetch: NodeFetch = /* @__PURE__ */ createNodeFetch();

function bytesOf(body: NodeFetchInit['body']): string | Uint8Array | undefined | Promise<Uint8Array> {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (body instanceof Blob) return body.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  throw new TypeError('fetch over node:http sends text, bytes or a Blob');
}

const own = new Set(['host', 'content-length', 'transfer-encoding', 'connection']);

// A flat list spares Node a table of them.
function headersOf(
  host: string,
  method: string,
  given: NodeFetchInit['headers'] = {},
  body: string | Uint8Array | undefined,
): readonly string[] {
  const list = ['host', host];
  let encoding = 'gzip, deflate, br';
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given)) {
    const key = name.toLowerCase();
    if (key === 'accept-encoding') encoding = value;
    else if (!own.has(key)) list.push(name, value);
  }
  list.push('accept-encoding', encoding);
  if (body !== undefined) list.push('content-length', String(typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength));
  else if (method !== 'GET' && method !== 'HEAD') list.push('content-length', '0');
  return list;
}

// Older signals have no reason.
function reasonOf(signal: AbortSignal): unknown {
  return signal.reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : signal.reason;
}

function limitConnecting(socket: Socket, connected: string, limit: number): void {
  if (!socket.connecting) return;
  const late = Object.assign(new Error(`no connection within ${limit} ms`), { code: 'ETIMEDOUT', syscall: 'connect' });
  const timer = setTimeout(() => socket.destroy(late), limit);
  const stop = (): void => clearTimeout(timer);
  socket.once(connected, stop).once('close', stop);
}

// The agent ends a socket whose timeout passes while it is idle, and only then. A second is left for what is on its way.
function limitIdling(socket: Socket, headers: NodeResponse['headers'], limit: number): void {
  // Set for good by the socket's first response.
  if (socket.timeout !== undefined) return;
  const announced = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1];
  socket.setTimeout(announced === undefined ? limit : Math.min(limit, Math.max(Number(announced) * 1_000 - 1_000, 1)));
}
