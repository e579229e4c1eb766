import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { checkOptions, isName, isWhole, type Rule } from './options.js';
import { bodyLimit, joinChunks, splitTarget, type SandboxRequest } from './request.js';
import { bytesOf, isBodiless, respondProblem, type Ending, type SandboxResponse } from './response.js';
import { builtins } from './runtime.js';
import type { Exchange, Handle } from './server.js';

/** Where to listen. */
export interface ListenOptions {
  /** @default 0, any free port */
  readonly port?: number | undefined;
  /** @default 127.0.0.1 */
  readonly host?: string | undefined;
  /** Other names that requests may give as their `Host`, such as a container's. Loopback, the machine's addresses and `host` always may. @default none */
  readonly hosts?: readonly string[] | undefined;
  /** How long a client may take to send a request, in milliseconds. @default 10 000 */
  readonly patience?: number | undefined;
}

/** A sandbox that listens. */
export interface Listening {
  /** Scheme, host and port, without a path. */
  readonly url: string;
  /** Stops listening, lets requests under way end for a moment and cuts every connection. */
  close(): Promise<void>;
}

// The Fetch standard's "bad ports": browsers, Node's fetch and Deno's refuse to ask them.
const blockedPorts = new Set(
  (
    '1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 ' +
    '389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 ' +
    '6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  )
    .split(' ')
    .map(Number),
);

const rules = {
  port: [(value) => isWhole(value, 0, 65_535), 'must be a whole number from 0 to 65535'],
  host: [isName, 'must be a name or an address of this machine'],
  hosts: [(value) => Array.isArray(value) && value.every(isName), 'must be an array of names'],
  patience: [(value) => isWhole(value, 1, 2 ** 31 - 1), 'must be whole milliseconds above 0'],
} as const satisfies Record<keyof ListenOptions, Rule>;

/** How long a connection may rest while a response waits to be read, in milliseconds. */
const rest = 120_000;

/** How long `close` waits for requests under way, in milliseconds. */
const grace = 500;

/** Serves a handler over HTTP. */
export async function listen(handle: Handle, options: ListenOptions): Promise<Listening> {
  checkOptions('listen', rules, options);
  const { port = 0, host = '127.0.0.1', hosts = [], patience = 10_000 } = options;
  if (blockedPorts.has(port)) {
    throw new TypeError(`listen: browsers and fetch refuse to ask port ${port}, which they keep for another protocol; choose another.`);
  }
  const { createServer } = builtins('listen').getBuiltinModule('node:http');
  const limits = {
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(1000, Math.ceil(patience / 4)),
  };
  const server = createServer({ ...limits, keepAliveTimeout: 5000, requireHostHeader: false });
  const latest = new WeakMap<Socket, ServerResponse>();
  const isOurs = createHostCheck([host, ...hosts]);
  server.setTimeout(rest);
  server.on('request', (request, response) => {
    latest.set(request.socket, response);
    // A response that cannot be written is a cut connection to its client, and to nobody else.
    serve(handle, isOurs, request, response).catch(() => request.socket.destroy());
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // A request before it on the same connection that arrived whole gets its response first.
    const earlier = latest.get(socket);
    if (earlier?.req.complete && !earlier.closed) earlier.once('close', () => refuse(error, socket));
    else refuse(error, socket);
  });
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

/** Tells whether a `Host` is one of this sandbox. A web page whose own name was pointed at this machine (DNS rebinding) comes with that name. */
function createHostCheck(given: readonly string[]): (host: string) => boolean {
  const { networkInterfaces } = builtins('listen').getBuiltinModule('node:os');
  const names = new Set(given.map((name) => name.toLowerCase()));
  return (host) => {
    const [, bracketed, plain = ''] = /^(?:\[([\da-f:.]+)\]|([^:[\]]+))(?::\d{1,5})?$/i.exec(host) ?? [];
    const name = (bracketed ?? plain).toLowerCase().replace(/\.$/, '');
    if (isLoopback(name) || names.has(name)) return true;
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    return addresses.some(({ address }) => address === name);
  };
}

/** Whether a host's name or address, without brackets and port, always is this machine's own. */
function isLoopback(name: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1)$/.test(name);
}

async function serve(handle: Handle, isOurs: (host: string) => boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const { host } = request.headers;
  if (host === undefined && request.httpVersion === '1.1') return hangUp(response, respondProblem(400, 'The Host header is missing.'));
  if (host !== undefined && !isOurs(host)) {
    const remedy = 'Use localhost or an address of the machine, or name the host when the sandbox starts.';
    return hangUp(response, respondProblem(421, `This sandbox does not answer as ${JSON.stringify(host)}. ${remedy}`));
  }
  await deliver(await handle(describe(request, body, host)), request, response);
}

// Beyond this a client is cut off; up to it the rest is read and thrown away, so that it gets to read its 413.
const discardLimit = 16 * bodyLimit;

function readBody(request: IncomingMessage): Promise<SandboxRequest['body']> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else if (size > discardLimit) resolve('too-large');
    });
    request.on('end', () => resolve(size > bodyLimit ? 'too-large' : joinChunks(chunks, size)));
    request.on('error', () => resolve('incomplete'));
    request.on('close', () => resolve('incomplete'));
  });
}

