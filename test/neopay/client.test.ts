import { describe, expect, expectTypeOf, it } from 'vitest';
import { InputError, NotFoundError, ResponseError, TransitionError, createLinksClient } from '../../src/index.js';
import type { LinksClient, NewLink, PaymentLink } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { collect, createClient, createFixture, order, thrownBy, wireLink } from '../support/fixtures.js';
import { endSigns, moreSigns } from './list-signs.js';

describe('a link', () => {
  it('goes from draft to closed', async () => {
    const { links, sandbox } = createFixture();
    const draft = await links.create({ ...order, reference: 'order-1' });
    const live = await links.publish(draft);
    const paused = await links.unpublish(live);
    const again = await links.publish(paused);
    const closed = await links.close(again);
    expect([draft, live, paused, again, closed].map(({ status }) => status)).toEqual([
      'draft',
      'published',
      'unpublished',
      'published',
      'closed',
    ]);
    expect(await links.get(draft.id)).toEqual(closed);
    expect(await links.list()).toEqual([closed]);
    expect([...sandbox.links]).toMatchObject([{ id: draft.id, status: 'closed', reference: 'order-1' }]);
  });

  it('is typed by its status, so that an illegal step does not compile', () => {
    expectTypeOf<LinksClient['create']>().returns.resolves.toEqualTypeOf<NewLink>();
    expectTypeOf<LinksClient['publish']>().returns.resolves.toEqualTypeOf<PaymentLink<'published'>>();
    const illegal = async (
      links: LinksClient,
      draft: PaymentLink<'draft'>,
      live: PaymentLink<'published'>,
      closed: PaymentLink<'closed'>,
    ): Promise<void> => {
      // @ts-expect-error a published link cannot be published
      await links.publish(live);
      // @ts-expect-error a draft cannot be unpublished
      await links.unpublish(draft);
      // @ts-expect-error a closed link cannot be closed
      await links.close(closed);
      // @ts-expect-error a link is not made unknown
      await links.ensure(draft, 'unknown');
      // @ts-expect-error a link's status is known before it is published
      await links.publish(await links.get('1'));
    };
    expectTypeOf(illegal).toBeFunction();
  });
});

const dead = [
  ['draft', 'unpublish'],
  ['closed', 'publish'],
  ['closed', 'unpublish'],
] as const;

describe('a step from a status from which no way leads to its target', () => {
  it.each(dead)('from %s, %s, is a TransitionError without a request when the link says so', async (status, action) => {
    const { links, sandbox } = createFixture();
    const link = await links.ensure((await links.create(order)).id, status);
    const requests = [...sandbox.journal].length;
    const error = await thrownBy(Reflect.apply(links[action], links, [link]));
    expect(error).toBeInstanceOf(TransitionError);
    expect(error).toMatchObject({ from: status, action, outcome: 'not-sent' });
    expect([...sandbox.journal]).toHaveLength(requests);
  });

  it.each(dead)('from %s, %s, is a TransitionError read back when only the id is known', async (status, action) => {
    const { links } = createFixture();
    const { id } = await links.ensure((await links.create(order)).id, status);
    const error = await thrownBy(links[action](id));
    expect(error).toBeInstanceOf(TransitionError);
    expect(error).toMatchObject({ from: status, action, outcome: 'rejected', cause: { name: 'ConflictError' } });
    expect((await links.get(id)).status).toBe(status);
  });
});

describe('a step of a link that is where it should be already', () => {
  it.each([
    ['publish', 'published'],
    ['unpublish', 'unpublished'],
    ['close', 'closed'],
  ] as const)('by %s returns it, by id and by the link in hand', async (action, status) => {
    const { links } = createFixture();
    const link = await links.ensure((await links.create(order)).id, status);
    expect(await links[action](link.id)).toMatchObject({ id: link.id, status });
    expect(await Reflect.apply(links[action], links, [link])).toMatchObject({ id: link.id, status });
  });

  it('does not believe a link in hand that is out of date', async () => {
    const { links } = createFixture();
    const live = await links.publish(await links.create(order));
    await links.unpublish(live);
    expect((await Reflect.apply(links.publish, links, [live])).status).toBe('published');
    await links.close(live.id);
    expect(await thrownBy(Reflect.apply(links.publish, links, [live]))).toMatchObject({
      name: 'TransitionError',
      from: 'closed',
      action: 'publish',
    });
  });
});

