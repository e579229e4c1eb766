import { describe, expect, it } from 'vitest';
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  PaylinksError,
  ResponseError,
  ServerError,
  TimeoutError,
} from '../../src/core/errors.js';
import type { TransportSettings } from '../../src/core/options.js';
import { createTransport } from '../../src/core/transport.js';
import { skipWaits } from '../support/fixtures.js';

/** An API that nobody has: everything is a POST, one of them only reads, and one header carries the key. */
const operations = {
  findParcel: { id: 'findParcel', method: 'POST', path: '/parcel/find', security: ['x-courier'], effect: 'none' },
  sendParcel: { id: 'sendParcel', method: 'POST', path: '/parcel/send', security: ['x-courier'], effect: 'create' },
  holdParcel: { id: 'holdParcel', method: 'POST', path: '/parcel/{code}/hold', security: ['x-courier'], effect: 'change' },
  showTariff: { id: 'showTariff', method: 'POST', path: '/tariff', security: [], effect: 'none' },
} as const;

interface Operations {
  findParcel: { requestBody: { content: { 'application/json': { code: string } } } };
  sendParcel: { requestBody: { content: { 'application/json': { to: string } } } };
  holdParcel: { parameters: { path: { code: string } } };
  showTariff: { parameters: { query?: { zone?: string } } };
}

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

type Step = Response | Error | 'hang';

const secret = 'courier-key-0123456789';
const wording = {
  done: 'the parcel is on its way',
  inDoubt: { create: 'the parcel may be on its way', change: 'the parcel may be held' },
  hints: { 404: 'check the code on the parcel' },
};

/** A transport of that API over a `fetch` that plays the steps, one for each attempt. */
function createCourier(steps: readonly Step[], settings: Partial<TransportSettings> = {}, key: string | (() => Promise<string>) = secret) {
  const sent: Sent[] = [];
  const transport = createTransport<Operations>(
    { operations, credentials: { 'x-courier': { option: 'key', value: key } }, slip: () => undefined, wording },
    {
      baseUrl: 'https://courier.test',
      timeout: 1_000,
      deadline: 5_000,
      retries: 2,
      maxBody: 1_000_000,
      onAttempt: undefined,
      ...settings,
      fetch: async (url, init) => {
        const step = steps[sent.length] ?? new Error('more requests than steps');
        sent.push({ url, headers: new Headers(init.headers as HeadersInit), body: init.body });
        if (step === 'hang') return new Promise<never>(() => undefined);
        if (step instanceof Error) throw step;
        return step;
      },
    },
  );
  const scope = (): ReturnType<typeof transport.start> => transport.start('test', undefined);
  return { transport, scope, sent };
}

const ok = (body: object = { code: 'A1' }): Response => Response.json(body);
const failed = (status: number, body: object = { message: 'no' }): Response => Response.json(body, { status });
const refusedConnection = (): Error =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
const reset = (): Error =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });

async function thrown(call: Promise<unknown>): Promise<PaylinksError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PaylinksError)) throw new Error(`expected a PaylinksError, not ${String(error)}`);
  return error;
}

