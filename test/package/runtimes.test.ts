import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare, type Prepared } from '../runtimes/prepare.js';
import { locate, runtimes } from '../runtimes/runtimes.js';
import { startServer, type SuiteServer } from '../runtimes/server.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-runtimes-'));
let prepared: Prepared;
let server: SuiteServer;

beforeAll(async () => {
  prepared = await prepare(folder);
  server = await startServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the packed package', () => {
  it.each(runtimes.filter(({ fetched }) => fetched === undefined))(
    'behaves the same on $name',
    async (runtime) => {
      const results = await runtime.host(locate(runtime), prepared, { ...server.world, ...runtime.traits });
      expect(results.length).toBeGreaterThan(15);
      expect(results.filter(({ error }) => error !== undefined)).toEqual([]);
    },
    90_000,
  );
});
