import { describe, expect, it } from 'vitest';
import { ReferenceConflictError } from '../../src/index.js';
import type { CreateLinkInput } from '../../src/index.js';
import { createClient, thrownBy, wireLink } from '../support/fixtures.js';
import { endSigns, moreSigns } from './list-signs.js';

interface Shop {
  readonly fetch: typeof globalThis.fetch;
  posts: number;
}

/** A server whose list never shows what was made; `answer` is what a POST is told. */
function createLaggingShop(answer: (body: CreateLinkInput) => unknown): Shop {
  const made = new Map<string, unknown>();
  const shop: Shop = {
    posts: 0,
    async fetch(input, init) {
      if (init?.method === 'POST') {
        shop.posts += 1;
        const link = answer(JSON.parse(await new Response(init.body ?? null).text()));
        made.set(`/${Object(link).id}`, link);
        return Response.json(link);
      }
      const found = [...made].find(([path]) => String(input).endsWith(path));
      return Response.json(found === undefined ? { data: [] } : found[1]);
    },
  };
  return shop;
}

const order = { product: 'iPhone 14 Pro', amount: 1, reference: 'order-1' };

describe('createOnce', () => {
  it('keeps in mind a link that strict reading refused, while the list does not show it', async () => {
    const shop = createLaggingShop((body) => wireLink({ ...body, id: 'a', status: 'archived' }));
    const links = createClient(shop.fetch, { strict: true });
    for (let round = 0; round < 2; round += 1)
      expect(await thrownBy(links.createOnce(order))).toMatchObject({ name: 'DriftError', link: { id: 'a' } });
    expect(shop.posts).toBe(1);
  });

  it('reports a reference that comes back altered, and keeps the link in mind', async () => {
    const shop = createLaggingShop((body) => wireLink({ ...body, id: 'a', reference: 'ORDER-1' }));
    const drift: string[] = [];
    const links = createClient(shop.fetch, { onDrift: ({ path }) => drift.push(path) });
    expect([(await links.createOnce(order)).id, (await links.createOnce(order)).id, shop.posts, drift]).toEqual([
      'a',
      'a',
      1,
      ['reference'],
    ]);
  });

  it('does not adopt a link it keeps in mind when product or amount differ', async () => {
    const shop = createLaggingShop((body) => wireLink({ ...body, id: 'a' }));
    const links = createClient(shop.fetch);
    await links.createOnce(order);
    expect(await thrownBy(links.createOnce({ ...order, amount: 2 }))).toBeInstanceOf(ReferenceConflictError);
    expect(shop.posts).toBe(1);
  });

  it.each([
    ['links', (next: string | null, data: unknown) => ({ links: { data, next_page_url: next } })],
    ['payment_links', (next: string | null, data: unknown) => ({ payment_links: { data, links: { next } } })],
    ['data', (next: string | null, data: unknown) => ({ data: { data, next_page_url: next } })],
  ])('finds the reference on the second page of a list wrapped in %s', async (_wrapper, page) => {
    let posts = 0;
    const links = createClient(async (input, init) => {
      if (init?.method === 'POST') posts += 1;
      const second = String(input).includes('page=2');
      return Response.json(second ? page(null, [wireLink({ ...order, id: 'b' })]) : page('?page=2', [wireLink({ id: 'a' })]));
    });
    expect((await links.createOnce(order)).id).toBe('b');
    expect(posts).toBe(0);
  });

  it.each(moreSigns)('takes a list with %s for no proof of absence, and says so', async (name, beside, init) => {
    let posts = 0;
    const links = createClient(async (_input, request) => {
      if (request?.method === 'POST') posts += 1;
      return Response.json({ data: [wireLink()], ...beside }, init);
    });
    const error = await thrownBy(links.createOnce(order));
    expect(error).toMatchObject({ name: 'ResponseError', operation: 'listLinks' });
    expect([posts, String(error)]).toEqual([0, expect.stringContaining(`its ${name} `)]);
  });

  it.each(endSigns)('takes a list with %j for whole', async (beside) => {
    let posts = 0;
    const links = createClient(async (_input, request) => {
      if (request?.method === 'POST') posts += 1;
      return Response.json(request?.method === 'POST' ? wireLink(order) : { data: [wireLink()], ...beside });
    });
    await links.createOnce(order);
    expect(posts).toBe(1);
  });

  it('ends the search in time when the list stalls', async () => {
    let gets = 0;
    const links = createClient(async (_input, init) => {
      if (init?.method === 'POST') throw new TypeError('reset');
      return (gets += 1) === 1 ? Response.json({ data: [] }) : new Promise<Response>(() => {});
    });
    const started = performance.now();
    expect(await thrownBy(links.createOnce(order, { settle: 10 }))).toMatchObject({
      name: 'OutcomeUnknownError',
      reference: order.reference,
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
