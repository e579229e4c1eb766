import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLinksClient, InputError, TimeoutError } from '../../src/index.js';
import { canary } from '../support/canary.js';
import { faults } from '../support/faults.js';
import { createClient, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { listenOnLoopback } from '../support/port.js';
import { createScript, hangs, hangsInBody, json } from '../support/script.js';

const grace = 500;

async function elapsed(call: Promise<unknown>): Promise<{ error: unknown; took: number }> {
  const start = performance.now();
  const error = await thrownBy(call);
  return { error, took: performance.now() - start };
}

describe('timeout', () => {
  it.each(['stall before apply', 'stall in body', 'stall after apply'] as const)(
    'ends an attempt in time at a "%s" (case 27, case 28)',
    async (name) => {
      const { links, server } = await createWire({ request: () => faults[name] }, { timeout: 100, retries: 0 });
      const { error, took } = await elapsed(links.create(order));
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ limit: 'timeout', outcome: 'unknown', operation: 'createLink' });
      expect(took).toBeLessThan(100 + grace);
      expect(server.ledger.entries.length).toBeLessThan(2);
    },
  );

  it('is for the whole attempt, however steadily its bytes drip (case 29)', async () => {
    const drip = { request: () => async (exchange: Parameters<typeof faults.drip>[0]) => exchange.drip(await exchange.apply(), 1, 10) };
    const { links } = await createWire(drip, { timeout: 80, retries: 0 });
    const { error, took } = await elapsed(links.create(order));
    expect(error).toMatchObject({ name: 'TimeoutError', limit: 'timeout' });
    expect(took).toBeLessThan(80 + grace);
  });

  it('covers a TLS handshake that never ends (case 30)', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).resume());
    const port = await listenOnLoopback(server);
    onTestFinished(() => void server.close());
    const links = createLinksClient({ ...canary, baseUrl: `https://127.0.0.1:${port}/api`, timeout: 60, retries: 0 });
    const { error, took } = await elapsed(links.get('1'));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(took).toBeLessThan(60 + grace);
  });

  it('ends a create as unknown, and a createOnce with its reference (case 36)', async () => {
    const { links } = await createWire(
      { request: (entry) => (entry.method === 'POST' ? faults['stall before apply'] : undefined) },
      { timeout: 50 },
    );
    expect(await thrownBy(links.create(order))).toMatchObject({ name: 'TimeoutError', outcome: 'unknown' });
    const error = await thrownBy(links.createOnce({ ...order, reference: 'r-36' }, { settle: 50 }));
    expect(error).toMatchObject({ name: 'OutcomeUnknownError', outcome: 'unknown', reference: 'r-36' });
  });

  it.each([0, -1, Number.NaN, Infinity, 2 ** 31, '50', null])(
    'of %s is refused, at construction and in a call (case 38)',
    async (value) => {
      for (const name of ['timeout', 'deadline']) {
        const options = { ...canary, [name]: value };
        expect(() => Reflect.apply(createLinksClient, undefined, [options])).toThrow(InputError);
        const script = createScript(json(wireLink()));
        const links = createClient(script.fetch);
        expect(await thrownBy(Reflect.apply(links.get, links, ['1', { [name]: value }]))).toMatchObject({
          name: 'InputError',
          outcome: 'not-sent',
        });
        expect(script.sent).toEqual([]);
      }
    },
  );
});

describe('deadline', () => {
  it('wins over attempts that each stay within their timeout (case 29)', async () => {
    skipWaits();
    const { links, server } = await createWire(
      { request: () => faults['stall before apply'] },
      { timeout: 50, deadline: 120, retries: 10 },
    );
    const { error, took } = await elapsed(links.get('1'));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(took).toBeLessThan(120 + grace);
    expect(server.ledger.entries.length).toBeLessThan(5);
  });

  it('covers the body (case 28)', async () => {
    const error = await thrownBy(createClient(createScript(hangsInBody).fetch, { timeout: 1_000, deadline: 40 }).get('1'));
    expect(error).toMatchObject({ name: 'TimeoutError', limit: 'deadline' });
  });

  it('does not listen to the clock on the wall (case 37)', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const late = createScript(async () => {
      vi.setSystemTime(Date.now() + 3_600_000);
      return Response.json(wireLink());
    });
    const early = createScript(async () => {
      vi.setSystemTime(Date.now() - 7_200_000);
      return Response.json(wireLink());
    });
    expect((await createClient(late.fetch).get('1')).status).toBe('draft');
    expect((await createClient(early.fetch).get('1')).status).toBe('draft');
    expect(await thrownBy(createClient(createScript(hangs).fetch, { deadline: 30 }).get('1'))).toMatchObject({ limit: 'deadline' });
  });

  afterEach(() => void vi.useRealTimers());
});

describe('a process', () => {
  it('ends by itself after its last call, however that ended (case 39)', async () => {
    const { server } = await createWire({ request: (entry) => (entry.index % 2 === 0 ? faults['stall before apply'] : undefined) });
    const program = `
      import { createLinksClient } from ${JSON.stringify(new URL('../../src/index.js', import.meta.url).href)};
      const links = createLinksClient({ appKey: 'a', token: 't', baseUrl: '${server.origin}', timeout: 40, retries: 1 });
      const results = await Promise.allSettled([links.get('1'), links.list(), links.create({ product: 'x', amount: 1 })]);
      console.log(results.length);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output: string[] = [];
    let lastWords = Infinity;
    child.stdout.on('data', (chunk) => (output.push(String(chunk)), (lastWords = performance.now())));
    const [code] = await once(child, 'exit');
    expect([code, output.join('').trim()]).toEqual([0, '3']);
    expect(performance.now() - lastWords).toBeLessThan(2_000);
  });
});
