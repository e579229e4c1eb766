import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createSandbox, type Sandbox } from 'paylinks/sandbox';
import { elsewhere, type World } from './world.js';

/** The sandbox that a suite talks to, and the address that steers it. */
export interface SuiteServer {
  readonly world: Pick<World, 'credentials' | 'control' | 'closed'>;
  close(): Promise<void>;
}

type Command = (sandbox: Sandbox, body: unknown) => unknown;

/** What a suite may ask of the sandbox's owner, by path. */
function createCommands(): Readonly<Record<string, Command>> {
  let visits = 0;
  let start = 0;
  return {
    '/inject': (sandbox, body) => sandbox.inject(body as Parameters<Sandbox['inject']>[0]).fired,
    '/journal': (sandbox) => sandbox.journal.slice(start),
    '/visits': () => visits,
    '/reset': (sandbox) => {
      sandbox.clear();
      start = sandbox.journal.length;
      return (visits = 0);
    },
    [elsewhere]: () => (visits += 1),
  };
}

/** Finds a port where nothing listens by letting one go. */
async function findClosedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  return request.method === 'POST' ? json(request) : undefined;
}

/** Starts a sandbox of the built package, and beside it the address that steers it. */
export async function startServer(): Promise<SuiteServer> {
  const sandbox = createSandbox();
  const { url, close } = await sandbox.listen({ port: 0 });
  const commands = createCommands();
  const owner = createServer(async (request, response) => {
    const command = commands[request.url ?? ''];
    response.statusCode = command === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(command?.(sandbox, await readBody(request)) ?? null));
  });
  const control = `http://127.0.0.1:${await listen(owner)}`;
  return {
    world: { credentials: { ...sandbox.credentials, baseUrl: url }, control, closed: `http://127.0.0.1:${await findClosedPort()}` },
    async close() {
      owner.closeAllConnections();
      await Promise.all([close(), new Promise((resolve) => owner.close(resolve))]);
    },
  };
}
