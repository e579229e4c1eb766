import { InputError, createPaymentsClient } from 'paylinks/netopia';
import type { PaymentRef } from 'paylinks/netopia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bodyNamed, createScripted, createWorld, errorOf, json, options, order } from './support/fixtures.js';

const statusBody = (status: number): object => ({ error: { code: '00' }, payment: { ntpID: '7', status } });

afterEach(() => void vi.useRealTimers());

describe('get', () => {
  it.each<[string, PaymentRef, object]>([
    ['an ntpID', '7', { ntpID: '7', orderID: '' }],
    ['an object with both ids', { ntpID: '7', orderID: '1042-k3v9q2xw' }, { ntpID: '7', orderID: '1042-k3v9q2xw' }],
    ['the id that NETOPIA knows', { orderID: '1042-k3v9q2xw' }, { ntpID: '', orderID: '1042-k3v9q2xw' }],
    ['an attempt', { attemptID: '1042-k3v9q2xw', orderID: '1042' }, { ntpID: '', orderID: '1042-k3v9q2xw' }],
  ])('sends every member for %s', async (_, ref, ids) => {
    const { payments, seen } = createScripted(() => json(statusBody(3)));
    await payments.get(ref);
    expect(seen[0]?.body).toEqual({ posID: options.posSignature, ...ids });
  });

  it('takes a payment, an attempt and a notification for a reference', async () => {
    const { sandbox, payments } = createWorld();
    const started = await payments.start(order);
    if (started.kind !== 'redirect') throw new Error(started.kind);
    await sandbox.pay(started.payment.ntpID);
    const payment = await payments.get(started.payment);
    expect(payment).toMatchObject({ status: 'paid', orderID: '1042', attemptID: started.attempt.attemptID });
    await expect(payments.get(started.attempt)).resolves.toMatchObject({ ntpID: payment.ntpID });
    await expect(payments.get(payment)).resolves.toEqual(payment);
  });

  it('is repeated, since it reads', async () => {
    const { payments, seen } = createScripted((_, count) => (count < 3 ? json({}, 503) : json(statusBody(3))));
    await expect(payments.get('7')).resolves.toMatchObject({ status: 'paid' });
    expect(seen).toHaveLength(3);
  });

  it('asks a key function once more after a 401', async () => {
    const keys = ['first-key-of-two', 'second-key-of-two'];
    const { payments, seen } = createScripted((_, count) => (count === 1 ? json({ code: '401' }, 401) : json(statusBody(3))), {
      apiKey: () => keys.shift() ?? '',
    });
    await payments.get('7');
    expect(seen.map(({ headers }) => headers['Authorization'])).toEqual(['first-key-of-two', 'second-key-of-two']);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty text', ''],
    ['a number', 7],
    ['an empty object', {}],
    ['a text of 65 characters', 'x'.repeat(65)],
  ])('refuses %s', async (_, ref) => {
    const { payments, seen } = createScripted(() => json({}));
    expect(await errorOf(payments.get(ref as PaymentRef))).toBeInstanceOf(InputError);
    expect(seen).toEqual([]);
  });

  it('tells drift and gives the payment all the same; with strict it throws with the payment', async () => {
    const odd = { error: { code: '00' }, payment: { ntpID: '7', status: 99, amount: '200' } };
    const told: string[] = [];
    const { payments } = createScripted(() => json(odd), { onDrift: ({ path, message }) => void told.push(`${path} ${message}`) });
    await expect(payments.get('7')).resolves.toMatchObject({ ntpID: '7', status: 'unknown', phase: 'unclear', amount: undefined });
    expect(told).toEqual(['payment.amount must be a number, not a string', 'payment.status is 99, which this version does not know']);
    const strict = createPaymentsClient({ ...options, strict: true, fetch: async () => json(odd) });
    expect(await errorOf(strict.get('7'))).toMatchObject({ name: 'DriftError', payment: { ntpID: '7' }, issues: expect.any(Array) });
  });
});

describe('settled', () => {
  async function pollsOf(within: number, openFor: number, more: object = {}) {
    vi.useFakeTimers();
    const began = performance.now();
    const at: number[] = [];
    const { payments } = createScripted(() => {
      at.push(Math.round((performance.now() - began) / 1_000));
      return json(statusBody(at.length <= openFor ? 1 : 3));
    });
    const settled = payments.settled('7', { within, ...more });
    settled.catch(() => {});
    await vi.runAllTimersAsync();
    return { at, payment: await settled };
  }

  it('reads at once, then after 1, 2, 3 and every 5 seconds until it is not open', async () => {
    const { at, payment } = await pollsOf(60_000, 6);
    expect(at).toEqual([0, 1, 3, 6, 11, 16, 21]);
    expect(payment).toMatchObject({ status: 'paid' });
  });

  it('gives the open payment when the time is over', async () => {
    const { at, payment } = await pollsOf(8_000, 99);
    expect(at).toEqual([0, 1, 3, 6, 8]);
    expect(payment).toMatchObject({ status: 'new', phase: 'open' });
  });

  it('gives what was read last when the deadline of the call comes first', async () => {
    const { payment } = await pollsOf(60_000, 99, { deadline: 4_000 });
    expect(payment).toMatchObject({ phase: 'open' });
  });

  it.each([12, 23, 2, 8, 99])('does not wait for status %d', async (status) => {
    const { payments, seen } = createScripted(() => json(statusBody(status)));
    await payments.settled('7');
    expect(seen).toHaveLength(1);
  });

  it('refuses a time that is none', async () => {
    const { payments } = createScripted(() => json({}));
    expect(await errorOf(payments.settled('7', { within: -1 }))).toBeInstanceOf(InputError);
  });
});

