import { describe, expect, it, vi } from 'vitest';
import { DriftError, ResponseError, createLinksClient, rawOf } from '../../src/index.js';
import type { ClientOptions, Drift, LinksClient } from '../../src/index.js';
import { thrownBy, wireLink } from '../support/fixtures.js';

function answering(body: unknown, options: Partial<ClientOptions> = {}): { links: LinksClient; drift: Drift[] } {
  const drift: Drift[] = [];
  const fetch = async (): Promise<Response> => Response.json(body);
  return { drift, links: createLinksClient({ appKey: 'app', token: 'token', fetch, onDrift: (one) => drift.push(one), ...options }) };
}

describe('an answer', () => {
  it('gives an integer id as text and keeps the body as it was sent', async () => {
    const { links, drift } = answering(wireLink({ id: 7 }));
    const link = await links.get(7);
    expect(link.id).toBe('7');
    expect(rawOf(link)).toEqual(wireLink({ id: 7 }));
    expect(drift).toEqual([]);
  });

  it('reads unpublised as unpublished', async () => {
    const { links, drift } = answering(wireLink({ status: 'unpublised' }));
    const link = await links.get('1');
    expect([link.status, rawOf(link)]).toEqual(['unpublished', wireLink({ status: 'unpublised' })]);
    expect(drift).toEqual([]);
  });

  it.each(['archived', '', 'toString', '__proto__', 'DRAFT'])('reads the status %j as unknown and reports it', async (status) => {
    const { links, drift } = answering(wireLink({ status }));
    expect((await links.get('1')).status).toBe('unknown');
    expect(drift).toMatchObject([{ operation: 'getLink', path: 'status' }]);
  });

  it('reads logoTYpe as logoType, and prefers logoType', async () => {
    const theme = async (wire: object): Promise<unknown> =>
      (await answering(wireLink({ settings: { theme: wire } })).links.get('1')).settings?.theme;
    expect(await theme({ logoTYpe: 'icon' })).toEqual({ logoType: 'icon' });
    expect(await theme({ logoTYpe: 'icon', logoType: 'logo' })).toEqual({ logoType: 'logo' });
  });

  it('keeps unknown fields', async () => {
    const { links, drift } = answering(wireLink({ flavour: 'mint', settings: { extra: 1 } }));
    expect(await links.get('1')).toMatchObject({ flavour: 'mint', settings: { extra: 1 } });
    expect(drift).toEqual([]);
  });

  it('with missing or wrong fields is reported and given back', async () => {
    const { amount, ...wire } = wireLink({ product: 5 });
    const { links, drift } = answering(wire);
    expect(amount).toBeDefined();
    expect(await links.get('1')).toMatchObject({ id: wireLink()['id'], product: 5 });
    expect(drift.map(({ path }) => path).sort()).toEqual(['amount', 'product']);
  });

  it('wrapped in data is unwrapped', async () => {
    const { links } = answering({ data: wireLink({ id: 3 }) });
    expect((await links.get('3')).id).toBe('3');
  });

  it.each([[[]], ['text'], [null], [1], [{}], [{ id: null }], [{ id: '' }], [{ id: 1.5 }], [{ id: 2 ** 53 }], [{ data: [wireLink()] }]])(
    'of %j is a ResponseError',
    async (body) => {
      expect(await thrownBy(answering(body).links.get('1'))).toBeInstanceOf(ResponseError);
    },
  );

  it('may hold __proto__ without changing a prototype', async () => {
    const body = `{"__proto__":{"polluted":1},${JSON.stringify(wireLink()).slice(1)}`;
    const links = createLinksClient({ appKey: 'app', token: 'token', fetch: async () => new Response(body) });
    const link = await links.get('1');
    expect([Object.getPrototypeOf(link), 'polluted' in link]).toEqual([Object.prototype, false]);
  });
});

describe('list', () => {
  const one = wireLink({ id: 'a' });
  const two = wireLink({ id: 'b' });
  it.each([
    ['an array', [one, two], ['a', 'b']],
    ['an array under data', { data: [one, two] }, ['a', 'b']],
    ['one object under data', { data: one }, ['a']],
    ['one object', one, ['a']],
    ['an array under links', { links: [one] }, ['a']],
    ['an array under payment_links', { payment_links: [one, two] }, ['a', 'b']],
    ['an array under links.data', { links: { data: [one] } }, ['a']],
    ['a page of resources', { data: [one], links: { next: null }, meta: { current_page: 1 } }, ['a']],
    ['a flat page', { current_page: 1, data: [one], links: [{ url: null, label: '1', active: true }], next_page_url: null }, ['a']],
    ['nothing', { data: [] }, []],
  ])('reads %s', async (_shape, body, ids) => {
    const { links, drift } = answering(body);
    expect((await links.list()).map(({ id }) => id)).toEqual(ids);
    expect(drift).toEqual([]);
  });

  it.each([[{}], [{ data: null }], [{ data: 'x' }], ['x'], [{ data: [one, { status: 'draft' }] }], [[null]]])(
    'of %j is a ResponseError',
    async (body) => {
      expect(await thrownBy(answering(body).links.list())).toBeInstanceOf(ResponseError);
    },
  );
});

describe('strict', () => {
  it('throws a DriftError that carries the link', async () => {
    const { links } = answering(wireLink({ status: 'archived' }), { strict: true });
    const error = await thrownBy(links.create({ product: 'x', amount: 1 }));
    expect(error).toBeInstanceOf(DriftError);
    expect(error).toMatchObject({ outcome: 'done', issues: [{ path: 'status' }], link: { id: wireLink()['id'], status: 'unknown' } });
  });
});

describe('onDrift', () => {
  it('is a console.warn for each operation and path, once, when none is given', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const links = createLinksClient({ appKey: 'app', token: 'token', fetch: async () => Response.json(wireLink({ status: 'archived' })) });
    await links.get('1');
    await links.get('1');
    await links.list();
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/getLink.*status/)], [expect.stringMatching(/listLinks.*status/)]]);
    warn.mockRestore();
  });

  it('that throws or rejects does not spoil the call', async () => {
    for (const onDrift of [() => Promise.reject(new Error('no')), () => JSON.parse('{')]) {
      const { links } = answering(wireLink({ status: 'archived' }), { onDrift });
      expect((await links.get('1')).status).toBe('unknown');
    }
  });
});

describe('rawOf', () => {
  it('knows nothing of an object that no client gave', async () => {
    const link = await answering(wireLink()).links.get('1');
    expect(rawOf({ ...link })).toBeUndefined();
  });

  it.each([undefined, null, 7, 'a link'])('knows nothing of %j', (value) => {
    expect(Reflect.apply(rawOf, undefined, [value])).toBeUndefined();
  });
});
