import {
  InputError,
  RefundUnconfirmedError,
  ResponseError,
  attemptID,
  createPaymentsClient,
  isPaid,
  orderOf,
  paidFor,
} from 'paylinks/netopia';
import type { Attempt, Order, Started } from 'paylinks/netopia';
import { createNotificationHandler, netopiaPublicKey, verifyNotification } from 'paylinks/netopia/notifications';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bodyNamed, createScripted, createWorld, errorOf, json, options, order, tokenOrder } from './support/fixtures.js';
import { bodyOf, createSigner, posSignature, signBody } from './support/sign.js';

const signer = createSigner();
const trusted = { posSignatures: [posSignature], keys: [signer.publicKey] };

function notificationOf(body: string, headers: Record<string, string> = { 'Verification-token': signBody(signer, body) }): Request {
  return new Request('https://shop.example/notify', { method: 'POST', body, headers });
}

function redirectOf(started: Started): Extract<Started, { kind: 'redirect' }> {
  if (started.kind !== 'redirect') throw new Error(started.kind);
  return started;
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

// Public reports of integrations that failed, in the order of the fact sheet.
describe('it cannot happen that', () => {
  it('a paid start looks as if it had not been sent, because its answer has no page', async () => {
    const { payments } = createScripted(() => new Response(bodyNamed('start-00-paid.response')));
    await expect(payments.charge(tokenOrder)).resolves.toMatchObject({ kind: 'paid', payment: { ntpID: '1309088' } });
    const broken = createScripted(() => new Response(bodyNamed('start-101-without-url.response')));
    expect(await errorOf(broken.payments.start(order))).toMatchObject({ name: 'ResponseError', ntpID: '1234567' });
  });

  it('no signature ever verifies, because the console shows a key of 1024 bits that signs something else', async () => {
    expect(netopiaPublicKey).toContain('BEGIN PUBLIC KEY');
    const shown = { ...trusted, keys: [createSigner(1024).publicKey] };
    await expect(verifyNotification(notificationOf(bodyOf(3)), shown)).rejects.toThrow(/1024-bit key and certificate are for API v1/);
  });

  it('a shop trusts unverified notifications for want of a working key: no option turns the check off', async () => {
    const forged = notificationOf(bodyOf(3), { 'Verification-token': signBody(createSigner(), bodyOf(3)) });
    const off: object[] = [{ verify: false }, { trustUnverified: true }, { keys: [] }, { keys: undefined }, { algorithms: ['none'] }];
    for (const more of off) await expect(verifyNotification(forged.clone(), { ...trusted, ...more })).rejects.toThrow();
  });

  it('a proxy that writes header names in lower case loses the signature', async () => {
    const body = bodyOf(3);
    for (const name of ['verification-token', 'Verification-Token', 'VERIFICATION-TOKEN'])
      await expect(verifyNotification({ headers: { [name]: signBody(signer, body) }, body }, trusted)).resolves.toMatchObject({
        status: 'paid',
      });
  });

  it('every notification is refused because the audience is a text one day and a list the next', async () => {
    const body = bodyOf(3);
    for (const aud of [posSignature, [posSignature], ['ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ', posSignature]])
      await expect(
        verifyNotification(notificationOf(body, { 'Verification-token': signBody(signer, body, { aud }) }), trusted),
      ).resolves.toMatchObject({ status: 'paid' });
  });

  it('a body that was parsed and written again is compared with the signature of the original', async () => {
    const body = '{ "order": {"orderID":"1042"}, "payment": {"ntpID":"7","status":3} }';
    const headers = { 'Verification-token': signBody(signer, body) };
    await expect(verifyNotification({ headers, body: JSON.parse(body) }, trusted)).rejects.toThrow(/express\.raw\(/);
    await expect(verifyNotification({ headers, body: JSON.stringify(JSON.parse(body)) }, trusted)).rejects.toMatchObject({
      reason: 'body',
    });
  });

  it('a reader skips the content type in which notifications come', async () => {
    const body = bodyOf(3);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', ''])
      await expect(
        verifyNotification(notificationOf(body, { 'Verification-token': signBody(signer, body), 'content-type': type }), trusted),
      ).resolves.toMatchObject({ status: 'paid' });
  });

  it('a mistyped security code kills the order for good, because declined is taken for cancelled', async () => {
    const { sandbox, payments } = createWorld();
    const { attempt } = redirectOf(await payments.start(order));
    await sandbox.pay(attempt.ntpID ?? '', 'wrong-cvv');
    await expect(payments.get(attempt)).resolves.toMatchObject({ status: 'declined', phase: 'failed' });
    const again = redirectOf(await payments.start(order, { attempts: [attempt] }));
    await sandbox.pay(again.attempt.ntpID ?? '');
    expect(isPaid(await payments.get(again.attempt))).toBe(true);
  });

  it('statuses mean what an invented table says: 15 is no refund, 5 is no credit, 3 is not pending', async () => {
    const body = (status: number) => json({ error: { code: '00' }, payment: { ntpID: '7', status } });
    const { payments } = createScripted((_, count) => body([15, 5, 3, 77][count - 1] ?? 0));
    await expect(payments.get('7')).resolves.toMatchObject({ status: '3d_auth', phase: 'open' });
    await expect(payments.get('7')).resolves.toMatchObject({ status: 'confirmed', phase: 'paid' });
    await expect(payments.get('7')).resolves.toMatchObject({ status: 'paid', phase: 'paid' });
    await expect(payments.get('7')).resolves.toMatchObject({ status: 'unknown', phase: 'unclear' });
  });

  it('a success counts as a failure because it carries an error object', async () => {
    const { payments } = createScripted(
      ({ path }) => new Response(bodyNamed(path.endsWith('/start') ? 'start-101-hosted.response' : 'status-confirmed.response')),
    );
    await expect(payments.start(order)).resolves.toMatchObject({ kind: 'redirect' });
    await expect(payments.get('3022507')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('a second try of an order is refused for ever because its id was used up', async () => {
    const { sandbox, payments } = createWorld({ retries: false });
    sandbox.inject({ fault: 'drop-after', times: 1, operation: 'startPayment' });
    await errorOf(payments.start(order));
    const { attempt } = redirectOf(await payments.start(order));
    expect(orderOf(attempt.attemptID)).toBe('1042');
    expect(sandbox.payments.map(({ orderID }) => orderOf(orderID))).toEqual(['1042', '1042']);
  });

  it('nobody can tell whether a payment exists whose answer was lost', async () => {
    vi.useFakeTimers();
    const stored = attemptID(tokenOrder);
    const { payments } = createScripted(({ path }) => {
      if (path.endsWith('/start')) throw new TypeError('fetch failed');
      return json({ error: { code: '00' }, payment: { ntpID: '7', status: 3 }, order: { orderID: stored } });
    });
    const charged = payments.charge({ ...tokenOrder, attemptID: stored });
    await vi.runAllTimersAsync();
    await expect(charged).resolves.toMatchObject({ kind: 'paid', payment: { ntpID: '7', attemptID: stored } });
    await expect(payments.get({ attemptID: stored })).resolves.toMatchObject({ status: 'paid' });
    await expect(payments.settled({ attemptID: stored })).resolves.toMatchObject({ status: 'paid' });
  });

  it('payments go to a live host that is none, or follow it to the marketing site', async () => {
    const live = { ...options, environment: 'live', baseUrl: 'https://secure.netopia-payments.com' } as const;
    expect(() => createPaymentsClient(live)).toThrow('https://secure.netopia-payments.com/api');
    const html = createScripted(() => new Response('<!doctype html><title>Page not found</title>', { status: 404 }));
    expect(await errorOf(html.payments.start(order))).toBeInstanceOf(ResponseError);
    const moved = createScripted(() => new Response(null, { status: 302, headers: { location: 'https://netopia-payments.com/' } }));
    await expect(moved.payments.start(order)).rejects.toThrow(
      /redirected to https:\/\/netopia-payments\.com; redirects are never followed/,
    );
    expect(moved.seen).toHaveLength(1);
  });

  it('an order in EUR is refused because NETOPIA tells its payment in RON', async () => {
    const { sandbox, payments } = createWorld();
    const euros = { ...order, amount: 68.7, currency: 'EUR' };
    const { attempt } = redirectOf(await payments.start(euros));
    await sandbox.pay(attempt.ntpID ?? '');
    const payment = await payments.get(attempt);
    expect([payment.currency, isPaid(payment), paidFor(euros, payment)]).toEqual(['RON', true, 'other-currency']);
  });

  it('a refund that moved no money counts as done and is done again', async () => {
    const { sandbox, payments } = createWorld();
    const { attempt } = redirectOf(await payments.start(order));
    await sandbox.pay(attempt.ntpID ?? '');
    sandbox.inject({ fault: 'refund-silent', times: 1 });
    const error = await errorOf(payments.refund(attempt, { amount: 50 }));
    expect(error).toBeInstanceOf(RefundUnconfirmedError);
    expect(error).toMatchObject({ outcome: 'unknown', amount: 50 });
    expect(sandbox.find(attempt.ntpID ?? '')?.refunded).toBe(0);
  });

  it('a refund of the settled amount in RON overshoots what was paid in EUR without a word', async () => {
    const { sandbox, payments } = createWorld();
    const { attempt } = redirectOf(await payments.start({ ...order, amount: 68.7, currency: 'EUR' }));
    await sandbox.pay(attempt.ntpID ?? '');
    const settled = await payments.get(attempt);
    await expect(payments.refund(settled, { amount: settled.amount ?? 0 })).rejects.toMatchObject({
      outcome: 'rejected',
      message: expect.stringContaining('Invalid Credit amount'),
    });
    await expect(payments.refund(settled, { amount: 68.7 })).resolves.toMatchObject({ amount: 68.7 });
  });

  it('an empty secret lets anyone confirm an order', async () => {
    const handler = () =>
      createNotificationHandler({ posSignature, get: async () => ({ phase: 'paid' }) }, { keys: [], onPayment: () => {} });
    expect(handler).toThrow(InputError);
    for (const empty of [{ keys: [''] }, { posSignatures: [] }, { posSignatures: [''] }])
      await expect(verifyNotification(notificationOf(bodyOf(3)), { ...trusted, ...empty })).rejects.toBeInstanceOf(InputError);
  });

  it('a shop sells for test money because NODE_ENV is not exactly production', async () => {
    for (const value of ['production', 'prod', '']) {
      vi.stubEnv('NODE_ENV', value);
      const { environment: _, ...rest } = options;
      expect(() => createPaymentsClient(rest as typeof options)).toThrow(/environment must be 'sandbox' or 'live'/);
      expect(createPaymentsClient(options).environment).toBe('sandbox');
    }
  });

  it('a placeholder for a telephone number leaves the payer stuck on the page', async () => {
    const { payments, seen } = createScripted(() => new Response(bodyNamed('start-101-hosted.response')));
    for (const phone of ['-', '0', 'n/a', '', '000'])
      await expect(payments.start({ ...order, billing: { ...order.billing, phone } })).rejects.toThrow(
        /billing\.phone must be a telephone number, or left out/,
      );
    await payments.start(order);
    expect(seen).toHaveLength(1);
  });

  it('the payer’s country is sent as text or as the number of another one', async () => {
    const { payments, seen } = createScripted(() => new Response(bodyNamed('start-101-hosted.response')));
    for (const country of [40, 'Romania', 'ro', '642', null])
      await expect(payments.start({ ...order, billing: { ...order.billing, country } } as unknown as Order)).rejects.toThrow(
        /billing\.country must be 'RO' or 642/,
      );
    for (const country of ['RO', 642, undefined] as const) await payments.start({ ...order, billing: { ...order.billing, country } });
    expect(seen.map(({ body }) => Object(body.order).billing.country)).toEqual([642, 642, 642]);
  });

  it('the key, the token or a card number turns up in a log when the network fails', async () => {
    const logs = (['log', 'warn', 'error', 'debug', 'info'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
    const { payments } = createScripted(({ headers, body }) => {
      throw Object.assign(new Error(JSON.stringify({ headers, body })), { headers, body });
    });
    const shown = JSON.stringify([await errorOf(payments.charge(tokenOrder, { settle: 1 })), logs.map(({ mock }) => mock.calls)]);
    expect(shown).not.toContain(options.apiKey);
    expect(shown).not.toContain(tokenOrder.token);
    await expect(payments.start({ ...order, account: '9900004810225098' } as Order)).rejects.not.toThrow('9900004810225098');
  });

  it('two tabs make two payments for one order and nobody notices the second', async () => {
    const { sandbox, payments } = createWorld();
    const [first, second] = (await Promise.all([payments.start(order), payments.start(order)])).map(redirectOf);
    expect(first?.url).toBe(second?.url);
    await sandbox.pay(first?.payment.ntpID ?? '');
    const attempts: Attempt[] = first === undefined ? [] : [first.attempt];
    await expect(payments.start(order, { attempts })).resolves.toMatchObject({ kind: 'paid' });
    expect(sandbox.payments).toHaveLength(1);
  });

  it('a notification that comes twice, or beside the return page, makes the shop ship twice', async () => {
    const { sandbox, payments } = createWorld();
    const { attempt } = redirectOf(await payments.start(order));
    await sandbox.pay(attempt.ntpID ?? '');
    const [delivery] = sandbox.deliveries;
    const request = () => notificationOf(delivery?.body ?? '', { 'Verification-token': delivery?.token ?? '' });
    const shipped: string[] = [];
    const taken = new Set<string>();
    const handler = createNotificationHandler(payments, {
      keys: [sandbox.publicKey],
      onPayment: ({ id, orderID }) => {
        if (taken.has(id)) return;
        taken.add(id);
        shipped.push(orderID);
      },
    });
    const statuses = (await Promise.all([handler(request()), handler(request())])).map(({ status }) => status);
    expect([statuses, shipped]).toEqual([[200, 200], ['1042']]);
  });

  it('the return page says failed before the notification came, and the payer pays again', async () => {
    vi.useFakeTimers();
    const { payments } = createScripted((_, count) => json({ error: { code: '101' }, payment: { ntpID: '7', status: count < 4 ? 1 : 3 } }));
    const settled = payments.settled('7', { within: 20_000 });
    await vi.runAllTimersAsync();
    expect(isPaid(await settled)).toBe(true);
  });

  it('a reading fails for want of a member or for a space in a header’s name', async () => {
    const { payments, seen } = createScripted(() => json({ error: { code: '00' }, payment: { ntpID: '7', status: 3 } }));
    await payments.get('7');
    expect(seen[0]?.body).toEqual({ posID: options.posSignature, ntpID: '7', orderID: '' });
    expect(Object.keys(seen[0]?.headers ?? {})).toEqual(['Accept', 'Content-Type', 'Authorization']);
  });
});
