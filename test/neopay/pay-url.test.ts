import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/index.js';
import type { ClientOptions, LinksClient } from '../../src/index.js';
import { createClient, createFixture, order, wireLink } from '../support/fixtures.js';

const template = 'https://pay.example/{slug}';

function clientWith(payUrl: ClientOptions['payUrl'], change: Record<string, unknown> = {}): LinksClient {
  return createClient(async () => Response.json(wireLink({ status: 'published', ...change })), { payUrl });
}

describe('payUrl', () => {
  it('leads from a published link to the address its payer opens', async () => {
    const { links } = createFixture({ payUrl: template });
    const live = await links.publish(await links.create(order));
    expect(links.payUrl(live)).toBe(`https://pay.example/${live.slug}`);
  });

  it('escapes what a slug must not hold', async () => {
    const links = clientWith(template, { slug: 'a/../b?c' });
    expect(links.payUrl(await links.publish('1'))).toBe('https://pay.example/a%2F..%2Fb%3Fc');
  });

  it('may be a function of the link', async () => {
    const links = clientWith(({ id, slug }) => `https://pay.example/${id}/${slug}`);
    expect(links.payUrl(await links.publish('1'))).toBe('https://pay.example/1/5EczjXZRsZ');
  });

  it('is an InputError without the option, which says where to find the address', async () => {
    const links = clientWith(undefined);
    const live = await links.publish('1');
    expect(() => links.payUrl(live)).toThrow(InputError);
    expect(() => links.payUrl(live)).toThrow(/does not tell the payer's address.*\{slug\}/);
  });

  it('takes a published link only', async () => {
    const { links } = createFixture({ payUrl: template });
    const draft = await links.create(order);
    // @ts-expect-error a draft cannot be paid
    expect(() => links.payUrl(draft)).toThrow(/link\.status is draft/);
    // @ts-expect-error the address is made of the slug
    expect(() => links.payUrl(draft.id)).toThrow(/must be a link/);
  });

  it('is an InputError for a link without a slug, or where the function gives no address', async () => {
    const bare = clientWith(template, { slug: undefined });
    const live = await bare.publish('1');
    expect(() => bare.payUrl(live)).toThrow(/link\.slug is missing/);
    expect(() => clientWith(() => 'nowhere').payUrl(live)).toThrow(/gave something that is no absolute address/);
  });

  it.each(['https://pay.example/', 'pay.example/{slug}', 'javascript:{slug}', 7, null])('refuses the option %j', (payUrl) => {
    expect(() => Reflect.apply(clientWith, undefined, [payUrl])).toThrow(/payUrl must/);
  });
});
