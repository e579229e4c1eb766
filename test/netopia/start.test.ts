import { InputError, OrderConflictError, OutcomeUnknownError, TimeoutError, createPaymentsClient, orderOf } from 'paylinks/netopia';
import type { Attempt, Order, PaymentsClientOptions, Started } from 'paylinks/netopia';
import type { Fault, PaymentsSandbox } from 'paylinks/netopia/sandbox';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bodyNamed, createScripted, createWorld, errorOf, json, options, order } from './support/fixtures.js';

/** The places where the answer to a start can be lost. */
const losses: readonly (readonly [string, Fault])[] = [
  ['before NETOPIA reads the request', { fault: 'drop-before' }],
  ['after NETOPIA started the payment', { fault: 'drop-after' }],
  ['in a server that never answers and does nothing', { fault: 'stall-headers', commit: false }],
  ['in a server that never answers and starts the payment', { fault: 'stall-headers' }],
  ['in a body that stands still', { fault: 'stall-body' }],
  ['in a body that is cut off', { fault: 'truncate' }],
  ['in a body that is short and looks complete', { fault: 'truncate', silent: true }],
  ['behind a 500 before the payment was started', { fault: 'status', code: 500 }],
  ['behind a 504 after the payment was started', { fault: 'status', code: 504, commit: true }],
  ['behind an HTML page with 200', { fault: 'html', commit: true }],
  ['in an empty body', { fault: 'status', code: 200, body: '', commit: true }],
  ['in a body without a payment', { fault: 'status', code: 200, body: {}, commit: true }],
];

function startsIn(sandbox: PaymentsSandbox): string[] {
  return sandbox.journal.flatMap(({ operation, orderID }) => (operation === 'startPayment' && orderID !== undefined ? [orderID] : []));
}

/** What the test's `fetch` was asked to start, whether it arrived or not. */
function spyOn(sandbox: PaymentsSandbox): { readonly fetch: NonNullable<PaymentsClientOptions['fetch']>; readonly sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    fetch: (url, init) => {
      if (url.endsWith('/start')) sent.push(JSON.parse(init.body ?? '{}').order.orderID);
      return sandbox.fetch(url, init);
    },
  };
}

function redirectOf(started: Started): Extract<Started, { kind: 'redirect' }> {
  if (started.kind !== 'redirect') throw new Error(`is ${started.kind}`);
  return started;
}

afterEach(() => void vi.useRealTimers());

describe.each(losses)('start, its answer lost %s', (_, fault) => {
  it('hands out one page, over sockets, under an id that was not sent before', async () => {
    const { sandbox } = createWorld();
    const { close } = await sandbox.listen({ port: 0 });
    const sent: string[] = [];
    const payments = createPaymentsClient({
      ...options,
      ...sandbox.credentials,
      timeout: 2_000,
      deadline: 60_000,
      fetch: (url, init) => {
        sent.push(JSON.parse(init.body ?? '{}').order.orderID);
        return fetch(url, init);
      },
    });
    sandbox.inject({ ...fault, times: 1, operation: 'startPayment' } as Fault);
    try {
      const { url, attempt, reused, stillPayable } = redirectOf(await payments.start(order));
      expect(sent.length).toBeGreaterThan(1);
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.every((id) => orderOf(id) === '1042')).toBe(true);
      expect(attempt).toMatchObject({ orderID: '1042', attemptID: sent.at(-1), url, amount: 200 });
      expect([reused, stillPayable]).toEqual([false, []]);
      const held = sandbox.payments.find(({ orderID }) => orderID === attempt.attemptID);
      expect(held).toMatchObject({ ntpID: attempt.ntpID, payable: true });
      expect(url.endsWith(held?.page ?? 'no page')).toBe(true);
    } finally {
      await close();
    }
  });

  it('keeps the deadline when every answer is lost, and never sends one id twice', async () => {
    vi.useFakeTimers();
    const { sandbox } = createWorld();
    const { fetch, sent } = spyOn(sandbox);
    const payments = createPaymentsClient({ ...options, ...sandbox.credentials, fetch, timeout: 10_000, deadline: 25_000, retries: 50 });
    sandbox.inject({ ...fault, operation: 'startPayment' } as Fault);
    const began = performance.now();
    const failed = errorOf(payments.start(order));
    await vi.runAllTimersAsync();
    const error = await failed;
    expect(performance.now() - began).toBeLessThanOrEqual(25_000);
    expect(error).toMatchObject({ operation: 'startPayment', outcome: 'unknown' });
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(sent.length);
  });
});

