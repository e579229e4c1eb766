import { describe, expect, it } from 'vitest';
import { TransitionError } from '../../src/index.js';
import type { Link } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { canary } from '../support/canary.js';
import type { Fault } from '../support/exchange.js';
import { applyLate, applyThen, faults, refuse } from '../support/faults.js';
import { createClient, createFixture, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import type { Plan } from '../support/fault-server.js';
import { createScript, hangs, json } from '../support/script.js';

const actions = ['publish', 'unpublish', 'close'] as const;
type Action = (typeof actions)[number];

/** Written by hand, so that a wrong table cannot agree with itself. */
const outcomes: Record<string, Record<Action, string | undefined>> = {
  draft: { publish: 'published', unpublish: undefined, close: 'closed' },
  published: { publish: undefined, unpublish: 'unpublished', close: 'closed' },
  unpublished: { publish: 'published', unpublish: undefined, close: 'closed' },
  closed: { publish: undefined, unpublish: undefined, close: undefined },
};
const paths: Record<string, readonly Action[]> = {
  draft: [],
  published: ['publish'],
  unpublished: ['publish', 'unpublish'],
  closed: ['close'],
};
const targets: Record<Action, string> = { publish: 'published', unpublish: 'unpublished', close: 'closed' };
const matrix = Object.entries(outcomes).flatMap(([from, row]) => actions.map((action) => [from, action, row[action]] as const));

/** Meets the first PATCH with a fault and lets everything else pass. */
function onFirstPatch(fault: Fault): Plan {
  let met = false;
  return {
    request: (entry) => {
      if (entry.method !== 'PATCH' || met) return undefined;
      met = true;
      return fault;
    },
  };
}

function patches(entries: readonly { readonly method: string; readonly target: string }[]): string[] {
  return entries.filter(({ method }) => method === 'PATCH').map(({ target }) => target.replace(/.*\//, ''));
}

const applied: Record<string, Fault> = {
  'reset after apply': faults['reset after apply'],
  'end after apply': faults['end after apply'],
  'stall after apply': faults['stall after apply'],
  'reset in body': faults['reset in body'],
  '500 after apply': applyThen(500),
  '408 after apply': applyThen(408),
};
const unapplied: Record<string, Fault> = {
  'reset before apply': faults['reset before apply'],
  'stall before apply': faults['stall before apply'],
  '500 before apply': refuse(500),
  '429': refuse(429),
};

describe('a transition', () => {
  it.each(matrix)('of a %s link by %s gives %s', async (from, action, expected) => {
    const { links, sandbox } = createFixture();
    const { id } = await links.create(order);
    for (const step of paths[from] ?? []) await links[step](id);
    const result = await links[action](id).catch((error: unknown) => error);
    if (expected || from === targets[action]) expect(result).toMatchObject({ status: targets[action] });
    else expect(result).toMatchObject({ name: 'TransitionError', from, action, outcome: 'rejected' });
    expect([...sandbox.links][0]?.status.replace('unpublised', 'unpublished')).toBe(expected ?? from);
  });

  it.each(Object.keys(applied))('that took effect before a "%s" is success, with one PATCH', async (name) => {
    skipWaits();
    const { links, server } = await createWire(onFirstPatch(applied[name] ?? refuse(500)), { timeout: 250 });
    const { id } = await links.create(order);
    expect((await links.publish(id)).status).toBe('published');
    expect(patches(server.ledger.entries)).toEqual(['publish']);
  });

  it.each(Object.keys(unapplied))('that did not take effect at a "%s" is repeated after a look', async (name) => {
    skipWaits();
    const { links, server } = await createWire(onFirstPatch(unapplied[name] ?? refuse(500)), { timeout: 250 });
    const { id } = await links.create(order);
    expect((await links.publish(id)).status).toBe('published');
    expect(patches(server.ledger.entries)).toEqual(['publish', 'publish']);
  });

  it('is not repeated when the look shows another status than it started from', async () => {
    skipWaits();
    const script = createScript(json({ message: 'Down.' }, 500), json(wireLink({ status: 'closed' })));
    expect(await thrownBy(createClient(script.fetch).publish('1'))).toMatchObject({ outcome: 'unknown' });
    expect(script.sent.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  it('is not repeated when the look fails', async () => {
    skipWaits();
    const script = createScript(json({ message: 'Down.' }, 500));
    expect(await thrownBy(createClient(script.fetch).publish('1'))).toMatchObject({ outcome: 'unknown' });
    expect(script.sent.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  it.each([409, 422, 400])('of a draft in hand, refused with %i because it is published by now, is success', async (status) => {
    const script = createScript(json(wireLink()), json({ message: 'Already published.' }, status), json(wireLink({ status: 'published' })));
    const links = createClient(script.fetch);
    expect((await links.publish(await links.create(order))).status).toBe('published');
  });

  it('refused reads the link, so that the error tells its true status', async () => {
    const { links } = createFixture();
    const { id } = await links.create(order);
    await links.close(id);
    const error = await thrownBy(links.publish(id));
    expect(error).toBeInstanceOf(TransitionError);
    expect(error).toMatchObject({ from: 'closed', action: 'publish', allowed: [], outcome: 'rejected' });
  });

  it('waits for an unresolved one before the link is moved the other way', async () => {
    skipWaits();
    const { links, sandbox } = await createWire(onFirstPatch(applyLate(250)), { timeout: 150 });
    const { id } = await links.create(order);
    const publishing = links.publish(id);
    const unpublishing = links.unpublish(id);
    expect([(await publishing).status, (await unpublishing).status]).toEqual(['published', 'unpublished']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([...sandbox.links][0]?.status).toMatch(/^unpublish?ed$/);
  });

  it.each([
    ['the caller', () => ({ signal: AbortSignal.timeout(20) }), 60],
    ['the deadline', () => ({ deadline: 20 }), 20],
  ] as const)('given up by %s may still land, so the other way waits', async (_who, limits, window) => {
    const links = createClient(createScript(hangs, json(wireLink({ status: 'published' }))).fetch, { timeout: 60 });
    await thrownBy(links.unpublish('1', limits()));
    const givenUp = performance.now();
    await links.publish('1');
    expect(performance.now() - givenUp).toBeGreaterThan(window - 5);
  });

  it('given up may still land, so ensure does not believe what it reads too early', async () => {
    const script = createScript(hangs, json(wireLink({ status: 'published' })));
    const links = createClient(script.fetch, { timeout: 60 });
    await thrownBy(links.unpublish('1', { deadline: 20 }));
    const givenUp = performance.now();
    await links.ensure('1', 'published');
    expect(performance.now() - givenUp).toBeGreaterThan(15);
    expect(script.sent).toHaveLength(2);
  });

  it.each([
    ['only the id is known', (draft: Link<'draft'>): Promise<string> => Promise.resolve(draft.id)],
    ['the link in hand is older than what the client did', (draft: Link<'draft'>): Promise<Link<'draft'>> => Promise.resolve(draft)],
  ])('that may still land holds the opposite one back, though the link reads back where it should be, when %s', async (_when, targetOf) => {
    let late: Promise<Response> | undefined;
    const sandbox = createSandbox({ ...canary, seed: 1 });
    const links = createClient(
      async (url, init) => {
        if (init?.method !== 'PATCH' || !String(url).endsWith('/publish') || armed === false) return sandbox.fetch(url, init);
        armed = false;
        // The client gives up on it, and the server applies it later.
        late = new Promise<void>((resolve) => setTimeout(resolve, 150)).then(() => sandbox.fetch(url, { ...init, signal: null }));
        return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
      },
      { baseUrl: sandbox.credentials.baseUrl, timeout: 100, onDrift: () => undefined },
    );
    let armed = false;
    const draft = await links.create(order);
    await links.publish(draft.id);
    armed = true;
    skipWaits();
    expect((await links.publish(await targetOf(draft))).status).toBe('published');
    expect((await links.unpublish(draft.id)).status).toBe('unpublished');
    await late;
    expect((await links.get(draft.id)).status).toBe('unpublished');
  });

  it.each([
    ['unpublish', 'publish', 'published', 'unpublished'],
    ['publish', 'unpublish', 'unpublished', 'published'],
    ['close', 'publish', 'published', 'closed'],
  ] as const)('after an open %s, the success of %s tells that the open one may still land', async (open, action, status, target) => {
    const drift: unknown[] = [];
    const script = createScript(hangs, json(wireLink({ status })));
    const links = createClient(script.fetch, { timeout: 30, strict: true, onDrift: (one) => drift.push(one) });
    await thrownBy(links[open]('1', { deadline: 10 }));
    expect((await links[action]('1')).status).toBe(status);
    expect(drift).toMatchObject([
      { path: 'status', message: expect.stringContaining(`transition to ${target} was never heard of and may still land`) },
    ]);
    await links[action]('1');
    expect(drift).toHaveLength(1);
  });

  it('after an open one to the same status, or when closed for good, tells nothing', async () => {
    const drift: unknown[] = [];
    const script = createScript(hangs, json(wireLink({ status: 'closed' })));
    const links = createClient(script.fetch, { timeout: 30, onDrift: (one) => drift.push(one) });
    for (const open of ['close', 'publish'] as const) {
      await thrownBy(links[open]('1', { deadline: 10 }));
      expect((await links.close('1')).status).toBe('closed');
    }
    expect(drift).toEqual([]);
  });

  it('queues behind the one before it on the same link', async () => {
    const { links, server } = await createWire();
    const { id } = await links.create(order);
    const moves = [links.publish(id), links.unpublish(id), links.publish(id), links.close(id)];
    expect((await Promise.all(moves)).map((link) => link.status)).toEqual(['published', 'unpublished', 'published', 'closed']);
    expect(patches(server.ledger.entries)).toEqual(['publish', 'unpublish', 'publish', 'close']);
  });

  it('against another client ends in an order the lifecycle allows', async () => {
    const { links, server, sandbox } = await createWire();
    const other = createClient(globalThis.fetch, { baseUrl: server.origin + new URL(sandbox.credentials.baseUrl).pathname });
    for (let round = 0; round < 10; round += 1) {
      const { id } = await links.create({ ...order, product: `round ${round}` });
      const [publish, close] = await Promise.allSettled([links.publish(id), other.close(id)]);
      expect(close.status).toBe('fulfilled');
      expect([...sandbox.links].find((link) => String(link.id) === id)?.status).toBe('closed');
      if (publish.status === 'rejected') expect(publish.reason).toMatchObject({ name: 'TransitionError', from: 'closed' });
    }
  });

  it('answered with a status nobody knows is no success', async () => {
    const links = createClient(createScript(json(wireLink({ status: 'archived' }))).fetch, { onDrift: () => {} });
    expect((await links.get('1')).status).toBe('unknown');
    expect(await thrownBy(links.publish('1'))).toMatchObject({ name: 'ResponseError', outcome: 'done' });
  });

  it('of an unknown link is asked once', async () => {
    const { links, server } = await createWire();
    expect(await thrownBy(links.publish('nobody'))).toMatchObject({ name: 'NotFoundError', status: 404, outcome: 'rejected' });
    expect(patches(server.ledger.entries)).toHaveLength(1);
  });

  it.each(['publish', 'unpublish', 'close'] as const)('by %s answered with another link is a ResponseError', async (action) => {
    const script = createScript(json(wireLink({ id: 1, status: targets[action] })));
    expect(await thrownBy(createClient(script.fetch)[action]('2'))).toMatchObject({ name: 'ResponseError', status: 200, outcome: 'done' });
  });

  it('answered with another status than asked for is a ResponseError', async () => {
    const script = createScript(json(wireLink({ status: 'draft' })));
    expect(await thrownBy(createClient(script.fetch).publish('1'))).toMatchObject({ name: 'ResponseError', status: 200, outcome: 'done' });
  });
});
