import { InputError, OutcomeUnknownError } from 'paylinks/netopia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createScripted, errorOf, json, options, tokenOrder } from './support/fixtures.js';

const paid = { error: { code: '00', message: 'Approved' }, payment: { ntpID: '7', status: 3, amount: 200, currency: 'RON' } };
const declined = {
  error: { code: '20', message: 'Insufficient funds' },
  payment: { ntpID: '7', status: 12, amount: 200, currency: 'RON' },
};
const nothing = { error: { code: '99', message: 'Payment not found' } };
const authenticating = { error: { code: '100' }, payment: { ntpID: '7', status: 15 } };

function cut(): never {
  throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' }) });
}

/** Each way to lose the answer of a charge. */
const losses: readonly (readonly [string, () => Response | Promise<Response>])[] = [
  ['a connection that breaks', cut],
  ['a server that never answers', () => new Promise<Response>(() => {})],
  ['500', () => json({}, 500)],
  ['502 with HTML', () => new Response('<html></html>', { status: 502 })],
  ['408', () => json({}, 408)],
  ['200 with HTML', () => new Response('<html></html>')],
  ['200 with nothing', () => new Response('')],
  ['200 with half a body', () => new Response('{"error":{"code":"00"},"payment":{"ntpID":"7","sta')],
  ['200 without a payment', () => json({})],
];

function createShop(lose: () => Response | Promise<Response>, read: (count: number) => Response | Promise<Response>, more: object = {}) {
  let reads = 0;
  const world = createScripted(({ path }) => (path.endsWith('/start') ? lose() : read((reads += 1))), more);
  return { ...world, posts: () => world.seen.filter(({ path }) => path.endsWith('/start')).length };
}

async function withoutWaiting<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  await vi.runAllTimersAsync();
  return work;
}

afterEach(() => void vi.useRealTimers());

describe('charge', () => {
  it('sends the token, the exemption and no clientID', async () => {
    const { payments, seen } = createScripted(() => json(paid));
    await expect(payments.charge(tokenOrder)).resolves.toMatchObject({
      kind: 'paid',
      payment: { ntpID: '7', attemptID: expect.stringMatching(/^1042-/) },
    });
    expect(seen[0]?.body).toMatchObject({
      payment: { instrument: { type: 'card', token: tokenOrder.token } },
      order: { scaExemptionInd: 'MIT' },
    });
    expect(seen[0]?.body.order).not.toHaveProperty('clientID');
  });

  describe.each(losses)('after %s', (_, lose) => {
    it('never posts again, and gives the payment that it finds by the attempt’s id', async () => {
      vi.useFakeTimers();
      const { payments, seen, posts } = createShop(lose, (count) => json(count < 3 ? nothing : paid));
      const started = await withoutWaiting(payments.charge(tokenOrder));
      expect(started).toMatchObject({ kind: 'paid', payment: { ntpID: '7' } });
      expect(posts()).toBe(1);
      expect(seen[1]?.body).toEqual({ posID: options.posSignature, ntpID: '', orderID: seen[0]?.body.order.orderID });
    });

    it('gives a decline that it finds', async () => {
      vi.useFakeTimers();
      const { payments, posts } = createShop(lose, () => json(declined));
      await expect(withoutWaiting(payments.charge(tokenOrder))).resolves.toMatchObject({ kind: 'declined', code: '20' });
      expect(posts()).toBe(1);
    });

    it('says that the outcome is unknown, with the attempt’s id, when it finds nothing', async () => {
      vi.useFakeTimers();
      const { payments, posts, seen } = createShop(lose, () => json(nothing));
      const error = await withoutWaiting(errorOf(payments.charge(tokenOrder, { settle: 20_000 })));
      expect(error).toBeInstanceOf(OutcomeUnknownError);
      expect(error).toMatchObject({
        outcome: 'unknown',
        orderID: '1042',
        attemptID: seen[0]?.body.order.orderID,
        since: expect.any(Date),
        cause: expect.any(Error),
      });
      expect(posts()).toBe(1);
    });

    it('says so too when nothing can be read, and keeps the deadline', async () => {
      vi.useFakeTimers();
      const { payments, posts } = createShop(lose, () => json({}, 500));
      const began = performance.now();
      const error = await withoutWaiting(errorOf(payments.charge(tokenOrder, { settle: 60_000, deadline: 40_000 })));
      expect(error).toBeInstanceOf(OutcomeUnknownError);
      expect(performance.now() - began).toBeLessThanOrEqual(40_000);
      expect(posts()).toBe(1);
    });
  });

  it('does not believe a payment that is still open, and names it', async () => {
    vi.useFakeTimers();
    const { payments, posts } = createShop(cut, () => json(authenticating));
    const error = await withoutWaiting(errorOf(payments.charge(tokenOrder)));
    expect(error).toMatchObject({ name: 'OutcomeUnknownError', ntpID: '7' });
    expect(posts()).toBe(1);
  });

  it('posts again only when the first post certainly never left', async () => {
    let count = 0;
    const refused = (): Response => {
      count += 1;
      if (count > 1) return json(paid);
      throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
    };
    const { payments, posts } = createShop(refused, () => json(nothing));
    await expect(payments.charge(tokenOrder)).resolves.toMatchObject({ kind: 'paid' });
    expect(posts()).toBe(2);
  });

  it('does not look for a charge that was refused', async () => {
    const { payments, seen } = createShop(
      () => json({ code: '99', message: 'Invalid POS' }, 400),
      () => json(nothing),
    );
    await expect(payments.charge(tokenOrder)).rejects.toMatchObject({ status: 400, outcome: 'rejected' });
    expect(seen).toHaveLength(1);
  });

  it('shares one post among calls for one order at the same time', async () => {
    const { payments, posts } = createShop(
      () => json(paid),
      () => json(nothing),
    );
    await Promise.all([payments.charge(tokenOrder), payments.charge(tokenOrder)]);
    expect(posts()).toBe(1);
  });

  it('tells of an id that was used up', async () => {
    const { payments } = createShop(
      () => json({ code: '99', message: 'Order already processed' }, 400),
      () => json(nothing),
    );
    await expect(payments.charge({ ...tokenOrder, attemptID: '1042-k3v9q2xw' })).rejects.toMatchObject({
      name: 'OrderConflictError',
      attemptID: '1042-k3v9q2xw',
    });
  });

  it.each<[string, object, RegExp]>([
    ['no token', { token: undefined }, /token is required/],
    ['a token that is too short', { token: 'abc' }, /token must/],
    ['a clientID', { clientID: 'c' }, /clientID must be left out/],
  ])('refuses %s', async (_, more, message) => {
    const { payments, seen } = createScripted(() => json(paid));
    const error = await errorOf(payments.charge({ ...tokenOrder, ...more }));
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(message);
    expect(seen).toEqual([]);
  });
});
