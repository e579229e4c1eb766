import { describe, expect, it } from 'vitest';
import { ReferenceConflictError } from '../../src/index.js';
import type { LinksClient } from '../../src/index.js';
import { createClient, thrownBy, wireLink } from '../support/fixtures.js';
import { brokenConnection } from '../support/script.js';

type Stored = Record<string, unknown>;

/** A server that keeps what it is sent in its own way; `lost` answers never arrive. */
function createServer(store: (sent: Stored) => Stored, page: (links: readonly Stored[], query: string) => unknown, lost: boolean) {
  const links: Stored[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input));
    if (init?.method !== 'POST') {
      const one = links.find(({ id }) => pathname.endsWith(`/${String(id)}`));
      return Response.json(one ?? page(links, search));
    }
    const link = wireLink({ ...store(JSON.parse(await new Response(init.body ?? null).text())), id: links.length + 1 });
    links.push(link);
    if (lost) throw brokenConnection('ECONNRESET');
    return Response.json(link);
  };
  return { fetch, links };
}

const whole = (links: readonly Stored[]): unknown => ({ data: links });

/** Two links a page, the newest first, with addresses as a gateway writes them. */
const paged =
  (origin: string) =>
  (links: readonly Stored[], query: string): unknown => {
    const start = Number(new URLSearchParams(query).get('from') ?? 0);
    const more = start + 2 < links.length;
    return { data: [...links].reverse().slice(start, start + 2), links: { next: more ? `${origin}/api/links?from=${start + 2}` : null } };
  };

const escape = (text: unknown): string =>
  String(text).replaceAll('&', '&amp;').replaceAll("'", '&#039;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const servers: [
  name: string,
  change: Stored,
  store: (sent: Stored) => Stored,
  page?: (links: readonly Stored[], query: string) => unknown,
][] = [
  [
    'trims texts',
    { product: ' Blue mug\n', reference: '\tr 1 ' },
    ({ product, reference, ...sent }) => ({ ...sent, product: String(product).trim(), reference: String(reference).trim() }),
  ],
  [
    'answers numeric texts as numbers',
    { product: '2026', reference: '1042' },
    ({ product, reference, ...sent }) => ({ ...sent, product: Number(product), reference: Number(reference) }),
  ],
  [
    'composes characters',
    { product: 'Cafe\u0301', reference: 'A\u030angstrom' },
    ({ product, reference, ...sent }) => ({
      ...sent,
      product: String(product).normalize('NFC'),
      reference: String(reference).normalize('NFC'),
    }),
  ],
  [
    'escapes HTML',
    { product: `Fish & Chips "Jack's" <b>`, reference: 'a&b' },
    ({ product, reference, ...sent }) => ({ ...sent, product: escape(product), reference: escape(reference) }),
  ],
  [
    'escapes HTML twice',
    { product: 'Fish & Chips', reference: 'a&b' },
    ({ product, reference, ...sent }) => ({ ...sent, product: escape(escape(product)), reference: escape(escape(reference)) }),
  ],
  ['keeps amounts in a narrow column', { amount: 19.99 }, ({ amount, ...sent }) => ({ ...sent, amount: Math.fround(Number(amount)) })],
  ['answers amounts as text', { amount: 1_234.5 }, ({ amount, ...sent }) => ({ ...sent, amount: Number(amount).toFixed(2) })],
  ['writes next addresses with http://', {}, (sent) => sent, paged('http://neopay.test')],
  ['writes next addresses of another host', {}, (sent) => sent, paged('https://internal.example:8443/v2')],
];

describe.each(servers)('createOnce with a server that %s', (_name, change, store, page = whole) => {
  const input = { product: 'Blue mug', amount: 350.41, reference: 'r-1', ...change };

  it.each([
    ['heard', false],
    ['lost', true],
  ])('ends with one link for two clients when the answer is %s', async (_answer, lost) => {
    const server = createServer(store, page, lost);
    for (let index = 0; index < 4; index += 1) server.links.push(wireLink({ id: `other-${index}`, reference: `other-${index}` }));
    const drift: unknown[] = [];
    const clients: LinksClient[] = [1, 2].map(() =>
      createClient(server.fetch, { onDrift: ({ path, message }) => drift.push(`${path} ${message}`) }),
    );
    const made: string[] = [];
    for (const links of clients) made.push((await links.createOnce(input)).id, (await links.createOnce(input)).id);
    expect(new Set(made).size).toBe(1);
    expect(server.links).toHaveLength(5);
    expect(drift.filter((one) => !String(one).startsWith('amount must') && !String(one).includes('must be'))).toEqual([]);
  });
});