describe('start', () => {
  it('sends what the API wants and nothing of a card', async () => {
    const { payments, seen } = createScripted(() => new Response(bodyNamed('start-101-hosted.response')));
    await payments.start({
      ...order,
      amount: '200.50',
      products: [{ name: 'Mug', price: 200.5 }],
      data: { cart: '77' },
      clientID: 'c1',
      installments: 2,
    });
    expect(seen[0]).toEqual({
      path: '/payment/card/start',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: options.apiKey },
      body: {
        config: {
          notifyUrl: options.notifyUrl,
          redirectUrl: options.redirectUrl,
          cancelUrl: options.redirectUrl,
          language: 'ro',
        },
        payment: { options: { installments: 2, bonus: 0 }, instrument: { type: 'card' }, data: {} },
        order: {
          posSignature: options.posSignature,
          orderID: expect.stringMatching(/^1042-[a-z0-9]{8}$/),
          amount: 200.5,
          currency: 'RON',
          description: 'Order 1042',
          dateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          billing: { email: 'payer@example.com', firstName: 'Ana', lastName: 'Exemplu', city: 'Bucuresti', country: 642 },
          products: [{ name: 'Mug', price: 200.5 }],
          data: { cart: '77' },
          clientID: 'c1',
        },
      },
    });
  });

  it('does not see what the caller changes after the call', async () => {
    const { payments, seen } = createScripted(() => new Response(bodyNamed('start-101-hosted.response')));
    const mine = { ...order, billing: { ...order.billing } };
    const started = payments.start(mine);
    Object.assign(mine, { amount: 1 });
    Object.assign(mine.billing, { email: 'other@example.com' });
    await started;
    expect(seen[0]?.body).toMatchObject({ order: { amount: 200, billing: { email: 'payer@example.com' } } });
  });

  it('takes the first attempt’s id from a shop that stores it before it starts', async () => {
    const { payments, seen } = createScripted((_, count) =>
      count === 1 ? json({}, 503) : new Response(bodyNamed('start-101-hosted.response')),
    );
    const { attempt } = redirectOf(await payments.start({ ...order, attemptID: '1042-k3v9q2xw' }));
    expect(seen[0]?.body.order.orderID).toBe('1042-k3v9q2xw');
    expect(seen[1]?.body.order.orderID).toBe(attempt.attemptID);
    expect(attempt.attemptID).not.toBe('1042-k3v9q2xw');
  });

  it('shares one start among calls for one order at the same time, and not with other orders', async () => {
    const { sandbox, payments } = createWorld();
    const [one, two, other] = await Promise.all([
      payments.start(order),
      payments.start({ ...order }),
      payments.start({ ...order, orderID: '1043' }),
    ]);
    expect(startsIn(sandbox)).toHaveLength(2);
    expect(redirectOf(one).attempt).toEqual(redirectOf(two).attempt);
    expect(redirectOf(other).attempt.orderID).toBe('1043');
  });

  it('refuses a call for an order that is being started with another amount', async () => {
    const { sandbox, payments } = createWorld();
    const first = payments.start(order);
    const error = await errorOf(payments.start({ ...order, amount: 150 }));
    expect(error).toBeInstanceOf(OrderConflictError);
    expect(error).toMatchObject({ outcome: 'not-sent', orderID: '1042' });
    await first;
    expect(startsIn(sandbox)).toHaveLength(1);
  });

  it('tells the listener the order and every attempt on the way', async () => {
    const told: unknown[] = [];
    const { payments } = createScripted(
      (_, count) => (count === 1 ? json({}, 503) : new Response(bodyNamed('start-101-hosted.response'))),
      {
        onAttempt: ({ target, attempt, status, retryIn }) => void told.push([target, attempt, status, typeof retryIn]),
      },
    );
    await payments.start(order);
    expect(told).toEqual([
      ['1042', 1, 503, 'number'],
      ['1042', 2, 200, 'undefined'],
    ]);
  });

  it('tells drift when NETOPIA started another amount', async () => {
    const told: string[] = [];
    const { payments } = createScripted(() => new Response(bodyNamed('start-101-hosted.response')), {
      onDrift: ({ path, message }) => void told.push(`${path} ${message}`),
    });
    await payments.start(order);
    expect(told).toEqual(['payment.amount is 0.1, but 200 RON was started']);
  });

  it('ends with the caller’s own reason when the signal aborts', async () => {
    const controller = new AbortController();
    const reason = new Error('the payer left');
    const { payments } = createScripted(() => new Promise<Response>(() => {}));
    const failed = errorOf(payments.start(order, { signal: controller.signal }));
    controller.abort(reason);
    expect(await failed).toBe(reason);
  });

  it('is not sent again when the server refused it', async () => {
    const { payments, seen } = createScripted(() => json({ code: '99', message: 'Invalid POS' }, 400));
    await errorOf(payments.start(order));
    expect(seen).toHaveLength(1);
  });

  it('calls the outcome of a refusal unknown after an attempt in doubt', async () => {
    const { payments } = createScripted((_, count) => (count === 1 ? json({}, 503) : json({ code: '99', message: 'Invalid POS' }, 400)));
    await expect(payments.start(order)).rejects.toMatchObject({ status: 400, outcome: 'unknown' });
  });
});

