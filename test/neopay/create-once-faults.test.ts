import { describe, expect, it } from 'vitest';
import { applyLate, faults, lagList, refuse } from '../support/faults.js';
import { createClient, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import type { Plan } from '../support/fault-server.js';
import { ambiguousFaults, hasCreated, onPost } from '../support/harm.js';
import { brokenConnection, createScript, fails, json } from '../support/script.js';

describe('createOnce', () => {
  it.each(Object.keys(ambiguousFaults))('finds the link after "%s" or says that it does not know', async (name) => {
    const { links, server } = await createWire(onPost(ambiguousFaults[name]), { timeout: 200 });
    const result = await links.createOnce({ ...order, reference: 'r-52' }, { settle: 400 }).then(
      (link) => link.reference,
      (error: unknown) => error,
    );
    expect(server.ledger.entries.filter((entry) => entry.method === 'POST')).toHaveLength(1);
    if (hasCreated(server.ledger.entries)) expect(result).toBe('r-52');
    else expect(result).toMatchObject({ name: 'OutcomeUnknownError', reference: 'r-52', outcome: 'unknown', since: expect.any(Date) });
  });

  it('finds a link that the list shows late', async () => {
    const plan: Plan = { request: (entry) => (entry.method === 'POST' ? faults['reset after apply'] : lagList(300)) };
    const { links, sandbox } = await createWire(plan);
    expect((await links.createOnce({ ...order, reference: 'r-53' }, { settle: 3_000 })).reference).toBe('r-53');
    expect([...sandbox.links]).toHaveLength(1);
  });

  it('does not read a failed lookup as absence', async () => {
    skipWaits();
    const { links, server } = await createWire({ request: (entry) => (entry.method === 'GET' ? refuse(500) : undefined) });
    expect(await thrownBy(links.createOnce({ ...order, reference: 'r-54' }))).toMatchObject({ name: 'ServerError' });
    expect(server.ledger.entries.filter((entry) => entry.method === 'POST')).toEqual([]);
  });

  it('goes on looking when every other lookup fails', async () => {
    let lookups = 0;
    const plan: Plan = {
      request: (entry) => {
        if (entry.method === 'POST') return faults['reset after apply'];
        return (lookups += 1) % 2 === 0 ? faults['truncated JSON'] : undefined;
      },
    };
    const { links, sandbox } = await createWire(plan, { retries: 0, deadline: 10_000 });
    expect((await links.createOnce({ ...order, reference: 'r-54' }, { settle: 5_000 })).reference).toBe('r-54');
    expect([...sandbox.links]).toHaveLength(1);
  });

  it('does not take a list it could not read to its end for the whole', async () => {
    skipWaits();
    const next = 'https://neopay.test/api/links?page=2';
    const script = createScript((sent) =>
      (sent.url.search ? json({ message: 'Down.' }, 500) : json({ data: [wireLink()], links: { next } }))(sent),
    );
    await thrownBy(createClient(script.fetch).createOnce({ ...order, reference: 'r-54' }));
    expect(script.sent.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('called again later finds what was applied after it gave up, and never posts twice', async () => {
    const { links, server, sandbox } = await createWire(onPost(applyLate(250)), { timeout: 50 });
    const input = { ...order, reference: 'r-55' };
    expect(await thrownBy(links.createOnce(input, { settle: 50 }))).toMatchObject({ name: 'OutcomeUnknownError' });
    expect((await links.createOnce(input, { settle: 3_000 })).reference).toBe('r-55');
    expect([[...sandbox.links].length, server.ledger.entries.filter((entry) => entry.method === 'POST').length]).toEqual([1, 1]);
  });

  it('called again while nothing is there still posts no second time', async () => {
    const { links, server } = await createWire(onPost(faults['reset before apply']));
    const input = { ...order, reference: 'r-55' };
    for (let round = 0; round < 2; round += 1)
      expect(await thrownBy(links.createOnce(input, { settle: 30 }))).toMatchObject({ name: 'OutcomeUnknownError' });
    expect(server.ledger.entries.filter((entry) => entry.method === 'POST')).toHaveLength(1);
  });

  it('by a new client, after a crash, adopts the link the old one made', async () => {
    const crash = new AbortController();
    const { links, server, sandbox } = await createWire(
      onPost(async (exchange) => {
        await exchange.apply();
        crash.abort('crash');
      }),
    );
    const input = { ...order, reference: 'r-62' };
    expect(await thrownBy(links.createOnce(input, { signal: crash.signal }))).toBe('crash');
    const reborn = createClient(globalThis.fetch, { baseUrl: server.origin + new URL(sandbox.credentials.baseUrl).pathname });
    expect((await reborn.createOnce(input)).reference).toBe('r-62');
    expect([...sandbox.links]).toHaveLength(1);
  });

  it.each([{ amount: 1 }, { product: 'Other' }])('does not adopt a link with %j', async (change) => {
    const script = createScript(json({ data: [wireLink({ reference: 'r-56', ...change })] }));
    const error = await thrownBy(createClient(script.fetch).createOnce({ ...order, reference: 'r-56' }));
    expect(error).toMatchObject({ name: 'ReferenceConflictError', reference: 'r-56', links: [change] });
    expect(script.sent).toHaveLength(1);
  });

  it('shows both links when there are two', async () => {
    const script = createScript(json({ data: [wireLink({ id: 1, reference: 'r-57' }), wireLink({ id: 2, reference: 'r-57' })] }));
    const error = await thrownBy(createClient(script.fetch).createOnce({ ...order, reference: 'r-57' }));
    expect(error).toMatchObject({ name: 'ReferenceConflictError', links: [{ id: '1' }, { id: '2' }] });
  });

  it('is one flight for a hundred callers with one reference', async () => {
    const { links, server } = await createWire();
    const made = await Promise.all(Array.from({ length: 100 }, () => links.createOnce({ ...order, reference: 'r-59' })));
    expect(new Set(made.map((link) => link.id)).size).toBe(1);
    expect(server.ledger.entries.filter((entry) => entry.method === 'POST')).toHaveLength(1);
  });

  it('refuses to share a flight with another order of the same reference', async () => {
    const { links, sandbox } = await createWire();
    const calls = [
      links.createOnce({ ...order, reference: 'r-59' }),
      thrownBy(links.createOnce({ ...order, amount: 1, reference: 'r-59' })),
    ] as const;
    expect((await calls[0]).amount).toBe(order.amount);
    expect(await calls[1]).toMatchObject({ name: expect.stringMatching(/ReferenceConflictError|InputError/) });
    expect([...sandbox.links]).toHaveLength(1);
  });

  it('by two clients at once may make two links, which the next call reports', async () => {
    const { links, server, sandbox } = await createWire();
    const other = createClient(globalThis.fetch, { baseUrl: server.origin + new URL(sandbox.credentials.baseUrl).pathname });
    const input = { ...order, reference: 'r-60' };
    await Promise.allSettled([links.createOnce(input), other.createOnce(input)]);
    const third = createClient(globalThis.fetch, { baseUrl: server.origin + new URL(sandbox.credentials.baseUrl).pathname });
    const result = await third.createOnce(input).catch((error: unknown) => error);
    const count = [...sandbox.links].length;
    expect(result).toMatchObject(count === 1 ? { reference: 'r-60' } : { name: 'ReferenceConflictError' });
  });

  it('finds a link that slid to another page meanwhile', async () => {
    const page = (ids: readonly number[], next: string | null) =>
      json({ data: ids.map((id) => wireLink({ id, reference: `r-${id}` })), links: { next } });
    const script = createScript(page([1, 2], 'https://neopay.test/api/links?page=2'), page([2, 3], null));
    expect((await createClient(script.fetch).createOnce({ ...order, reference: 'r-2' })).id).toBe('2');
  });

  it('ends a lookup whose pages lead in a circle, without posting', async () => {
    const script = createScript(json({ data: [wireLink()], links: { next: 'https://neopay.test/api/links?page=2' } }));
    await thrownBy(createClient(script.fetch, { deadline: 2_000 }).createOnce({ ...order, reference: 'r-61' }));
    expect(script.sent.length).toBeLessThan(5);
    expect(script.sent.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it.each(['R-63', 'r-6', null])('reports a reference that came back as %j', async (reference) => {
    const drift: unknown[] = [];
    const script = createScript(json({ data: [] }), json(wireLink({ reference })));
    const link = await createClient(script.fetch, { onDrift: (found) => drift.push(found) }).createOnce({ ...order, reference: 'r-63' });
    expect(link.id).toBe(wireLink()['id']);
    expect(JSON.stringify(drift)).toContain('reference');
  });

  it.each([409, 422])('looks again before it believes a %i', async (status) => {
    const found = json({ data: [wireLink({ reference: 'r-64' })] });
    const script = createScript(json({ data: [] }), json({ message: 'The reference is taken.' }, status), found);
    expect((await createClient(script.fetch).createOnce({ ...order, reference: 'r-64' })).reference).toBe('r-64');
    expect(script.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('after success finds its own link even while the list lags', async () => {
    const { links, sandbox } = await createWire({
      request: (entry) => (entry.method === 'GET' && entry.target.endsWith('/links') ? lagList(5_000) : undefined),
    });
    const input = { ...order, reference: 'r-again' };
    const first = await links.createOnce(input);
    expect((await links.createOnce(input, { settle: 50 })).id).toBe(first.id);
    expect([...sandbox.links]).toHaveLength(1);
  });

  it('keeps in mind a link it found, should a later list not show it', async () => {
    const shown = json({ data: [wireLink({ reference: 'r-seen' })] });
    const script = createScript(shown, json({ data: [] }), json(wireLink({ reference: 'r-seen' })));
    const links = createClient(script.fetch);
    const first = await links.createOnce({ ...order, reference: 'r-seen' });
    expect((await links.createOnce({ ...order, reference: 'r-seen' })).id).toBe(first.id);
    expect(script.sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  it('posts again after a lost request only when told to, once the quiet time has passed', async () => {
    let posts = 0;
    const { links, sandbox } = await createWire({
      request: (entry) => (entry.method === 'POST' && (posts += 1) === 1 ? faults['reset before apply'] : undefined),
    });
    const input = { ...order, reference: 'r-again' };
    expect(await thrownBy(links.createOnce(input, { settle: 20 }))).toMatchObject({ name: 'OutcomeUnknownError' });
    expect(await thrownBy(links.createOnce(input, { settle: 20, repostAfter: 60_000 }))).toMatchObject({ name: 'OutcomeUnknownError' });
    expect(posts).toBe(1);
    expect((await links.createOnce(input, { repostAfter: 50 })).reference).toBe('r-again');
    expect([posts, [...sandbox.links].length]).toEqual([2, 1]);
  });

  it('posts again within one call when the quiet time ends before the search does', async () => {
    let posts = 0;
    const { links, sandbox } = await createWire({
      request: (entry) => (entry.method === 'POST' && (posts += 1) === 1 ? faults['end before apply'] : undefined),
    });
    await links.createOnce({ ...order, reference: 'r-again' }, { repostAfter: 100 });
    expect([posts, [...sandbox.links].length]).toEqual([2, 1]);
  });

  it('does not post again, though told to, while the list cannot be read whole', async () => {
    let posts = 0;
    const links = createClient(async (_url, init) => {
      if (init?.method === 'POST') {
        posts += 1;
        throw brokenConnection('ECONNRESET');
      }
      return Response.json(posts === 0 ? { data: [] } : { data: [], has_more: true });
    });
    const input = { ...order, reference: 'r-again' };
    for (let round = 0; round < 2; round += 1)
      expect(await thrownBy(links.createOnce(input, { settle: 30, repostAfter: 0 }))).toMatchObject({ name: 'OutcomeUnknownError' });
    expect(posts).toBe(1);
  });

  it('that never left is posted again', async () => {
    skipWaits();
    const script = createScript(
      json({ data: [] }),
      fails(brokenConnection('ECONNREFUSED', 'connect')),
      json(wireLink({ reference: 'r-51' })),
    );
    expect((await createClient(script.fetch).createOnce({ ...order, reference: 'r-51' })).reference).toBe('r-51');
  });
});
