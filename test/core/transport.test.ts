import { describe, expect, it } from 'vitest';
import { PaylinksError } from '../../src/index.js';
import { createClient, thrownBy, wireLink } from '../support/fixtures.js';

const once = { retries: false } as const;

describe('a fetch of the caller', () => {
  it.each([
    ['no headers', { status: 500, body: null }],
    ['headers that are none', { status: 500, headers: null, body: null }],
    ['status 0', Response.error()],
    ['nothing', undefined],
  ])('that answers %s gives a ConnectionError', async (_what, answer) => {
    const links = createClient(async () => answer as Response, once);
    expect(await thrownBy(links.get('1'))).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
  });

  it('that throws an error which cannot be read gives a ConnectionError', async () => {
    const unreadable = Object.defineProperty(new Error('x'), 'code', {
      get: () => {
        throw new RangeError('no');
      },
    });
    const proxy = new Proxy(new Error('x'), {
      ownKeys: () => {
        throw new RangeError('no');
      },
    });
    for (const reason of [unreadable, proxy])
      expect(await thrownBy(createClient(() => Promise.reject(reason), once).get('1'))).toBeInstanceOf(PaylinksError);
  });

  it('that does not heed the signal has its body cancelled when time runs out', async () => {
    const cancelled: unknown[] = [];
    const body = new ReadableStream({ cancel: (reason) => void cancelled.push(reason) });
    const links = createClient(async () => new Response(body), { ...once, timeout: 20 });
    expect(await thrownBy(links.get('1'))).toMatchObject({ name: 'TimeoutError', limit: 'timeout' });
    expect(cancelled).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('with reasons that are no text is a ValidationError all the same', async () => {
    const body = { message: 'No.', errors: { amount: [{ toString: 1 }], product: 'Missing.', 'settings.theme': null } };
    const error = await thrownBy(createClient(async () => Response.json(body, { status: 422 })).get('1'));
    expect(error).toMatchObject({
      name: 'ValidationError',
      fields: { amount: ['{"toString":1}'], product: ['Missing.'], 'settings.theme': ['null'] },
    });
  });
});

describe('a list', () => {
  it('wrapped a hundred thousand times is a ResponseError', async () => {
    const body = '{"data":'.repeat(100_000) + '[]' + '}'.repeat(100_000);
    expect(await thrownBy(createClient(async () => new Response(body)).list())).toMatchObject({ name: 'ResponseError' });
  });
});

describe('a transition', () => {
  it('whose token function fails after a lost answer is not called unsent', async () => {
    let asked = 0;
    const token = (): string => ((asked += 1) > 2 ? '' : 'token');
    const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> =>
      init?.method === 'PATCH' ? Response.json({}, { status: 503 }) : Response.json(wireLink({ status: 'draft' }));
    const error = await thrownBy(createClient(fetch, { token, retries: 1 }).publish('1'));
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(String(error)).not.toContain('nothing was sent');
  });

  it('found at its target is success under strict reading too', async () => {
    const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
      if (init?.method === 'PATCH') throw new TypeError('reset');
      return Response.json(wireLink({ status: 'published', amount: 'much' }));
    };
    const error = await thrownBy(createClient(fetch, { strict: true }).publish('1'));
    expect(error).toMatchObject({ name: 'DriftError', outcome: 'done', link: { status: 'published' } });
  });
});

describe('all', () => {
  it('ends with the reason when the caller aborts in the middle of a page', async () => {
    const controller = new AbortController();
    const links = createClient(async () => Response.json([wireLink({ id: 'a' }), wireLink({ id: 'b' })]));
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { id } of links.all({ signal: controller.signal })) {
        seen.push(id);
        controller.abort('enough');
      }
    };
    expect([await thrownBy(read()), seen]).toEqual(['enough', ['a']]);
  });
});

describe('baseUrl', () => {
  it('is written as a URL before it is used', async () => {
    const asked: unknown[] = [];
    const fetch = async (input: unknown): Promise<Response> => Response.json([], { status: (asked.push(input), 200) });
    await createClient(fetch, { baseUrl: ' https://NEOPAY.test/api/ ' }).list();
    expect(asked).toEqual(['https://neopay.test/api/links']);
  });
});