describe('start with earlier attempts', () => {
  async function started(more: Partial<Order> = {}) {
    const world = createWorld();
    const { attempt } = redirectOf(await world.payments.start({ ...order, ...more } as Order));
    return { ...world, attempt };
  }

  it('gives the stored page of an open one again and starts nothing', async () => {
    const { sandbox, payments, attempt } = await started();
    const again = redirectOf(await payments.start(order, { attempts: [attempt] }));
    expect(again).toMatchObject({ url: attempt.url, attempt, reused: true, stillPayable: [] });
    expect(startsIn(sandbox)).toHaveLength(1);
  });

  it('gives the page of a declined one again, since the payer may try again there', async () => {
    const { sandbox, payments, attempt } = await started();
    await sandbox.pay(attempt.ntpID ?? '', 'wrong-cvv');
    const again = redirectOf(await payments.start(order, { attempts: [attempt] }));
    expect(again).toMatchObject({ url: attempt.url, reused: true, payment: { status: 'declined', phase: 'failed' } });
    expect(startsIn(sandbox)).toHaveLength(1);
  });

  it('says paid and starts nothing when one is paid, whatever the amount now', async () => {
    const { sandbox, payments, attempt } = await started();
    await sandbox.pay(attempt.ntpID ?? '');
    for (const amount of [200, 300]) {
      const again = await payments.start({ ...order, amount }, { attempts: [attempt] });
      expect(again).toMatchObject({ kind: 'paid', payment: { ntpID: attempt.ntpID, status: 'paid' } });
    }
    expect(startsIn(sandbox)).toHaveLength(1);
  });

  it('says paid for money that is held and starts nothing', async () => {
    const { payments, seen } = createScripted(() => json({ error: { code: '00' }, payment: { ntpID: '7', status: 2 } }));
    const attempt: Attempt = { orderID: '1042', attemptID: '1042-k3v9q2xw', ntpID: '7', amount: 200, currency: 'RON' };
    await expect(payments.start(order, { attempts: [attempt] })).resolves.toMatchObject({
      kind: 'paid',
      payment: { status: 'opened', phase: 'held' },
    });
    expect(seen).toHaveLength(1);
  });

  it('starts anew for another amount and lists the old page as still payable', async () => {
    const { sandbox, payments, attempt } = await started();
    const dearer = redirectOf(await payments.start({ ...order, amount: 250 }, { attempts: [attempt] }));
    expect(dearer).toMatchObject({ reused: false, stillPayable: [attempt], attempt: { amount: 250 } });
    expect(startsIn(sandbox)).toHaveLength(2);
  });

  it('starts anew for another currency', async () => {
    const { payments, attempt } = await started();
    const abroad = redirectOf(await payments.start({ ...order, currency: 'EUR' }, { attempts: [attempt] }));
    expect(abroad).toMatchObject({ reused: false, stillPayable: [attempt] });
  });

  it('starts anew after one that has ended, and lists nothing', async () => {
    const { payments, seen } = createScripted(({ path }) =>
      path.endsWith('/status')
        ? json({ error: { code: '23' }, payment: { ntpID: '7', status: 23 } })
        : new Response(bodyNamed('start-101-hosted.response')),
    );
    const attempt: Attempt = {
      orderID: '1042',
      attemptID: '1042-k3v9q2xw',
      ntpID: '7',
      url: 'https://pay.example',
      amount: 200,
      currency: 'RON',
    };
    await expect(payments.start(order, { attempts: [attempt] })).resolves.toMatchObject({
      kind: 'redirect',
      reused: false,
      stillPayable: [],
    });
    expect(seen).toHaveLength(2);
  });

  it.each<[string, () => Response]>([
    ['answers 500', () => json({}, 500)],
    ['answers HTML', () => new Response('<html></html>')],
    ['answers 401', () => json({ code: '401', message: 'Unauthorized' }, 401)],
    ['tells of another payment', () => new Response(bodyNamed('status-paid.response'))],
    [
      'cuts the connection',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('stops before anything is started when the reading %s', async (_, respond) => {
    const { payments, seen } = createScripted(respond, { retries: false });
    const attempt: Attempt = {
      orderID: '1042',
      attemptID: '1042-k3v9q2xw',
      ntpID: '7',
      url: 'https://pay.example',
      amount: 200,
      currency: 'RON',
    };
    const error = await errorOf(payments.start(order, { attempts: [attempt] }));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ outcome: 'not-sent', attemptID: '1042-k3v9q2xw', ntpID: '7', cause: expect.any(Error) });
    expect(seen.every(({ path }) => path === '/operation/status')).toBe(true);
  });

  it('goes on after one that was stored before it was sent and of which NETOPIA knows nothing', async () => {
    const { sandbox, payments } = createWorld();
    const lost: Attempt = { orderID: '1042', attemptID: '1042-k3v9q2xw', amount: 200, currency: 'RON' };
    expect(redirectOf(await payments.start(order, { attempts: [lost] }))).toMatchObject({ reused: false, stillPayable: [] });
    expect(startsIn(sandbox)).toHaveLength(1);
  });

  it('starts anew after one whose answer was lost: nobody holds its page', async () => {
    const { sandbox, payments } = createWorld({ retries: false });
    sandbox.inject({ fault: 'drop-after', times: 1, operation: 'startPayment' });
    await errorOf(payments.start({ ...order, attemptID: '1042-k3v9q2xw' }));
    const lost: Attempt = { orderID: '1042', attemptID: '1042-k3v9q2xw', amount: 200, currency: 'RON' };
    expect(redirectOf(await payments.start(order, { attempts: [lost] }))).toMatchObject({ reused: false, stillPayable: [] });
  });

  it.each([9, 17, 99])('stops when one has status %d, which says neither yes nor no', async (status) => {
    const { payments, seen } = createScripted(() => json({ error: { code: '00' }, payment: { ntpID: '7', status } }));
    const attempt: Attempt = { orderID: '1042', attemptID: '1042-k3v9q2xw', ntpID: '7', amount: 200, currency: 'RON' };
    const error = await errorOf(payments.start(order, { attempts: [attempt] }));
    expect(error).toBeInstanceOf(OrderConflictError);
    expect(error).toMatchObject({ outcome: 'not-sent', payment: { ntpID: '7' } });
    expect(seen).toHaveLength(1);
  });

  it('stops when time runs out while they are read', async () => {
    vi.useFakeTimers();
    const { payments, seen } = createScripted(() => new Promise<Response>(() => {}));
    const attempt: Attempt = { orderID: '1042', attemptID: '1042-k3v9q2xw', ntpID: '7', amount: 200, currency: 'RON' };
    const failed = errorOf(payments.start(order, { attempts: [attempt], deadline: 5_000 }));
    await vi.runAllTimersAsync();
    expect(await failed).toMatchObject({ outcome: 'not-sent', cause: expect.any(TimeoutError) });
    expect(seen.every(({ path }) => path === '/operation/status')).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no list', 'attempt'],
    ['a list of something else', [{ id: 7 }]],
    ['an attempt at another order', [{ orderID: '7', attemptID: '7-k3v9q2xw', amount: 1, currency: 'RON' }]],
  ])('refuses %s', async (_, attempts) => {
    const { payments, seen } = createScripted(() => json({}));
    const error = await errorOf(payments.start(order, { attempts: attempts as Attempt[] }));
    expect(error).toBeInstanceOf(InputError);
    expect(seen).toEqual([]);
  });
});