function describe(request: IncomingMessage, body: SandboxRequest['body'], host: string | undefined): SandboxRequest {
  const { rawHeaders } = request;
  return {
    method: request.method ?? 'GET',
    origin: `http://${host ?? 'localhost'}`,
    ...splitTarget(request.url ?? '/'),
    // Several values of one header are joined, as `Headers` joins them; Node would drop all but the first Authorization.
    header: (name) => joinHeader(rawHeaders, name),
    *headers() {
      for (let index = 0; index < rawHeaders.length; index += 2) yield [rawHeaders[index] ?? '', rawHeaders[index + 1] ?? ''] as const;
    },
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

/** Writes an exchange to the socket, endings of faults included, and tells it whether the response left whole. */
async function deliver(exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { ending } = exchange.response;
  await new Promise<void>((resolve) => {
    response.once('close', () => {
      exchange.close(ending === undefined && response.writableFinished);
      resolve();
    });
    if (response.destroyed) response.emit('close');
    else if (ending === undefined) writeWhole(exchange.response, request, response);
    else endings[ending.kind](exchange.response, response, ending);
  });
}

function writeWhole({ status, headers, body }: SandboxResponse, request: IncomingMessage, response: ServerResponse): void {
  if (isBodiless(status)) response.writeHead(status, headers).end();
  else {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    response.writeHead(status, { ...headers, 'content-length': length, ...(request.complete ? {} : { connection: 'close' }) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

type Writer = (sent: SandboxResponse, response: ServerResponse, ending: Ending) => void;

const endings = {
  drop: (_, response) => void response.socket?.resetAndDestroy(),
  'stall-headers': (_, response) => void response.socket?.setTimeout(0),
  'stall-body'(sent, response) {
    response.socket?.setTimeout(0);
    writePart(sent, response, false);
  },
  truncate(sent, response, ending) {
    const silent = ending.kind === 'truncate' && ending.silent;
    writePart(sent, response, silent);
    if (silent) response.end();
    else response.socket?.destroySoon();
  },
} as const satisfies Record<Ending['kind'], Writer>;

/** Headers and the start of the body; with `silent`, the length announced is that of the part, else always a longer one. */
function writePart({ status, headers, body, ending }: SandboxResponse, response: ServerResponse, silent: boolean): void {
  const bytes = bytesOf(body);
  const part = bytes.subarray(0, ending !== undefined && 'bytes' in ending ? ending.bytes : 0);
  response.writeHead(status, { ...headers, 'content-length': silent ? part.length : Math.max(bytes.length, part.length + 1) });
  response.flushHeaders();
  response.write(part);
}

const guard = { 'x-content-type-options': 'nosniff', connection: 'close' } as const;

function hangUp(response: ServerResponse, { status, headers, body }: SandboxResponse): void {
  response.writeHead(status, { ...headers, ...guard, 'content-length': bytesOf(body).length });
  response.end(body);
}

const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The request headers are too large.'],
};

/** Responds to what is no HTTP, or came too slowly, and hangs up. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, message] = refusals[error.code ?? ''] ?? [400, 'The request is malformed.'];
  const { STATUS_CODES } = builtins('listen').getBuiltinModule('node:http');
  const { headers, body } = respondProblem(status, message);
  const all = Object.entries({ ...headers, ...guard, 'content-length': bytesOf(body).length });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...all.map(([name, value]) => `${name}: ${value}`)];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
