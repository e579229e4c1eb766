import { describe, expect, it } from 'vitest';
import { AuthenticationError, type CreateManyResult } from '../../src/index.js';
import { createFaultFetch } from '../support/fault-fetch.js';
import { applyThen, faults, refuse } from '../support/faults.js';
import { collect, createClient, createFixture, order, skipWaits, wireLink } from '../support/fixtures.js';
import { createSandbox } from '../../src/sandbox.js';
import { canary } from '../support/canary.js';
import { createRandom, pick } from '../support/random.js';
import { createScript, hangs, json } from '../support/script.js';

function inputs(count: number): { product: string; amount: number; reference: string }[] {
  return Array.from({ length: count }, (_, index) => ({ product: `item ${index}`, amount: 1, reference: `r-${index}` }));
}

describe('createMany', () => {
  it('of a thousand under faults makes no link twice, loses none and calls each by its name', async () => {
    skipWaits();
    const sandbox = createSandbox({ ...canary, seed: 99 });
    const harm = [
      faults['reset before apply'],
      faults['reset after apply'],
      faults['truncated JSON'],
      applyThen(500),
      refuse(503),
      refuse(429),
      faults['end in body'],
    ] as const;
    const random = createRandom('bulk');
    const faulty = createFaultFetch(sandbox.fetch, { request: () => (random() < 0.3 ? pick(random, harm) : undefined) });
    const links = createClient(faulty.fetch, { baseUrl: sandbox.credentials.baseUrl, deadline: 5_000 });
    const results = await collect(links.createMany(inputs(1_000), { concurrency: 50 }));
    const made = new Map([...sandbox.links].map((link) => [link.product, String(link.id)]));
    expect(new Set(results.map(({ index }) => index)).size).toBe(1_000);
    expect(new Set([...sandbox.links].map((link) => link.product)).size).toBe([...sandbox.links].length);
    for (const result of results) {
      if (result.link) expect(made.get(`item ${result.index}`)).toBe(result.link.id);
      else if (made.has(`item ${result.index}`)) expect(result.error).toMatchObject({ outcome: 'unknown' });
    }
    expect(results.filter((result) => result.link).length).toBeGreaterThan(600);
  });

  it('goes on after an item that cannot be sent', async () => {
    const { links, sandbox } = createFixture();
    const poisoned = {
      get product(): string {
        throw new Error('poison');
      },
      amount: 1,
    };
    const circular: Record<string, unknown> = { product: 'x', amount: 1 };
    circular['settings'] = circular;
    const items = [order, poisoned, order, JSON.parse('{"product":7}'), circular, order];
    const results = await collect(links.createMany(items, { concurrency: 2 }));
    const failed = results.filter((result) => result.error).map(({ index }) => index);
    expect([failed.sort(), [...sandbox.links].length]).toEqual([[1, 3, 4], 3]);
    for (const result of results) if (result.error) expect(result.error).toMatchObject({ outcome: 'not-sent' });
  });

  it('on abort lets started items tell the truth and starts no more', async () => {
    const controller = new AbortController();
    const script = createScript(json(wireLink()), json(wireLink()), hangs);
    let taken = 0;
    const source = function* (): Generator<typeof order> {
      for (; taken < 100; taken += 1) yield order;
    };
    const results: CreateManyResult[] = [];
    const run = (async () => {
      for await (const result of createClient(script.fetch, { timeout: 30 }).createMany(source(), {
        concurrency: 2,
        signal: controller.signal,
      })) {
        results.push(result);
        if (results.length === 2) controller.abort('enough');
      }
    })();
    await run.catch((error: unknown) => expect(error).toBe('enough'));
    expect(script.sent.length).toBeLessThanOrEqual(5);
    expect(taken).toBeLessThanOrEqual(6);
    expect(results.length).toBeGreaterThanOrEqual(2);
    for (const { error } of results) if (error) expect(error).toMatchObject({ name: 'TimeoutError', outcome: 'unknown' });
  });

  it('slows every worker down when one is told to wait', async () => {
    const times: number[] = [];
    const script = createScript((sent) => {
      times.push(performance.now());
      return times.length === 1 ? new Response('{}', { status: 429, headers: { 'retry-after': '1' } }) : json(wireLink())(sent);
    });
    const results = await collect(createClient(script.fetch).createMany(inputs(12), { concurrency: 3 }));
    expect(results.filter((result) => result.link)).toHaveLength(12);
    const start = times[0] ?? 0;
    expect(times.filter((time) => time - start < 900).length).toBeLessThanOrEqual(4);
  });

  it('stops taking items after an authentication error', async () => {
    const script = createScript(json({ message: 'Unauthenticated.' }, 401));
    let taken = 0;
    const source = function* (): Generator<typeof order> {
      for (; taken < 100; taken += 1) yield order;
    };
    const results = await collect(createClient(script.fetch).createMany(source(), { concurrency: 4 }));
    expect(results.every((result) => result.error instanceof AuthenticationError)).toBe(true);
    expect(script.sent.length).toBeLessThanOrEqual(8);
    expect(taken).toBeLessThan(12);
  });

  it('after a break takes nothing more and leaves nothing running', async () => {
    const { links, sandbox } = createFixture();
    let taken = 0;
    let closed = false;
    const source = function* (): Generator<typeof order> {
      try {
        for (; taken < 100; taken += 1) yield order;
      } finally {
        closed = true;
      }
    };
    for await (const result of links.createMany(source(), { concurrency: 3 })) if (result.link) break;
    const count = [...sandbox.links].length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([closed, [...sandbox.links].length]).toEqual([true, count]);
    expect(taken).toBeLessThan(10);
  });

  it('takes no item before somebody asks, and few ahead of the asker', async () => {
    const { links } = createFixture();
    let taken = 0;
    const source = function* (): Generator<typeof order> {
      for (; taken < 100; taken += 1) yield order;
    };
    const results = links.createMany(source(), { concurrency: 2 })[Symbol.asyncIterator]();
    expect(taken).toBe(0);
    await results.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toBeLessThan(8);
    await results.return?.();
  });
});

describe('all', () => {
  it('fetches no page after a break', async () => {
    const next = 'https://neopay.test/api/links?page=2';
    const script = createScript(json({ data: [wireLink({ id: 1 }), wireLink({ id: 2 })], links: { next } }));
    for await (const link of createClient(script.fetch).all()) if (link.id === '1') break;
    expect(script.sent).toHaveLength(1);
  });
});
