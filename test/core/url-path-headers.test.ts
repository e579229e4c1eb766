import { describe, expect, it } from 'vitest';
import { createLinksClient, InputError } from '../../src/index.js';
import { canary } from '../support/canary.js';
import { createClient, createRaw, createWire, order, thrownBy, wireLink } from '../support/fixtures.js';
import { createScript, json } from '../support/script.js';

const hostile: readonly unknown[] = [
  '',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  '.%2e',
  '%2e.',
  'a/b',
  'a\\b',
  'a?b',
  'a#b',
  '\t',
  '\n',
  'a\u0000',
  'a\u007f',
  '\ud800',
  null,
  undefined,
  true,
  {},
  { toString: () => '1' },
  [],
  ['1'],
  0,
  -1,
  1.5,
  Number.NaN,
  Infinity,
];
const actions = ['get', 'publish', 'unpublish', 'close'] as const;

describe('an id', () => {
  it.each(hostile)('%j is refused before anything is sent (case 14)', async (id) => {
    const script = createScript(json(wireLink()));
    const links = createClient(script.fetch);
    for (const action of actions) {
      const error = await thrownBy(Reflect.apply(links[action], links, [id]));
      expect(error).toBeInstanceOf(InputError);
      expect(error).toMatchObject({ outcome: 'not-sent' });
    }
    expect(script.sent).toEqual([]);
  });

  it.each(['1', 'a b', 'é', 'a%2fb', 'a%00', '...', '..x', 'a&b=c', 'a;b', '@', "o'brien", 'x'.repeat(2048)])(
    'is one segment of the target for %j, or is refused (case 14)',
    async (id) => {
      const { server, links } = await createWire();
      for (const action of actions) {
        const error = await thrownBy(links[action](id));
        if (error instanceof InputError) continue;
        const target = server.ledger.entries.at(-1)?.target ?? '';
        const [, segment = '', rest] = /\/links\/([^/]*)(.*)$/.exec(target) ?? [];
        expect([decodeURIComponent(segment), rest]).toEqual([id, action === 'get' ? '' : `/${action}`]);
      }
    },
  );
});

describe('baseUrl', () => {
  it.each(['/api', '/api/', '/v1/api', '/v1/api//'])(
    '%s leads to the same target with and without a slash at its end (case 15)',
    async (path) => {
      const script = createScript(json(wireLink()));
      await createLinksClient({ ...canary, baseUrl: `https://neopay.test${path}`, fetch: script.fetch }).get('1');
      expect(script.sent[0]?.url.href).toBe(`https://neopay.test${path.replace(/\/+$/, '')}/links/1`);
    },
  );
});

/** The document promises no query parameter; what a caller adds all the same must still be encoded. */
function withQuery(query: Record<string, unknown>): Record<never, never> {
  return { query };
}

describe('a query', () => {
  it.each(['a&b=c', 'a#b', '50%', 'a+b', 'ü 日', '"'])('carries %j round the wire unchanged (case 16)', async (value) => {
    const script = createScript(json({ data: [] }));
    await createRaw(script.fetch).GET('/links', { params: withQuery({ search: value }) });
    expect([...(script.sent[0]?.url.searchParams ?? [])]).toEqual([['search', value]]);
    expect(script.sent[0]?.url.hash).toBe('');
  });

  it('leaves out what is undefined or null (case 16)', async () => {
    const script = createScript(json({ data: [] }));
    await createRaw(script.fetch).GET('/links', { params: withQuery({ page: undefined, search: null }) });
    expect(script.sent[0]?.url.search).toBe('');
  });

  it('of a next page is followed as the server wrote it (case 16)', async () => {
    const next = 'https://neopay.test/api/links?cursor=a%26b%3Dc%2B&page=2';
    const script = createScript(
      json({ data: [wireLink({ id: 1 })], links: { next } }),
      json({ data: [wireLink({ id: 2 })], links: { next: null } }),
    );
    const ids: string[] = [];
    for await (const link of createClient(script.fetch).all()) ids.push(link.id);
    expect(ids).toEqual(['1', '2']);
    expect(script.sent[1]?.url.searchParams.get('cursor')).toBe('a&b=c+');
  });
});

describe('what goes over the wire', () => {
  it('names PATCH in upper case (case 17)', async () => {
    const { server, links } = await createWire();
    await links.publish((await links.create(order)).id);
    expect(server.ledger.entries.map((entry) => entry.method)).toEqual(['POST', 'PATCH']);
  });

  it('announces the length of a body in bytes and keeps every character (case 18)', async () => {
    const { server, links } = await createWire();
    await links.create({ product: 'Café 日本 👍', amount: 0.01, description: '“ß”\u2028' });
    const [entry] = server.ledger.entries;
    const length = entry?.headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
    expect(Number(length)).toBe(Buffer.byteLength(entry?.body ?? ''));
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({ product: 'Café 日本 👍', amount: 0.01, description: '“ß”\u2028' });
  });

  it.each([0.01, 0.1, 1.15, 4.35, 350.41, 1234567.89, 10, 99999999.99])('carries the amount %d exactly (case 18)', async (amount) => {
    const script = createScript(json(wireLink({ amount })));
    expect((await createClient(script.fetch).create({ product: 'x', amount })).amount).toBe(amount);
    expect(script.sent[0]?.body).toContain(`"amount":${amount}`);
  });

  it.each([Number.NaN, Infinity, -Infinity, 10n, '10', 0, -1, 1.005, 0.1 + 0.2, 1e15, null])(
    'never carries the amount %s (case 18)',
    async (amount) => {
      const script = createScript(json(wireLink()));
      const links = createClient(script.fetch);
      expect(await thrownBy(Reflect.apply(links.create, links, [{ product: 'x', amount }]))).toMatchObject({
        name: 'InputError',
        issues: [{ path: 'amount' }],
      });
      expect(script.sent).toEqual([]);
    },
  );

  it('is what the input was when the method was called, and the input stays as it was (case 19)', async () => {
    const script = createScript(json(wireLink()));
    const input = { product: 'before', amount: 1, settings: { showPayeeData: true } };
    const sending = createClient(script.fetch, { token: async () => canary.token }).create(input);
    input.product = 'after';
    input.settings.showPayeeData = false;
    await sending;
    expect(JSON.parse(script.sent[0]?.body ?? '')).toMatchObject({ product: 'before', settings: { showPayeeData: true } });
    expect(input).toEqual({ product: 'after', amount: 1, settings: { showPayeeData: false } });
  });

  it('takes a frozen input (case 19)', async () => {
    const script = createScript(json(wireLink()));
    const settings = Object.freeze({ showPayeeData: true });
    await createClient(script.fetch).create(Object.freeze({ ...order, settings, expired_at: '2031-01-31 18:00:00' }));
    expect(JSON.parse(script.sent[0]?.body ?? '').settings).toEqual({ showPayeeData: true, expirationDate: true });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses an input field called %s (case 20)', async (name) => {
    const script = createScript(json(wireLink()));
    const input = JSON.parse(`{"product":"x","amount":1,"${name}":{"polluted":true}}`);
    expect(await thrownBy(createClient(script.fetch).create(input))).toBeInstanceOf(InputError);
    expect(script.sent).toEqual([]);
  });
});

describe('an answer', () => {
  it('with __proto__ or constructor in it changes no prototype (case 20)', async () => {
    const body = JSON.stringify(wireLink()).replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},');
    const link = await createClient(async () => new Response(body), { onDrift: () => {} }).get('1');
    expect(Object.getPrototypeOf(link)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect('polluted' in link).toBe(false);
  });
});
