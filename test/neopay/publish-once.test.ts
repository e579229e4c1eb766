import { describe, expect, expectTypeOf, it } from 'vitest';
import { createLinksClient, OutcomeUnknownError, ReferenceConflictError, TransitionError } from '../../src/index.js';
import type { ClientOptions, PaymentLink } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';

const order = { product: 'iPhone 14 Pro', amount: 350.41, reference: 'order-1042' };

/** A sandbox, clients of it that share nothing, as processes do, and what is published in it. */
function createShop(options: Partial<ClientOptions> = {}) {
  const sandbox = createSandbox();
  const connect = (more: Partial<ClientOptions> = {}) =>
    createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch, onDrift: () => undefined, ...options, ...more });
  const published = (): number => sandbox.links.filter(({ status }) => status === 'published').length;
  const posts = (): number => sandbox.journal.filter(({ method }) => method === 'POST').length;
  return { sandbox, connect, published, posts };
}

describe('links.publishOnce', () => {
  it('creates a draft, publishes it, and gives it back typed as published', async () => {
    const { sandbox, connect } = createShop();
    const link = await connect().publishOnce(order, { wait: 0 });
    expectTypeOf(link).toEqualTypeOf<PaymentLink<'published'>>();
    expect(link).toMatchObject({ status: 'published', reference: 'order-1042' });
    expect(sandbox.links).toHaveLength(1);
  });

  it('gives the same link back when it is called again, by this process or another', async () => {
    const { sandbox, connect } = createShop();
    const links = connect();
    const first = await links.publishOnce(order, { wait: 0 });
    expect(await links.publishOnce(order, { wait: 0 })).toEqual(first);
    expect(await connect().publishOnce(order, { wait: 0 })).toEqual(first);
    expect(sandbox.links).toHaveLength(1);
  });

  it('publishes one link for three processes that call it at the same moment, and closes the other drafts', async () => {
    const { sandbox, connect, published } = createShop();
    const links = await Promise.all([1, 2, 3].map(() => connect().publishOnce(order, { wait: 300 })));
    expect(new Set(links.map(({ id }) => id)).size).toBe(1);
    expect(published()).toBe(1);
    expect(sandbox.links.filter(({ status }) => status === 'draft')).toEqual([]);
  });

  it('sends one request for calls of one client that come together', async () => {
    const { connect, posts } = createShop();
    const links = connect();
    await Promise.all([links.publishOnce(order, { wait: 0 }), links.publishOnce(order, { wait: 0 })]);
    expect(posts()).toBe(1);
  });

  it('publishes the draft that a process left behind between create and publish', async () => {
    const { connect, posts } = createShop();
    const draft = await connect().create(order);
    const link = await connect().publishOnce(order, { wait: 0 });
    expect([link.id, posts()]).toEqual([draft.id, 1]);
  });

  it.each(['createLink', 'publishLink', 'listLinks'] as const)(
    'ends with one published link though answers to %s are lost',
    async (operation) => {
      const { sandbox, connect, published } = createShop();
      sandbox.inject({ operation, fault: 'drop-after', times: 2 });
      const link = await connect().publishOnce(order, { wait: 0 });
      expect([link.status, published()]).toEqual(['published', 1]);
    },
  );

  it('ends with one published link though the server fails before it acts', async () => {
    const { sandbox, connect, published } = createShop();
    sandbox.inject({ operation: 'createLink', fault: 'status', code: 503, times: 2 });
    sandbox.inject({ operation: 'publishLink', fault: 'status', code: 500, times: 2 });
    await connect().publishOnce(order, { wait: 0 });
    expect(published()).toBe(1);
  });

  it('refuses a reference whose link was closed or taken back', async () => {
    const { connect } = createShop();
    const links = connect();
    const live = await links.publishOnce(order, { wait: 0 });
    await links.unpublish(live);
    await expect(links.publishOnce(order, { wait: 0 })).rejects.toMatchObject({ name: 'TransitionError', from: 'unpublished' });
    await links.close(live.id);
    const refused = await links.publishOnce(order, { wait: 0 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TransitionError);
    expect(refused).toMatchObject({ from: 'closed', action: 'publish', allowed: [] });
  });

  it('refuses a reference that is on a link with another product or amount', async () => {
    const { connect, published } = createShop();
    const links = connect();
    await links.create(order);
    const error = await links.publishOnce({ ...order, amount: 350.4 }, { wait: 0 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReferenceConflictError);
    expect([error, published()]).toEqual([expect.objectContaining({ reference: 'order-1042', links: [expect.anything()] }), 0]);
  });

  it('never publishes a second link beside one that somebody published by hand', async () => {
    const { sandbox, connect, published } = createShop();
    const links = connect();
    await links.create(order);
    sandbox.advance(5_000);
    await links.publish(await links.create(order));
    await expect(links.publishOnce(order, { wait: 0 })).rejects.toMatchObject({ links: [{ status: 'draft' }, { status: 'published' }] });
    expect(published()).toBe(1);
  });

  it('goes on reading the list once a draft was sent, and never calls that not sent', async () => {
    const { sandbox, connect, published } = createShop();
    let failing = false;
    const fetch: ClientOptions['fetch'] = async (url, init) => {
      if (failing && init.method === 'GET') return Response.json({ message: 'Down.' }, { status: 500 });
      failing ||= init.method === 'POST';
      return sandbox.fetch(url, init);
    };
    const links = connect({ fetch, retries: 0 });
    expect(await links.publishOnce(order, { wait: 0, deadline: 700 }).catch((error: unknown) => error)).toMatchObject({
      name: 'OutcomeUnknownError',
      outcome: 'unknown',
    });
    failing = false;
    const going = connect({ fetch, retries: 0 }).publishOnce({ ...order, reference: 'other' }, { wait: 0 });
    setTimeout(() => (failing = false), 300);
    expect([(await going).status, published()]).toEqual(['published', 1]);
  });

  it.each([
    ['without a Date header', { zoneless: false, date: false }],
    ['whose times have no zone', { zoneless: true, date: true }],
  ])('with a server %s waits until the draft has been seen for so long', async (_kind, { zoneless, date }) => {
    const { sandbox, connect } = createShop();
    const fetch: ClientOptions['fetch'] = async (url, init) => {
      const response = await sandbox.fetch(url, init);
      const text = await response.text();
      const headers = date ? { date: new Date(Date.now() + 7_200_000).toUTCString() } : undefined;
      return new Response(zoneless ? text.replaceAll('.000000Z', '') : text, { status: response.status, ...(headers && { headers }) });
    };
    await connect().create(order);
    const started = performance.now();
    await connect({ fetch }).publishOnce(order, { wait: 250 });
    expect(performance.now() - started).toBeGreaterThan(450);
  });

  it('with strict throws what departs from the document, and the next call goes on', async () => {
    const { sandbox, connect, published } = createShop();
    sandbox.inject({ operation: 'createLink', fault: 'drift', status: 'archived', times: 1 });
    const links = connect({ strict: true });
    await expect(links.publishOnce(order, { wait: 0 })).rejects.toMatchObject({ name: 'DriftError', outcome: 'done' });
    await links.publishOnce(order, { wait: 0 });
    expect([published(), sandbox.links.length]).toEqual([1, 1]);
  });

  it('tells of both links when a list that is later than wait hid one', async () => {
    const { sandbox, connect, published } = createShop();
    // This process sees no link of the other one until it has published its own.
    const hidden = new Set<string>();
    const blind: ClientOptions['fetch'] = async (url, init) => {
      const response = await sandbox.fetch(url, init);
      if (init.method !== 'GET' || published() > 1) return response;
      const body = (await response.json()) as { data: { id: string }[] };
      return Response.json(
        { ...body, data: body.data.filter(({ id }) => !hidden.has(id)) },
        { headers: { date: response.headers.get('date') ?? '' } },
      );
    };
    const other = await connect().publishOnce(order, { wait: 0 });
    hidden.add(other.id);
    const error = await connect({ fetch: blind })
      .publishOnce(order, { wait: 0 })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReferenceConflictError);
    expect(error).toMatchObject({ outcome: 'done', links: [expect.anything(), expect.anything()] });
  });

  it('says that the outcome is unknown when time runs out after a request was lost, and finds the link later', async () => {
    const { sandbox, connect, published } = createShop();
    const links = connect({ retries: false });
    const fault = sandbox.inject({ operation: 'createLink', fault: 'drop-before' });
    const error = await links.publishOnce(order, { wait: 0, deadline: 700 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ outcome: 'unknown', reference: 'order-1042' });
    fault.remove();
    await links.publishOnce(order, { wait: 0 });
    expect(published()).toBe(1);
  });

  it('sends nothing that it cannot agree by: refuses an input without a reference, and a wait that is no duration', async () => {
    const { connect, posts } = createShop();
    const links = connect();
    await expect(links.publishOnce({ ...order, reference: ' ' })).rejects.toMatchObject({ name: 'InputError' });
    await expect(links.publishOnce(order, { wait: -1 })).rejects.toMatchObject({ name: 'InputError', issues: [{ path: 'wait' }] });
    expect(posts()).toBe(0);
  });

  it('passes the reason of an abort through, also while it waits', async () => {
    const { connect } = createShop();
    const controller = new AbortController();
    const reason = new Error('left');
    const call = connect().publishOnce(order, { wait: 60_000, signal: controller.signal });
    setTimeout(() => controller.abort(reason), 50);
    await expect(call).rejects.toBe(reason);
  });
});

describe('links.createMany', () => {
  const seats = Array.from({ length: 6 }, (_, index) => ({ product: `Seat ${index + 1}`, amount: 45, reference: `seat-${index + 1}` }));

  it('gives an array of all results in the order of the inputs when it is awaited', async () => {
    const { connect } = createShop();
    const results = await connect().createMany(seats, { concurrency: 3 });
    expect(results.map(({ index, link }) => [index, link?.reference])).toEqual(seats.map(({ reference }, index) => [index, reference]));
  });

  it('gives the same array when it is awaited again', async () => {
    const { connect, posts } = createShop();
    const results = connect().createMany(seats);
    expect(await results).toBe(await results);
    expect(posts()).toBe(6);
  });

  it('refuses a promise clearly, and lets its rejection end nothing', async () => {
    const { connect } = createShop();
    const inputs = [Promise.resolve(seats[0]), Promise.reject(new Error('no order')), seats[1]];
    const results = await Reflect.apply(connect().createMany, undefined, [inputs]);
    expect(results).toMatchObject([
      { error: { name: 'InputError', outcome: 'not-sent', message: expect.stringContaining('not a promise of one; await it first') } },
      { error: { name: 'InputError' } },
      { link: { reference: 'seat-2' } },
    ]);
  });

  it('creates each link once though it runs twice, with one reading of the list each time', async () => {
    const { sandbox, connect, posts } = createShop();
    const links = connect();
    const first = await links.createMany(seats, { once: true });
    const again = await connect().createMany(seats, { once: true });
    expect(again.map(({ link }) => link?.id)).toEqual(first.map(({ link }) => link?.id));
    expect(posts()).toBe(6);
    expect(sandbox.journal.filter(({ operation }) => operation === 'listLinks')).toHaveLength(2);
  });

  it('publishes one link for each reference, also after a run that was left halfway', async () => {
    const { connect, published } = createShop();
    for await (const { link } of connect().createMany(seats, { publish: true, wait: 0, concurrency: 2 })) if (link !== undefined) break;
    const results = await connect().createMany(seats, { publish: true, wait: 0 });
    expect(results.map(({ link }) => link?.status)).toEqual(seats.map(() => 'published'));
    expect(published()).toBe(6);
  });

  it('refuses an input without a reference when each is to exist once', async () => {
    const { connect } = createShop();
    const inputs = [{ product: 'Seat', amount: 45, reference: '' }];
    const [result] = await connect().createMany(inputs, { once: true });
    expect(result?.error).toMatchObject({ name: 'InputError', outcome: 'not-sent' });
  });
});
