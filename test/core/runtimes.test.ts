import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { commandFor, runtimes } from '../chaos/runtime.js';
import { createLinksClient } from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox.js';
import { canary } from '../support/canary.js';
import { applyThen, faults, refuse } from '../support/faults.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';
import type { Entry } from '../support/ledger.js';
import type { Tale, Task, Told } from '../support/socket-cases.js';

const harm = Object.entries({
  ...faults,
  '500 before apply': refuse(500),
  '500 after apply': applyThen(500),
  'a redirect': refuse(307, { location: '/elsewhere' }),
});

let folder = '';
let program = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paylinks-socket-'));
  program = join(folder, 'program.mjs');
  const entry = fileURLToPath(new URL('../support/socket-program.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
});

afterAll(() => rm(folder, { recursive: true }));

/** One account for each fault; the fault meets every POST and PATCH, and nothing else. */
async function startAccounts(): Promise<{ server: FaultServer; task: Task; of(index: number, method: string): Entry[] }> {
  const sandboxes = harm.map((_, seed) => createSandbox({ ...canary, seed }));
  const indexOf = (target: string): number => Number(/^\/(\d+)\//.exec(target)?.[1]);
  const server = await startFaultServer(
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const sandbox = sandboxes[indexOf(pathname)];
      if (!sandbox) return Response.json({ message: 'Nobody lives here.' }, { status: 404 });
      return sandbox.fetch(new Request(`${sandbox.credentials.baseUrl}${pathname.replace(/^\/\d+/, '')}${search}`, request));
    },
    {
      request(entry) {
        if (entry.target.includes('/hang/')) return () => undefined;
        return entry.method === 'GET' ? undefined : harm[indexOf(entry.target)]?.[1];
      },
    },
  );
  const closed = await startFaultServer(async () => Response.json({}));
  await closed.close();
  const accounts = await Promise.all(
    sandboxes.map(async (sandbox, index) => ({
      baseUrl: `${server.origin}/${index}`,
      draft: await seedDraft(sandbox),
      stalls: harm[index]?.[0].startsWith('stall') === true,
    })),
  );
  const task = { accounts, closed: closed.origin };
  return {
    server,
    task,
    of: (index, method) => server.ledger.entries.filter((entry) => entry.method === method && indexOf(entry.target) === index),
  };
}

async function seedDraft(sandbox: Sandbox): Promise<string> {
  const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
  return (await links.create({ product: 'seed', amount: 1 })).id;
}

/** What the calls of one account said that the server knows better; a slow machine may make them fail, never lie. */
function findLies([create, publish, read, once]: readonly Told[], posts: readonly Entry[], patches: readonly Entry[]): string[] {
  const told = [create, publish, read, once].flatMap((one) => one ?? []);
  const products = posts.map(({ body }) => /"product":"(\w+)"/.exec(body)?.[1]);
  const published = patches.some(({ status }) => status === 200);
  const checks: readonly (readonly [lie: string, found: boolean])[] = [
    ['a create was delivered twice', new Set(products).size < products.length],
    ['a credential shows', told.some(({ leaks }) => leaks.length > 0)],
    ['a call outlived its deadline', told.some(({ took }) => took > 120_000)],
    ['an error is none of ours', told.some(({ error }) => error && !error.typed)],
    ['a delivered create is called a failure', products.includes('plain') && isDefinite(create)],
    ['a delivered createOnce is called a failure', products.includes('once') && isDefinite(once)],
    [
      'a link was made up',
      (create?.status !== undefined && !products.includes('plain')) || (once?.status !== undefined && !products.includes('once')),
    ],
    ['a publish that took effect is called a failure', published && isDefinite(publish)],
    ['a publish that took no effect is called a success', !published && publish?.status !== undefined],
  ];
  return checks.flatMap(([lie, found]) => (found ? [lie] : []));
}

function isDefinite(told: Told | undefined): boolean {
  return told?.error?.outcome === 'not-sent' || told?.error?.outcome === 'rejected';
}

describe.concurrent.each(runtimes)('on %s', { timeout: 300_000 }, (runtime) => {
  const command = commandFor(runtime, '');

  it.skipIf(!command)('every socket fault ends in one POST, an honest outcome and no leak', async ({ expect }) => {
    const { server, task, of } = await startAccounts();
    const [file = '', ...words] = commandFor(runtime, program) ?? [];
    const { stdout } = await promisify(execFile)(file, [...words, JSON.stringify(task)]);
    const tale: Tale = JSON.parse(stdout);
    await server.close();

    const verdicts = harm.map(([name], index) => ({
      name,
      lies: findLies(tale.stories[index] ?? [], of(index, 'POST'), of(index, 'PATCH')),
    }));
    expect(verdicts.filter(({ lies }) => lies.length > 0)).toEqual([]);
    const ends = tale.stories.map((story) => story.map(({ status }) => status));
    expect(ends.filter(([, publish]) => publish === 'published').length).toBeGreaterThan(harm.length / 3);
    expect(ends.filter(([, , , once]) => once === 'draft').length).toBeGreaterThan(harm.length / 3);
    expect(tale.refused.error).toEqual({ name: 'ConnectionError', typed: true, outcome: 'not-sent' });
    expect(tale.reasons).toEqual([true, true, true, true]);
    expect(tale.unhandled).toBe(0);
  });
});