describe('createOnce', () => {
  const input = { product: 'Blue mug', amount: 350.41, reference: 'r-1' };

  it('sends product and reference without outer white space, and refuses what is nothing else', async () => {
    const server = createServer((sent) => sent, whole, false);
    const links = createClient(server.fetch);
    await links.createOnce({ ...input, product: ` ${'x'.repeat(50)} `, reference: ' r-1 ' });
    expect(server.links).toMatchObject([{ product: 'x'.repeat(50), reference: 'r-1' }]);
    for (const blank of [{ reference: ' \t' }, { product: '  ' }])
      expect(await thrownBy(links.createOnce({ ...input, ...blank }))).toMatchObject({
        name: 'InputError',
        issues: [{ path: Object.keys(blank)[0] }],
      });
    expect(server.links).toHaveLength(1);
  });

  it('never skips its own link when another is deleted between two pages', async () => {
    const server = createServer((sent) => sent, whole, false);
    for (const id of ['a', 'b', 'mine', 'c'])
      server.links.push(wireLink({ id, product: 'Blue mug', reference: id === 'mine' ? 'r-1' : id }));
    const links = createClient(async (url, init) => {
      if (init?.method === 'POST') return server.fetch(url, init);
      const start = Number(new URL(String(url)).searchParams.get('from') ?? 0);
      const body = {
        data: server.links.slice(start, start + 2),
        links: { next: start + 2 < server.links.length ? `?from=${start + 2}` : null },
        meta: { total: server.links.length },
      };
      if (start === 0 && server.links.length === 4) server.links.shift();
      return Response.json(body);
    });
    expect((await links.createOnce(input)).id).toBe('mine');
    expect(server.links).toHaveLength(3);
  });

  it('does not take a list for whole that keeps fewer links than it says', async () => {
    let posts = 0;
    const links = createClient(async (_url, init) => {
      posts += Number(init?.method === 'POST');
      return Response.json({ data: [wireLink()], meta: { total: 2 } });
    });
    expect(String(await thrownBy(links.createOnce(input)))).toMatch(/its meta\.total is 2, but 1 different links came/);
    expect(posts).toBe(0);
  });

  it.each([
    ['counts a closed link only where there is no other', ['closed', 'draft'], 2],
    ['returns a closed link where there is no other', ['closed'], 1],
    ['is not blocked by several closed links', ['closed', 'closed'], 1],
  ])('%s', async (_name, statuses, expected) => {
    const links = createClient(async () =>
      Response.json({ data: statuses.map((status, index) => wireLink({ ...input, id: index + 1, status })) }),
    );
    expect((await links.createOnce(input)).id).toBe(String(expected));
  });

  it('reports several open links, and leaves the closed ones out', async () => {
    const data = ['closed', 'draft', 'published'].map((status, index) => wireLink({ ...input, id: index + 1, status }));
    const error = await thrownBy(createClient(async () => Response.json({ data })).createOnce(input));
    expect(error).toBeInstanceOf(ReferenceConflictError);
    expect(error).toMatchObject({ links: [{ id: '2' }, { id: '3' }] });
  });
});

describe('create', () => {
  it.each([
    ['amount', { amount: 350.41 }, { amount: 35_041 }],
    ['product', { product: 'Blue mug' }, { product: 'Red mug' }],
    ['reference', { reference: 'r-1' }, { reference: null }],
    ['description', { description: 'Large' }, { description: undefined }],
    ['expired_at', { expired_at: '2099-01-31 18:00:00' }, { expired_at: null }],
  ])('reports another %s than was asked for', async (path, asked, answered) => {
    const drift: unknown[] = [];
    const links = createClient(async () => Response.json(wireLink({ ...asked, ...answered })), { onDrift: (one) => drift.push(one) });
    await links.create({ product: 'iPhone 14 Pro', amount: 350.41, ...asked });
    expect(drift).toMatchObject([{ operation: 'createLink', path, message: expect.stringMatching(/^came back as .* was asked for$/) }]);
  });

  it('with strict throws a DriftError that carries the link', async () => {
    const links = createClient(async () => Response.json(wireLink({ amount: 1 })), { strict: true });
    expect(await thrownBy(links.create({ product: 'iPhone 14 Pro', amount: 2 }))).toMatchObject({
      name: 'DriftError',
      outcome: 'done',
      link: { id: '1' },
    });
  });

  it('takes an expiry in another form for the same', async () => {
    const drift: unknown[] = [];
    const wire = wireLink({ expired_at: '2099-01-31T18:00:00.000000Z' });
    const links = createClient(async () => Response.json(wire), { onDrift: (one) => drift.push(one) });
    await links.create({ product: 'iPhone 14 Pro', amount: 350.41, expired_at: '2099-01-31 18:00:00' });
    expect(drift).toEqual([]);
  });
});

describe('readings of the list', () => {
  it('are shared by all references that wait for one', async () => {
    let lists = 0;
    const server = createServer((sent) => sent, whole, false);
    const links = createClient(async (url, init) => {
      lists += Number(init?.method !== 'POST');
      return server.fetch(url, init);
    });
    const inputs = Array.from({ length: 50 }, (_, index) => ({ ...{ product: 'Blue mug', amount: 350.41 }, reference: `r-${index}` }));
    await Promise.all(inputs.map((one) => links.createOnce(one)));
    expect([server.links.length, lists]).toEqual([50, 1]);
  });

  it('begin after the call that they serve', async () => {
    const server = createServer((sent) => sent, whole, false);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let lists = 0;
    const links = createClient(async (url, init) => {
      const response = await server.fetch(url, init);
      if (init?.method !== 'POST' && (lists += 1) === 1) await held;
      return response;
    });
    const first = links.createOnce({ ...{ product: 'Blue mug', amount: 350.41 }, reference: 'first' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    // Made by another client after the list was answered, and before this call.
    server.links.push(wireLink({ ...{ product: 'Blue mug', amount: 350.41 }, id: 'other', reference: 'second' }));
    const second = links.createOnce({ ...{ product: 'Blue mug', amount: 350.41 }, reference: 'second' });
    release();
    expect([(await first).id, (await second).id, server.links.length]).toEqual(['2', 'other', 2]);
  });
});
