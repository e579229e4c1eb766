import http from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
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

  async function fetch(address: string | URL, init: NodeFetchInit = {}): Promise<NodeResponse> {
    const url = new URL(address);
    const { signal } = init;
    const protocol = url.protocol === 'http:' || url.protocol === 'https:' ? protocols[url.protocol] : undefined;
    if (protocol === undefined) throw new TypeError(`fetch over node:http takes http and https, not ${url.protocol}`);
    const body = await bytesOf(init.body);
    if (signal?.aborted) throw reasonOf(signal);
    // The code says, as for a server that refuses, that nothing was sent.
    if (closed) throw Object.assign(new Error('no connection: this fetch was closed'), { code: 'ECONNREFUSED' });

    return new Promise((resolve, reject) => {
      const request = protocol.request({
        agent: protocol.agent,
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port,
        path: url.pathname + url.search,
        method: init.method ?? 'GET',
        headers: headersOf(init.headers, body),
      });
      const abort = (): void => {
        if (signal) reject(reasonOf(signal));
        request.destroy();
      };
      signal?.addEventListener('abort', abort, { once: true });
      request
        .on('socket', (socket) => limitConnecting(socket, protocol.connected, connectTimeout))
        .on('response', (message) => {
          limitIdling(message, keepAliveTimeout);
          resolve(new MessageResponse(message, url.href, signal));
        })
        .on('upgrade', (message, socket) => {
          reject(Object.assign(new Error(`the server answered ${message.statusCode}, which is no response`), { code: 'ECONNRESET' }));
          socket.destroy();
        })
        .on('error', reject)
        .on('close', () => signal?.removeEventListener('abort', abort))
        .end(body);
    });
  }

  function close(): void {
    closed = true;
    for (const { agent } of Object.values(protocols))
      for (const sockets of Object.values(agent.freeSockets)) sockets?.forEach((socket) => socket.destroy());
  }

  return Object.assign(fetch, { close });
}

/** A `fetch` over `node:http` and `node:https` with keep-alive, for the client's option `fetch`; see {@link createNodeFetch}. */
export const nodeFetch: NodeFetch = /* @__PURE__ */ createNodeFetch();

async function bytesOf(body: NodeFetchInit['body']): Promise<string | Uint8Array | undefined> {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  throw new TypeError('fetch over node:http sends text, bytes or a Blob');
}

function headersOf(headers: NodeFetchInit['headers'] = {}, body: string | Uint8Array | undefined): http.OutgoingHttpHeaders {
  const given = Symbol.iterator in headers ? Object.fromEntries(headers) : headers;
  const length = body === undefined ? {} : { 'content-length': typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength };
  return { 'accept-encoding': 'gzip, deflate, br', ...given, ...length };
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
function limitIdling({ headers, socket }: http.IncomingMessage, limit: number): void {
  const announced = /timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1];
  const idle = announced === undefined ? limit : Math.min(limit, Math.max(Number(announced) * 1_000 - 1_000, 1));
  if (socket.timeout !== idle) socket.setTimeout(idle);
}
