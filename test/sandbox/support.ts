import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { createSandbox, type Listening, type ListenOptions, type Sandbox, type SandboxOptions } from '../../src/sandbox.js';

export const order = { product: 'iPhone 14 Pro', amount: 350.41 } as const;

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export type Send = (method: string, path: string, body?: unknown, init?: RequestInit) => Promise<Reply>;

/** Sends signed JSON to a sandbox, in process or wherever `base` leads. */
export function createSend(sandbox: Sandbox, fetch: Sandbox['fetch'] = sandbox.fetch, base: string = sandbox.credentials.baseUrl): Send {
  return async (method, path, body, init = {}) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(base + path, { method, ...sent, ...init, headers: { ...signatureOf(sandbox), ...init.headers } });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  };
}

export function signatureOf({ credentials }: Sandbox): Record<string, string> {
  return {
    'x-app-key': credentials.appKey,
    authorization: credentials.token,
    'content-type': 'application/json',
    accept: 'application/json',
  };
}

export interface Opened {
  readonly sandbox: Sandbox;
  readonly send: Send;
  /** Creates a link and takes it through some actions; gives its id. */
  make(...actions: readonly string[]): Promise<string>;
}

export function open(options: SandboxOptions = {}): Opened {
  const sandbox = createSandbox({ seed: 7, token: 'sandbox-token', ...options });
  return { sandbox, send: createSend(sandbox), make: (...actions) => make(createSend(sandbox), actions) };
}

export async function make(send: Send, actions: readonly string[] = []): Promise<string> {
  const id = idOf((await send('POST', '/links', order)).body);
  for (const action of actions) await send('PATCH', `/links/${id}/${action}`);
  return id;
}

export function idOf(body: unknown): string {
  return String(fieldOf(body, 'id'));
}

export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)).get(name) : undefined;
}

/** The same sandbox over HTTP until the test ends. */
export async function serve(sandbox: Sandbox, options: ListenOptions = {}): Promise<Listening & { send: Send }> {
  const server = await sandbox.listen(options);
  onTestFinished(() => server.close());
  return { ...server, send: createSend(sandbox, globalThis.fetch, `${server.url}/api`) };
}

/** Writes bytes to the server as they are and gives all that comes back until the connection ends. */
export function exchange(url: string, text: string, { end = false }: { end?: boolean } = {}): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => (end ? socket.end(text) : socket.write(text)));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
  });
}

/** The head of a signed request, for tests that write it by hand. */
export function headOf(sandbox: Sandbox, line: string, headers: Record<string, string | number> = {}): string {
  const all = { host: 'localhost', connection: 'close', ...signatureOf(sandbox), ...headers };
  return `${line} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
}
