import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandFor, runtimes } from '../../scripts/chaos/runtime.js';
import { createLinksClient } from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { canary } from '../support/canary.js';
import { applyThen, faults, refuse } from '../support/faults.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';
import type { Entry } from '../support/ledger.js';
import type { Tale, Task } from '../support/socket-cases.js';

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
    sandboxes.map(async (sandbox, index) => ({ baseUrl: `${server.origin}/${index}`, draft: await seedDraft(sandbox) })),
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

describe.each(runtimes)('on %s', (runtime) => {
  const command = commandFor(runtime, '');

  it.skipIf(!command)(
    'every socket fault ends in one POST, an honest outcome and no leak (case 5, case 27, case 28, case 52, case 58, case 66, case 74)',
    async () => {
      const { server, task, of } = await startAccounts();
      const [file = '', ...words] = commandFor(runtime, program) ?? [];
      const { stdout } = await promisify(execFile)(file, [...words, JSON.stringify(task)]);
      const tale: Tale = JSON.parse(stdout);
      await server.close();

      harm.forEach(([name], index) => {
        const posts = of(index, 'POST');
        const [create, publish, read, once] = tale.stories[index] ?? [];
        expect
          .soft(
            posts.map((entry) => /"product":"(\w+)"/.exec(entry.body)?.[1]),
            `${runtime}: POSTs at "${name}"`,
          )
          .toEqual(['plain', 'once']);
        for (const told of [create, publish, once]) {
          expect.soft(told?.leaks, `${runtime}: leaks at "${name}"`).toEqual([]);
          expect.soft(told?.took, `${runtime}: time of ${told?.call} at "${name}"`).toBeLessThan(10_000);
          if (told?.error) expect.soft(told.error.typed, `${runtime}: ${told.call} at "${name}" threw ${told.error.name}`).toBe(true);
        }
        if (create?.error) expect.soft(create.error.outcome, `${runtime}: create at "${name}"`).toBe('unknown');
        if (posts[1]?.sequence !== undefined) expect.soft(once?.status, `${runtime}: createOnce at "${name}"`).toBe('draft');
        expect.soft(read?.error?.name, `${runtime}: get at "${name}"`).toBe(undefined);
        const published = of(index, 'PATCH').some((entry) => entry.status === 200);
        expect
          .soft(publish?.status ?? publish?.error?.outcome ?? '', `${runtime}: publish at "${name}"`)
          .toMatch(published ? /^(published|done)$/ : /^unknown$/);
      });
      expect(tale.refused.error).toEqual({ name: 'ConnectionError', typed: true, outcome: 'not-sent' });
      expect(tale.reasons).toEqual([true, true, true, true]);
      expect(tale.unhandled).toBe(0);
    },
  );
});
