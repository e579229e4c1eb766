import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { ShopSettings, Visit } from './shop.js';

/** A shop's process as the rest of the world sees it. */
export interface ShopProcess {
  readonly settings: ShopSettings;
  /** Everything it printed. */
  output(): string;
  /** Asks it for something, as a browser does; `undefined` when it is dead or failed. */
  ask(path: '/checkout' | '/returned' | '/refund' | '/reconcile', body: object): Promise<Visit | undefined>;
  post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<number | undefined>;
  /** Kills it in the middle of whatever it does, and starts it again. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** One file with the client and the shops in it, so that a restart takes no compiler. */
export async function bundleShop(folder: string): Promise<string> {
  const outfile = `${folder}/shop.mjs`;
  const entry = fileURLToPath(new URL('shop-program.ts', import.meta.url));
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' });
  return outfile;
}

export async function openShop(program: string, given: Omit<ShopSettings, 'port'>): Promise<ShopProcess> {
  const settings = { ...given, port: await findPort() };
  let output = '';
  let child = await start();

  async function start(): Promise<ChildProcess> {
    const env = { ...process.env, SHOP: JSON.stringify(settings) };
    const started = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += chunk));
    await once(started.stdout, 'data');
    return started;
  }

  async function stop(): Promise<void> {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }

  async function post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Response | undefined> {
    return fetch(`http://127.0.0.1:${settings.port}${path}`, { method: 'POST', headers, body }).catch(() => undefined);
  }

  return {
    settings,
    output: () => output,
    async ask(path, body) {
      const response = await post(path, JSON.stringify(body), { 'content-type': 'application/json' });
      return response?.ok ? response.json().catch(() => undefined) : undefined;
    },
    post: async (path, body, headers) => (await post(path, body, headers))?.status,
    async kill() {
      await stop();
      child = await start();
    },
    close: stop,
  };
}

/** A port that is free now; it stays the shop's own across its lives. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const closed = once(server, 'close');
  server.close();
  await closed;
  return typeof address === 'object' && address !== null ? address.port : 0;
}