describe('an illegal step', () => {
  it('tells the true status of a link that somebody else has moved', async () => {
    const { links } = createFixture();
    const draft = await links.create(order);
    await links.close(draft);
    expect(await thrownBy(links.publish(draft))).toMatchObject({ name: 'TransitionError', from: 'closed', allowed: [] });
  });

  it('is no error when the link is there already and was allowed to go', async () => {
    const { links } = createFixture();
    const draft = await links.create(order);
    await links.publish(draft.id);
    expect((await links.publish(draft)).status).toBe('published');
  });
});

describe('ensure', () => {
  it.each([
    ['draft', 'published', 2],
    ['draft', 'unpublished', 3],
    ['published', 'published', 1],
    ['unpublished', 'closed', 2],
    ['closed', 'closed', 1],
    ['draft', 'draft', 1],
  ] as const)('takes a link from %s to %s in %i requests', async (from, to, requests) => {
    const { links, sandbox } = createFixture();
    const start = await links.ensure((await links.create(order)).id, from);
    const before = [...sandbox.journal].length;
    expect((await links.ensure(start, to)).status).toBe(to);
    expect([...sandbox.journal]).toHaveLength(before + requests);
  });

  it('throws a TransitionError when no way leads there', async () => {
    const { links } = createFixture();
    const closed = await links.close(await links.create(order));
    expect(await thrownBy(links.ensure(closed, 'published'))).toMatchObject({ name: 'TransitionError', from: 'closed', allowed: [] });
  });

  it('throws an InputError for a status that no link can have', async () => {
    const { links } = createFixture();
    expect(await thrownBy(Reflect.apply(links.ensure, links, ['1', 'archived']))).toBeInstanceOf(InputError);
  });

  it.each([
    ['publish', 'published'],
    ['unpublish', 'unpublished'],
    ['close', 'closed'],
    ['publishd', 'published'],
  ])('given %j lists the statuses and guesses %s', async (status, meant) => {
    const { links } = createFixture();
    const error = await thrownBy(Reflect.apply(links.ensure, links, ['1', status]));
    expect(error).toMatchObject({
      name: 'InputError',
      issues: [{ path: 'status', message: `must be one of draft, published, unpublished, closed; did you mean ${meant}?` }],
    });
  });
});