describe('a transport of an API it knows nothing of', () => {
  it('fills path, query, body and the headers that the descriptor names', async () => {
    const { transport, scope, sent } = createCourier([ok(), ok(), ok()]);
    await transport.send('findParcel', { body: { code: 'A1' } }, scope());
    await transport.send('holdParcel', { path: { code: 'A 1' } }, scope());
    await transport.send('showTariff', { query: { zone: 'b&c' } }, scope());
    expect(sent.map(({ url }) => url)).toEqual([
      'https://courier.test/parcel/find',
      'https://courier.test/parcel/A%201/hold',
      'https://courier.test/tariff?zone=b%26c',
    ]);
    expect(sent.map(({ headers }) => headers.get('x-courier'))).toEqual([secret, secret, null]);
    expect(sent.map(({ body }) => body)).toEqual(['{"code":"A1"}', undefined, undefined]);
    expect(sent.some(({ headers }) => headers.has('authorization') || headers.has('x-app-key'))).toBe(false);
  });

  it.each([
    ['a 503', () => failed(503)],
    ['a lost connection', reset],
    ['a 429', () => failed(429)],
  ])('repeats a POST that only reads after %s', async (_, step) => {
    skipWaits();
    const { transport, scope, sent } = createCourier([step(), step(), ok()]);
    await transport.send('findParcel', { body: { code: 'A1' } }, scope());
    expect(sent).toHaveLength(3);
  });

  it.each([
    ['sendParcel', 'a 503', () => failed(503), ServerError, 'the parcel may be on its way'],
    ['sendParcel', 'a lost connection', reset, ConnectionError, 'the parcel may be on its way'],
    ['holdParcel', 'a 500', () => failed(500), ServerError, 'the parcel may be held'],
  ] as const)('sends %s once after %s, and says in the API’s words what may have happened', async (operation, _, step, type, words) => {
    const { transport, scope, sent } = createCourier([step(), ok()]);
    const call =
      operation === 'sendParcel'
        ? transport.send(operation, { body: { to: 'Cluj' } }, scope())
        : transport.send(operation, { path: { code: 'A1' } }, scope());
    const error = await thrown(call);
    expect(error).toBeInstanceOf(type);
    expect([error.outcome, sent.length]).toEqual(['unknown', 1]);
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/link|reference|appKey/);
  });

  it.each([
    ['a refused connection', refusedConnection],
    ['a 429', () => failed(429)],
  ])('sends what creates again after %s, which reached nobody', async (_, step) => {
    skipWaits();
    const { transport, scope, sent } = createCourier([step(), ok()]);
    await transport.send('sendParcel', { body: { to: 'Cluj' } }, scope());
    expect(sent).toHaveLength(2);
  });

  it('asks a key function once more after a 401, and replays once', async () => {
    let turn = 0;
    const { transport, scope, sent } = createCourier([failed(401), ok()], {}, async () => `courier-key-${(turn += 1)}`);
    await transport.send('sendParcel', { body: { to: 'Cluj' } }, scope());
    expect(sent.map(({ headers }) => headers.get('x-courier'))).toEqual(['courier-key-1', 'courier-key-2']);
  });

  it('ends with an AuthenticationError where the key is fixed, and shows the key nowhere', async () => {
    const { transport, scope } = createCourier([failed(401, { message: `no such key ${secret}` })]);
    const error = await thrown(transport.send('findParcel', { body: { code: 'A1' } }, scope()));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(JSON.stringify(error) + error.message + String(error.stack)).not.toContain(secret);
  });

  it('gives the hint that the API has for a status', async () => {
    const { transport, scope } = createCourier([failed(404)]);
    const error = await thrown(transport.send('findParcel', { body: { code: 'A1' } }, scope()));
    expect([error.outcome, error.message]).toEqual(['rejected', expect.stringContaining('check the code on the parcel')]);
  });

  it('follows no redirect, with the key or without', async () => {
    const { transport, scope, sent } = createCourier([
      new Response(null, { status: 307, headers: { location: 'https://elsewhere.test/' } }),
    ]);
    const error = await thrown(transport.send('sendParcel', { body: { to: 'Cluj' } }, scope()));
    expect(error).toBeInstanceOf(ApiError);
    expect([error.outcome, sent.length]).toEqual(['unknown', 1]);
    expect(error.message).toContain('https://elsewhere.test');
  });

  it('gives up an attempt in time, and a call by its deadline', async () => {
    const { transport, sent } = createCourier(['hang', 'hang', 'hang'], { timeout: 30, deadline: 60_000 });
    const create = await thrown(transport.send('sendParcel', { body: { to: 'Cluj' } }, transport.start('test', undefined)));
    expect(create).toMatchObject({ name: 'TimeoutError', limit: 'timeout', outcome: 'unknown' });
    const read = await thrown(
      transport.send('findParcel', { body: { code: 'A1' } }, transport.start('test', { timeout: 10_000, deadline: 30 })),
    );
    expect(read).toBeInstanceOf(TimeoutError);
    expect([(read as TimeoutError).limit, sent.length]).toEqual(['deadline', 2]);
  });

  it('passes an abort through as the caller’s own reason', async () => {
    const { transport } = createCourier(['hang']);
    const controller = new AbortController();
    const reason = new Error('left');
    const call = transport.send('sendParcel', { body: { to: 'Cluj' } }, transport.start('test', { signal: controller.signal }));
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it('names the option when a response is larger than it may be', async () => {
    const { transport, scope } = createCourier([new Response('x'.repeat(200))], { maxBody: 100 });
    const error = await thrown(transport.send('findParcel', { body: { code: 'A1' } }, scope()));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error.message).toContain('maxBody');
  });

  it('tells a listener of each attempt, with the call it belongs to', async () => {
    skipWaits();
    const told: unknown[] = [];
    const { transport, scope } = createCourier([failed(503), ok()], { onAttempt: (attempt) => void told.push(attempt) });
    await transport.send('findParcel', { body: { code: 'A1' } }, scope(), { target: 'A1' });
    expect(told).toMatchObject([
      { call: 1, operation: 'findParcel', target: 'A1', attempt: 1, status: 503, outcome: 'rejected' },
      { call: 1, operation: 'findParcel', target: 'A1', attempt: 2, status: 200, outcome: 'done' },
    ]);
  });

  it.each([['..'], ['a/b'], ['']])('refuses a path parameter that could reach another address: %j', async (code) => {
    const { transport, scope, sent } = createCourier([ok()]);
    const error = await thrown((async () => transport.send('holdParcel', { path: { code } }, scope()))());
    expect([error.name, sent.length]).toEqual(['InputError', 0]);
  });
});
