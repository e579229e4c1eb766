import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canary, findSecrets } from '../support/canary.js';
import { createScripted, errorOf, order, tokenOrder } from './support/fixtures.js';

const card = '9900009184214768';
const token = `${canary.token}-of-a-card`;
const authenticationToken = `${canary.token}-of-the-bank`;
const formData = { paRes: `${canary.token}-pares`, other: `${canary.token}-other` };

/** A body that repeats every secret wherever a server might. */
const echo = {
  code: '99',
  message: `Key ${canary.appKey} with token ${token} and card ${card}, ${authenticationToken}`,
  error: {
    code: '88',
    message: `token ${token}, card 9900 0091 8421 4768, key ${canary.appKey}`,
    details: [{ field: token, message: card }],
  },
  payment: {
    ntpID: '7',
    status: 99,
    amount: 'much',
    token,
    binding: { token, expireMonth: 'x' },
    instrument: { account: card },
    extra: { secretCode: '111', authenticationToken },
  },
  customerAction: { url: '', authenticationToken, formData },
};

const bodies: readonly (readonly [string, string])[] = [
  ['JSON that repeats them', JSON.stringify(echo)],
  ['JSON that is cut off within one', `{"payment":{"ntpID":"7","token":"${token.slice(0, -4)}`],
  ['JSON that escapes their names', JSON.stringify(echo).replaceAll('"token"', '"tok\\u0065n"').replaceAll('"account"', '"acc\\u006funt"')],
  ['JSON with flat members only', JSON.stringify({ code: echo.code, message: echo.message })],
  ['an HTML page', `<html>${echo.message} ${JSON.stringify(echo)} ${encodeURIComponent(token)}</html>`],
  ['text', echo.message],
];

function leaksIn(value: unknown): string[] {
  const shown = JSON.stringify(value) ?? '';
  return [...findSecrets(value), ...(shown.includes(card) || String(value).includes(card) ? ['card'] : [])];
}

afterEach(() => void vi.restoreAllMocks());

describe.each(bodies)('key, tokens, what the bank sends and card numbers in %s', (_, body) => {
  it.each([200, 400, 401, 404, 500])('with status %d are in no error, no hook, no drift and no log', async (status) => {
    const hooks: unknown[] = [];
    const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const more = { apiKey: canary.appKey, retries: 1, onAttempt: (attempt: unknown) => void hooks.push(attempt) };
    const respond = (): Response => new Response(body, { status, headers: { 'x-request-id': token, server: canary.appKey } });
    const calls = [{ onDrift: (drift: unknown) => void hooks.push(drift) }, { onDrift: undefined }, { strict: true }].flatMap((drift) => {
      const { payments } = createScripted(respond, { ...more, ...drift });
      return [
        payments.start(order),
        payments.charge({ ...tokenOrder, token }, { settle: 1 }),
        payments.get('7'),
        payments.refund('7', { amount: 1 }),
        payments.verifyAuth({ ntpID: '7', authenticationToken, formData }),
      ];
    });
    const results = await Promise.allSettled(calls);
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(errors.length).toBeGreaterThan(0);
    expect(hooks.length).toBeGreaterThan(0);
    expect(errors.flatMap(leaksIn)).toEqual([]);
    expect(hooks.flatMap(leaksIn)).toEqual([]);
    expect(leaksIn(log.mock.calls)).toEqual([]);
  });
});

describe('the token of a saved card', () => {
  it('can be read from a payment, and is in no log, JSON or copy of it', async () => {
    const paid = { error: { code: '00' }, payment: { ntpID: '7', status: 3, token, binding: { token } } };
    const { payments } = createScripted(() => new Response(JSON.stringify(paid)));
    const payment = await payments.get('7');
    expect(payment.token).toBe(token);
    const views = [
      inspect(payment, { depth: 9 }),
      JSON.stringify(payment),
      inspect({ ...payment }),
      inspect(structuredClone(payment)),
      String(payment),
    ];
    expect(views.filter((view) => view.includes(token))).toEqual([]);
  });
});

describe('a refused input', () => {
  it.each([
    ['card data', { instrument: { account: card, token } }],
    ['a token where none belongs', { token }],
    ['a key in the wrong place', { apiKey: canary.appKey }],
  ])('does not quote %s', async (_, more) => {
    const { payments } = createScripted(() => new Response('{}'));
    expect(leaksIn(await errorOf(payments.start({ ...order, ...more })))).toEqual([]);
  });

  it('does not quote the token of a charge or what the bank sent', async () => {
    const { payments } = createScripted(() => new Response('{}'));
    const long = { ...tokenOrder, token: token.repeat(80) };
    expect(leaksIn(await errorOf(payments.charge(long)))).toEqual([]);
    expect(leaksIn(await errorOf(payments.verifyAuth({ ntpID: '', authenticationToken, formData })))).toEqual([]);
  });
});

describe('a fetch that throws what it was given', () => {
  it('leaks nothing', async () => {
    const { payments } = createScripted(
      ({ headers, body }) => {
        throw Object.assign(new Error(`failed with ${JSON.stringify(headers)} ${JSON.stringify(body)}`), { headers, body });
      },
      { apiKey: canary.appKey, retries: false },
    );
    const charge = payments.charge({ ...tokenOrder, token }, { settle: 1 });
    expect(leaksIn(await errorOf(charge))).toEqual([]);
    expect(leaksIn(await errorOf(payments.verifyAuth({ ntpID: '7', authenticationToken, formData })))).toEqual([]);
  });
});