describe('verifyAuth', () => {
  const authentication = { ntpID: '1310396', authenticationToken: 'AUTHTOKEN', formData: { paRes: 'PARES', MD: 'x' } };

  it.each([
    ['an object', authentication.formData],
    ['a URLSearchParams', new URLSearchParams(authentication.formData)],
    ['a Map', new Map(Object.entries(authentication.formData))],
  ])('passes on every field of %s unaltered', async (_, formData) => {
    const { payments, seen } = createScripted(() => new Response(bodyNamed('verify-auth-00.response')));
    await expect(payments.verifyAuth({ ...authentication, formData })).resolves.toMatchObject({ kind: 'paid' });
    expect(seen[0]?.body).toEqual(authentication);
  });

  it('is never sent twice after a lost answer', async () => {
    const { payments, seen } = createScripted(() => json({}, 503));
    await expect(payments.verifyAuth(authentication)).rejects.toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining('with get'),
    });
    expect(seen).toHaveLength(1);
  });

  it('finishes what a charge in the sandbox asked for', async () => {
    const { sandbox, payments } = createWorld();
    const first = await payments.start({ ...order, clientID: 'customer-7' });
    if (first.kind !== 'redirect') throw new Error(first.kind);
    await sandbox.pay(first.payment.ntpID, 'authentication', { authentication: 'accept' });
    await expect(payments.get(first.payment)).resolves.toMatchObject({ status: 'paid' });
  });

  it('refuses an authentication without fields', async () => {
    const { payments } = createScripted(() => json({}));
    expect(await errorOf(payments.verifyAuth({ ntpID: '7' } as never))).toBeInstanceOf(InputError);
  });
});

describe('refund', () => {
  async function paidWorld(more: object = {}) {
    const world = createWorld();
    const started = await world.payments.start({ ...order, ...more });
    if (started.kind !== 'redirect') throw new Error(started.kind);
    await world.sandbox.pay(started.payment.ntpID);
    return { ...world, ntpID: started.payment.ntpID };
  }

  it('pays back parts in the currency of the start up to the whole, and not beyond', async () => {
    const { sandbox, payments, ntpID } = await paidWorld({ currency: 'EUR', amount: 68.7 });
    await expect(payments.refund(ntpID, { amount: 60 })).resolves.toMatchObject({ ntpID, amount: 60, payment: { status: 'credit' } });
    await expect(payments.refund(await payments.get(ntpID), { amount: '8.70' })).resolves.toMatchObject({ amount: 8.7 });
    await expect(payments.refund(ntpID, { amount: 0.01 })).rejects.toMatchObject({
      outcome: 'rejected',
      message: expect.stringContaining('Invalid Credit amount'),
    });
    expect(sandbox.find(ntpID)).toMatchObject({ refunded: 68.7 });
  });

  it('sends one at a time for each payment', async () => {
    let under = 0;
    let most = 0;
    const { payments } = createScripted(async ({ body }) => {
      most = Math.max(most, (under += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      under -= 1;
      return json({ error: { code: '00' }, payment: { ntpID: body['ntpID'], status: 8, amount: body['amount'] } });
    });
    await Promise.all([1, 2, 3].map((amount) => payments.refund('7', { amount })));
    expect(most).toBe(1);
    await Promise.all(['8', '9'].map((ntpID) => payments.refund(ntpID, { amount: 1 })));
    expect(most).toBe(2);
  });

  it.each([
    ['500', () => json({}, 500)],
    ['nothing', () => new Response('')],
    [
      'a broken connection',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('is never sent again after %s', async (_, respond) => {
    const { payments, seen } = createScripted(respond);
    const error = await errorOf(payments.refund('7', { amount: 1 }));
    expect(error).toMatchObject({ outcome: expect.stringMatching(/unknown|done/) });
    expect(seen).toHaveLength(1);
  });

  it.each<[string, PaymentRef, unknown]>([
    ['no ntpID', { orderID: '1042-k3v9q2xw' }, 1],
    ['0', '7', 0],
    ['a negative amount', '7', -1],
    ['three decimals', '7', 1.001],
    ['no amount', '7', undefined],
  ])('refuses %s', async (_, ref, amount) => {
    const { payments, seen } = createScripted(() => json({}));
    expect(await errorOf(payments.refund(ref, { amount: amount as number }))).toBeInstanceOf(InputError);
    expect(seen).toEqual([]);
  });
});
