import { getEventListeners } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PaylinksError } from '../../src/index.js';
import { refuse } from '../support/faults.js';
import { createClient, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { brokenConnection, createScript, fails, hangs, json, text, type Step } from '../support/script.js';

const mixed: readonly [Step, ...Step[]] = [
  json(wireLink()),
  json({ message: 'Down.' }, 500, { 'retry-after': '0' }),
  text('<html>'),
  fails(brokenConnection('ECONNRESET')),
  json({ message: 'No.' }, 404),
  json(wireLink({ status: 'published' })),
];

describe('what a client leaves behind', () => {
  it('is no listener on a signal that a thousand calls share (case 81)', async () => {
    skipWaits();
    const controller = new AbortController();
    let turn = 0;
    const links = createClient(createScript((sent) => (mixed[(turn += 1) % mixed.length] ?? mixed[0])(sent)).fetch, { onDrift: () => {} });
    await Promise.allSettled(
      Array.from({ length: 1_000 }, (_, index) =>
        index % 2 ? links.get('1', { signal: controller.signal }) : links.publish(`${index}`, { signal: controller.signal }),
      ),
    );
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('is no warning while a hundred calls share a signal (case 81, case 84)', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    const controller = new AbortController();
    const links = createClient(createScript(hangs).fetch);
    const calls = Array.from({ length: 100 }, () => links.get('1', { signal: controller.signal }).catch((error: unknown) => error));
    await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort('enough');
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['enough']));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(warnings.map(({ message }) => message)).toEqual([]);
  });

  it('is a handful of sockets after many large refusals (case 82)', async () => {
    const { links, server } = await createWire({ request: () => refuse(404, {}, { message: 'x'.repeat(300_000) }) }, { timeout: 10_000 });
    for (let round = 0; round < 20; round += 1) await Promise.allSettled(Array.from({ length: 10 }, () => links.get('1')));
    expect(server.ledger.entries).toHaveLength(200);
    expect(server.openSockets()).toBeLessThan(30);
  });

  it('is no cloned response, whose second half would never be read (case 83)', async () => {
    const folder = new URL('../../src/', import.meta.url);
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts') && !name.startsWith('sandbox'));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) expect(await readFile(new URL(name, folder), 'utf8')).not.toContain('.clone()');
  });

  it('is no unhandled rejection and no warning (case 84)', async () => {
    skipWaits();
    const seen: unknown[] = [];
    const note = (what: unknown): void => void seen.push(what);
    process.on('unhandledRejection', note).on('warning', note);
    onTestFinished(() => void process.off('unhandledRejection', note).off('warning', note));
    const controller = new AbortController();
    const links = createClient(createScript(hangs).fetch, { timeout: 10, retries: 1, token: () => Promise.reject(new Error('no')) });
    const others = createClient(createScript(hangs).fetch, { timeout: 10, retries: 1 });
    const calls = [
      links.get('1'),
      others.get('1'),
      others.create(order),
      others.publish('1'),
      others.get('1', { signal: controller.signal }),
    ];
    controller.abort('enough');
    await Promise.allSettled(calls);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
  });

  it('is no timer (case 81)', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const links = createClient(createScript(...mixed).fetch, { retries: 0, onDrift: () => {} });
    for (let round = 0; round < mixed.length; round += 1) await links.get('1').catch(() => undefined);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a flat heap after many calls (case 87)', async () => {
    let turn = 0;
    const send: typeof fetch = async (_input, init) =>
      (mixed[(turn += 1) % 5] ?? mixed[0])({
        method: 'GET',
        url: new URL('http://x'),
        headers: new Headers(),
        body: '',
        signal: init?.signal,
      });
    const links = createClient(send, { retries: 0, onDrift: () => {} });
    const round = async (): Promise<number> => {
      for (let call = 0; call < 1_500; call += 1) await links.get('1').catch(() => undefined);
      globalThis.gc?.();
      return process.memoryUsage().heapUsed;
    };
    await round();
    const before = await round();
    await round();
    expect((await round()) - before).toBeLessThan(globalThis.gc ? 1_000_000 : 30_000_000);
  });
});

describe('a fetch of the caller', () => {
  it.each([['text'], [undefined], [null], [7], [{ code: 'E' }], [new Error('x')]])(
    'that throws %s gives a typed error (case 85)',
    async (reason) => {
      skipWaits();
      const error = await thrownBy(createClient(createScript(fails(reason)).fetch).create(order));
      expect(error).toBeInstanceOf(PaylinksError);
      expect(error).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
    },
  );

  it.each([[undefined], [null], ['text'], [{}], [{ ok: true, status: 200 }], [[]]])(
    'that gives %j gives a typed error (case 85)',
    async (value) => {
      skipWaits();
      const send = new Proxy(fetch, { apply: async () => value });
      expect(await thrownBy(createClient(send).create(order))).toBeInstanceOf(PaylinksError);
    },
  );

  it('that throws at once, not by a promise, gives a typed error (case 85)', async () => {
    skipWaits();
    const send = (): never => {
      throw new Error('x');
    };
    expect(await thrownBy(createClient(send).create(order))).toBeInstanceOf(PaylinksError);
  });

  it('that never settles is left by the timeout (case 85)', async () => {
    const send = (): Promise<Response> => new Promise(() => {});
    expect(await thrownBy(createClient(send, { timeout: 20, retries: 0 }).create(order))).toMatchObject({
      name: 'TimeoutError',
      outcome: 'unknown',
    });
  });

  it('with a dispatcher that does not fit is called not-sent (case 86)', async () => {
    skipWaits();
    const cause = Object.assign(new Error('invalid onRequestStart method'), { code: 'UND_ERR_INVALID_ARG' });
    const error = await thrownBy(createClient(createScript(fails(new TypeError('fetch failed', { cause }))).fetch).create(order));
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'UND_ERR_INVALID_ARG', outcome: 'not-sent' });
  });
});
