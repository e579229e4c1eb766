import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { builtins } from './builtin.js';
import { readBody } from './listen-body.js';
import { deliver } from './listen-answer.js';
import { answerProblem, type Answer } from './answer.js';
import { splitTarget, type Call } from './call.js';
import type { Handle } from './in-process.js';

/** Where to listen. */
export interface ListenOptions {
  /** @default 0, any free port */
  readonly port?: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** How long a client may take to send a request, in milliseconds. @default 10 000 */
  readonly patience?: number;
}

/** A sandbox that listens. */
export interface Listening {
  /** Scheme, host and port, without a path; the API is below `/api`, as on the real host, and at the root as well. */
  readonly url: string;
  /** Stops listening, lets requests under way end for a moment and cuts every connection. */
  close(): Promise<void>;
}

/** How long a connection may rest while an answer waits to be read, in milliseconds. */
const rest = 120_000;

/** How long `close` waits for requests under way, in milliseconds. */
const grace = 500;

/** Serves a handler over HTTP. */
export async function listen(handle: Handle, options: ListenOptions): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', patience = 10_000 } = options;
  const { createServer } = builtins('listen').getBuiltinModule('node:http');
  const limits = { headersTimeout: patience, requestTimeout: patience, connectionsCheckingInterval: Math.min(1000, patience / 4) };
  const server = createServer({ ...limits, keepAliveTimeout: 5000, requireHostHeader: false });
  server.setTimeout(rest);
  server.on('request', (request, response) => void serve(handle, request, response));
  server.on('clientError', refuse);
  await start(server, port, host);
  return { url: addressOf(server), close: () => stop(server) };
}

async function start(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // Running out of file descriptors is reported here; the server goes on with the connections it has.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function addressOf(server: Server): string {
  // A TCP server that listens has an address object.
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(cut);
}

async function serve(handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (request.httpVersion === '1.1' && request.headers.host === undefined)
    return send(response, answerProblem(400, 'The Host header is missing.'));
  await deliver(await handle(describe(request, body)), request, response);
}

function describe(request: IncomingMessage, body: Call['body']): Call {
  // Several values of one header are joined, as `Headers` joins them; Node would drop all but the first Authorization.
  const header = (name: string): string | undefined => joinHeader(request.rawHeaders, name);
  const { host = '' } = request.headers;
  const origin = `http://${/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i.test(host) ? host : 'localhost'}`;
  return { method: request.method ?? 'GET', origin, ...splitTarget(request.url ?? '/'), header, body };
}

function joinHeader(raw: readonly string[], name: string): string | undefined {
  let joined: string | undefined;
  for (let index = 0; index < raw.length; index += 2) {
    if (raw[index]?.length !== name.length || raw[index]?.toLowerCase() !== name) continue;
    joined = joined === undefined ? raw[index + 1] : `${joined}, ${raw[index + 1]}`;
  }
  return joined;
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length, connection: 'close' });
  response.end(answer.body);
}

const refusals: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The request headers are too large.'],
};

/** Answers what is no HTTP, or came too slowly, and hangs up. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, message] = refusals[error.code ?? ''] ?? [400, 'The request is malformed.'];
  const body = JSON.stringify({ message });
  const { STATUS_CODES } = builtins('listen').getBuiltinModule('node:http');
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
