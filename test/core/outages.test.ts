import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { refuse } from '../support/faults.js';
import { brokenConnection, createScript, fails, json } from '../support/script.js';

describe('an outage', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is not amplified by a thousand calls, and repetitions return with success (case 47)', async () => {
    let healthy = false;
    const script = createScript((sent) => (healthy ? json(wireLink()) : json({ message: 'Down.' }, 503))(sent));
    const links = createClient(script.fetch);
    const all = (): Promise<unknown> => Promise.allSettled(Array.from({ length: 1_000 }, () => links.get('1')));
    const down = all();
    await vi.runAllTimersAsync();
    await down;
    expect(script.sent.length).toBeLessThanOrEqual(1_100);
    healthy = true;
    await all();
    healthy = false;
    const before = script.sent.length;
    const call = thrownBy(links.get('1'));
    await vi.runAllTimersAsync();
    await call;
    expect(script.sent.length - before).toBe(3);
  });

  it('ends without all clients coming back together (case 48)', async () => {
    const arrivals: number[] = [];
    const once = new Set<string>();
    const script = createScript((sent) => {
      const key = sent.url.pathname;
      if (!once.has(key)) return (once.add(key), new Response('{}', { status: 429 }));
      arrivals.push(performance.now());
      return Response.json(wireLink({ id: key.split('/').at(-1) }));
    });
    const start = performance.now();
    const calls = Promise.all(Array.from({ length: 200 }, (_, index) => createClient(script.fetch).get(`link-${index}`)));
    await vi.runAllTimersAsync();
    await calls;
    const bins = new Map<number, number>();
    for (const arrival of arrivals) bins.set(Math.floor((arrival - start) / 50), (bins.get(Math.floor((arrival - start) / 50)) ?? 0) + 1);
    expect(arrivals).toHaveLength(200);
    expect(Math.max(...bins.values())).toBeLessThan(60);
  });

  it('with a Retry-After for everyone is still spread a little (case 48)', async () => {
    const script = createScript((sent) => {
      const first = script.sent.filter(({ url }) => url.pathname === sent.url.pathname).length === 1;
      return first
        ? new Response('{}', { status: 429, headers: { 'retry-after': '10' } })
        : Response.json(wireLink({ id: sent.url.pathname.split('/').at(-1) }));
    });
    const times = new Set<number>();
    const send: typeof fetch = (input, init) => (times.add(Math.round(performance.now())), script.fetch(input, init));
    const calls = Promise.all(Array.from({ length: 50 }, (_, index) => createClient(send).get(`link-${index}`)));
    await vi.runAllTimersAsync();
    await calls;
    expect(times.size).toBeGreaterThan(10);
  });
});

describe('the body of a refusal', () => {
  it('is read or let go before the repetition, so its connection is free (case 49)', async () => {
    skipWaits();
    const { links, server } = await createWire({
      request: (entry) => (entry.index % 3 < 2 ? refuse(503, {}, { message: 'x'.repeat(300_000) }) : undefined),
    });
    for (let round = 0; round < 10; round += 1) await thrownBy(links.get('unknown'));
    expect(server.ledger.entries).toHaveLength(30);
    expect(server.openSockets()).toBeLessThan(6);
  });
});

describe('a create', () => {
  const codes = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ];

  it.each(codes)('that met %s certainly never left and is repeated (case 51)', async (code) => {
    skipWaits();
    const script = createScript(fails(brokenConnection(code, 'connect')), json(wireLink()));
    expect((await createClient(script.fetch).create(order)).status).toBe('draft');
    expect(script.sent).toHaveLength(2);
  });

  it.each(codes)('that keeps meeting %s is called not-sent (case 51)', async (code) => {
    skipWaits();
    const script = createScript(fails(brokenConnection(code, 'connect')));
    expect(await thrownBy(createClient(script.fetch).create(order))).toMatchObject({ name: 'ConnectionError', code, outcome: 'not-sent' });
    expect(script.sent).toHaveLength(3);
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'EPROTO',
    'ETIMEDOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'ERR_HTTP2_STREAM_ERROR',
    'HPE_INVALID_CONSTANT',
  ])('that met %s is never sent again (case 51)', async (code) => {
    const script = createScript(fails(brokenConnection(code)));
    expect(await thrownBy(createClient(script.fetch).create(order))).toMatchObject({ name: 'ConnectionError', code, outcome: 'unknown' });
    expect(script.sent).toHaveLength(1);
  });

  it.each([
    ['ECONNREFUSED', 'ECONNREFUSED', 'not-sent', 'no connection to https://neopay.test (ECONNREFUSED)'],
    ['ECONNREFUSED', 'ECONNRESET', 'unknown', 'no response from https://neopay.test (ECONNREFUSED)'],
  ])('told of %s and %s by errors of another realm is judged the same (case 51)', async (first, second, outcome, reason) => {
    const failure: unknown = runInNewContext(
      "new TypeError('fetch failed', { cause: new AggregateError(codes.map((code) => Object.assign(new Error(code), { code })), 'none reached') })",
      { codes: [first, second] },
    );
    const script = createScript(fails(failure));
    const error = await thrownBy(createClient(script.fetch, { retries: 0 }).create(order));
    expect(error).toMatchObject({ name: 'ConnectionError', code: first, outcome, cause: { message: 'fetch failed' } });
    expect(error).toHaveProperty('message', expect.stringContaining(reason));
  });

  it('that could not reach one address and was cut off by another is never sent again (case 51)', async () => {
    const members = [brokenConnection('ECONNREFUSED', 'connect').cause, brokenConnection('ECONNRESET').cause];
    const script = createScript(fails(new TypeError('fetch failed', { cause: new AggregateError(members) })));
    expect(await thrownBy(createClient(script.fetch).create(order))).toMatchObject({ outcome: 'unknown' });
    expect(script.sent).toHaveLength(1);
  });

  it.each([408, 500, 502, 503, 504])('that met %i is never sent again (case 51)', async (status) => {
    const script = createScript(json({ message: 'Down.' }, status, { 'retry-after': '0' }));
    expect(await thrownBy(createClient(script.fetch).create(order))).toMatchObject({ status, outcome: 'unknown' });
    expect(script.sent).toHaveLength(1);
  });

  it('that met a refused port is repeated when the port opens (case 51)', async () => {
    const { server, links } = await createWire({}, { retries: 5 });
    await server.refuse();
    const call = links.create(order);
    setTimeout(() => void server.accept(), 20);
    expect((await call).status).toBe('draft');
    expect(server.ledger.entries).toHaveLength(1);
  });
});
