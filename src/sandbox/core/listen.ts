import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtins } from './builtin.js';
import { readBody } from './listen-body.js';
import { deliver } from './listen-answer.js';
import { refuse } from './listen-refusal.js';
import { readListenOptions, type Listening, type ListenOptions } from './listen-options.js';
import { answerProblem, type Answer } from './answer.js';
import { splitTarget, type Call } from './call.js';
import type { Handle } from './in-process.js';

/** How long a connection may rest while an answer waits to be read, in milliseconds. */
const rest = 120_000;

/** How long `close` waits for requests under way, in milliseconds. */
const grace = 500;

/** Serves a handler over HTTP. */
export async function listen(handle: Handle, options: ListenOptions): Promise<Listening> {
  const { port, host, patience } = readListenOptions(options);
  const { createServer } = builtins('listen').getBuiltinModule('node:http');
  const limits = {
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(1000, Math.ceil(patience / 4)),
  };
  const server = createServer({ ...limits, keepAliveTimeout: 5000, requireHostHeader: false });
  server.setTimeout(rest);
  server.on('request', (request, response) => {
    // An answer that cannot be written is a cut connection to its client, and to nobody else.
    serve(handle, request, response).catch(() => request.socket.destroy());
  });
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

// A server that listens on every address is reached from its own machine on loopback, which clients trust without https.
const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

function addressOf(server: Server): string {
  // A TCP server that listens has an address object.
  const { address, family, port } = server.address() as AddressInfo;
  const host = everywhere[address] ?? address;
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`;
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
  const origin = `http://${host}`;
  const isUsual = /^([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?$/i.test(host) && URL.canParse(origin);
  return {
    method: request.method ?? 'GET',
    origin: isUsual ? origin : 'http://localhost',
    ...splitTarget(request.url ?? '/'),
    header,
    body,
  };
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