describe('all', () => {
  it('follows the pages and gives each link once', async () => {
    const sandbox = createSandbox({ perPage: 3 });
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const made = await Promise.all(Array.from({ length: 7 }, (_, index) => links.create({ ...order, reference: `r${index}` })));
    const seen: string[] = [];
    for await (const { id } of links.all()) seen.push(id);
    expect(seen.sort()).toEqual(made.map(({ id }) => id).sort());
    expect(sandbox.journal.filter(({ operation }) => operation === 'listLinks')).toHaveLength(3);
  });

  it('can be walked again, each time from the start', async () => {
    const { links } = createFixture();
    const { id } = await links.create(order);
    const all = links.all();
    for (let round = 0; round < 2; round += 1) expect(await collect(all)).toMatchObject([{ id }]);
    await links.close(id);
    expect(await collect(all)).toMatchObject([{ status: 'closed' }]);
  });

  const page = (next: string | null): unknown => ({ data: [wireLink()], links: { next } });
  it.each([
    ['another origin', 'https://stranger.example/api/links?page=2'],
    ['plain http, since TLS ends before the application', 'http://neopay.test/api/links?page=2'],
    ['another path of a gateway', 'http://internal:8080/v3/links?page=2#top'],
    ['a query alone', '?page=2'],
    ['no address that a URL parser takes', 'http://[?page=2'],
  ])('asks its own address for the next page when that is %s, so that no key leaves', async (_where, next) => {
    const asked: string[] = [];
    const links = createClient(async (url) => {
      asked.push(String(url));
      return Response.json(asked.length === 1 ? page(next) : { data: [wireLink({ id: '2' })], links: { next: null } });
    });
    expect(await collect(links.all())).toMatchObject([{ id: '1' }, { id: '2' }]);
    expect(asked).toEqual(['https://neopay.test/api/links', 'https://neopay.test/api/links?page=2']);
  });

  it('throws a ResponseError when the next page is the page itself', async () => {
    let asked = 0;
    const links = createClient(async () => {
      asked += 1;
      return Response.json(page('/api/links'));
    });
    expect(await thrownBy(collect(links.all()))).toBeInstanceOf(ResponseError);
    expect(asked).toBe(1);
  });

  it('reads the list again when a link deleted between two pages moved another past it', async () => {
    const pages = (ids: readonly number[], total: number, next: string | null): unknown => ({
      data: ids.map((id) => wireLink({ id })),
      links: { next },
      meta: { total },
    });
    const answers = [pages([1, 2], 4, '?page=2'), pages([4], 3, null), pages([2, 3], 3, '?page=2'), pages([4], 3, null)];
    let asked = 0;
    const links = createClient(async () => Response.json(answers[asked++]));
    expect((await collect(links.all())).map(({ id }) => id)).toEqual(['1', '2', '4', '3']);
    expect(asked).toBe(4);
  });

  it('never goes in circles over several pages', async () => {
    let asked = 0;
    const links = createClient(async () => Response.json(page(`?page=${(asked += 1) % 3}`)));
    expect(await thrownBy(collect(links.all()))).toBeInstanceOf(ResponseError);
    expect(asked).toBe(4);
  });

  it('asks for no page that nobody reads', async () => {
    let asked = 0;
    const links = createClient(async () => Response.json(page(`?page=${(asked += 1)}`)));
    for await (const link of links.all()) if (link) break;
    expect(asked).toBe(1);
  });
});

describe('list', () => {
  it('gives every link, page after page', async () => {
    const sandbox = createSandbox({ perPage: 3 });
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    for (let index = 0; index < 7; index += 1) await links.create(order);
    expect(await links.list()).toHaveLength(7);
  });

  it.each(moreSigns)('never passes off as whole a list with %j', async (_sign, beside, headers) => {
    const links = createClient(async () => Response.json({ data: [wireLink()], ...beside }, headers));
    expect(await thrownBy(links.list())).toMatchObject({ name: 'ResponseError', outcome: 'rejected' });
  });

  it.each(endSigns)('takes a list with %j for whole', async (beside) => {
    const links = createClient(async () => Response.json({ data: [wireLink()], ...beside }));
    expect(await links.list()).toHaveLength(1);
  });
});

describe('get', () => {
  it('never takes another link for the one asked for', async () => {
    const links = createClient(async () => Response.json(wireLink({ id: 1 })));
    expect(await thrownBy(links.get('2'))).toMatchObject({ name: 'ResponseError', outcome: 'rejected', status: 200 });
    expect((await links.get(1)).id).toBe('1');
  });

  it('takes an id whose letters come back in the other case for the same', async () => {
    const links = createClient(async () => Response.json(wireLink({ id: '98e878e8-2486-458a-b1f4-878d37398b52' })));
    expect((await links.get('98E878E8-2486-458A-B1F4-878D37398B52')).id).toMatch(/^98e878e8/);
  });

  it('throws a NotFoundError for an unknown id', async () => {
    const { links } = createFixture();
    expect(await thrownBy(links.get('no-such-link'))).toBeInstanceOf(NotFoundError);
  });

  it.each([
    '',
    ' ',
    '.',
    '..',
    '%2e',
    '.%2E',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a\nb',
    '\ud800',
    0,
    -1,
    1.5,
    Number.NaN,
    null,
    undefined,
    {},
    true,
  ])('refuses the id %j', async (id) => {
    const { links, sandbox } = createFixture();
    for (const call of [links.get, links.publish, links.unpublish, links.close]) {
      const error = await thrownBy(Reflect.apply(call, links, [id]));
      expect(error).toBeInstanceOf(InputError);
    }
    expect([...sandbox.journal]).toEqual([]);
  });
});
