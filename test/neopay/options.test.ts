import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { InputError, createLinksClient } from '../../src/index.js';
import type { LinksClient } from '../../src/index.js';
import { thrownBy, wireLink } from '../support/fixtures.js';

const credentials = { appKey: 'app-key-4711', token: 'token-0815' };

function create(options: unknown): LinksClient {
  return Reflect.apply(createLinksClient, undefined, [options]);
}

function issuesOf(options: unknown): string[] {
  try {
    create(options);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
}

describe('createLinksClient', () => {
  it.each([
    [{ ...credentials, baseUrl: 'https://neopay.io/api/' }],
    [{ ...credentials, baseUrl: 'http://localhost:4010/api' }],
    [{ ...credentials, baseUrl: 'http://127.0.0.1:1' }],
    [{ ...credentials, baseUrl: 'http://[::1]:1/api' }],
    [{ ...credentials, token: () => 'x', retries: false, timeout: 1, deadline: 2 ** 31 - 1, strict: true }],
    [{ ...credentials, retries: 0, fetch: undefined, onDrift: undefined }],
  ])('takes %o', (options) => {
    expect(issuesOf(options)).toEqual([]);
  });

  it.each([
    [undefined, /needs an object/],
    [{}, /appKey must be text, got undefined/],
    [{ ...credentials, appKey: ' ' }, /^appKey must not be empty/],
    [{ ...credentials, token: 'a\r\nb' }, /^token must not contain line breaks/],
    [{ ...credentials, token: 'a\u0000' }, /^token/],
    [{ ...credentials, token: 'ключ' }, /^token .*Latin-1/],
    [{ ...credentials, token: 7 }, /^token must be text, got number/],
    [{ ...credentials, baseUrl: 'http://neopay.io/api' }, /^baseUrl must start with https/],
    [{ ...credentials, baseUrl: 'http://localhost.evil.example' }, /^baseUrl must start with https/],
    [{ ...credentials, baseUrl: 'ftp://neopay.io' }, /^baseUrl/],
    [{ ...credentials, baseUrl: 'neopay.io' }, /^baseUrl must be an absolute URL/],
    [{ ...credentials, baseUrl: 'https://user:pass@neopay.io' }, /^baseUrl must not contain a user name/],
    [{ ...credentials, baseUrl: 'https://neopay.io/api?x=1' }, /^baseUrl must not contain a query/],
    [{ ...credentials, baseUrl: 'https://neopay.io/api#' }, /^baseUrl must not contain a query/],
    [{ ...credentials, timeout: 0 }, /^timeout/],
    [{ ...credentials, timeout: Number.NaN }, /^timeout/],
    [{ ...credentials, deadline: 2 ** 31 }, /^deadline/],
    [{ ...credentials, deadline: '5' }, /^deadline/],
    [{ ...credentials, retries: -1 }, /^retries/],
    [{ ...credentials, retries: true }, /^retries/],
    [{ ...credentials, retries: 1.5 }, /^retries/],
    [{ ...credentials, fetch: 'x' }, /^fetch must be a function/],
    [{ ...credentials, onAttempt: {} }, /^onAttempt must be a function/],
    [{ ...credentials, baseURL: 'https://neopay.io' }, /^baseURL is no known option; did you mean baseUrl\?/],
    [{ ...credentials, apiKey: 'x' }, /^apiKey is no known option/],
  ])('refuses %o', (options, expected) => {
    expect(issuesOf(options).join('\n')).toMatch(expected);
  });

  it('names all faults at once and quotes no credential', () => {
    const secret = 'canary-\n-canary';
    const error = ((): unknown => {
      try {
        return create({ appKey: secret, token: secret, timeout: -1 });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ outcome: 'not-sent', issues: [{ path: 'appKey' }, { path: 'token' }, { path: 'timeout' }] });
    expect(inspect(error, { showHidden: true, depth: null })).not.toContain('canary');
  });

  it('shows no credential when inspected or serialised', () => {
    const links = create({ ...credentials, fetch: async () => Response.json({}) });
    const shown =
      inspect(links, { showHidden: true, depth: null, getters: true }) + JSON.stringify(links) + Object.values(links).map(String).join();
    for (const secret of Object.values(credentials)) expect(shown).not.toContain(secret);
  });

  it('looks up globalThis.fetch for each call', async () => {
    const before = globalThis.fetch;
    const links = create(credentials);
    globalThis.fetch = async () => Response.json(wireLink());
    const link = await links.get('1').finally(() => (globalThis.fetch = before));
    expect(link.status).toBe('draft');
  });

  it('reads the options once, so that changing them later changes nothing', async () => {
    const options = {
      ...credentials,
      fetch: async (_url: string, init: RequestInit) => Response.json(wireLink({ slug: new Headers(init.headers).get('x-app-key') })),
    };
    const links = create(options);
    options.appKey = 'another';
    expect((await links.get('1')).slug).toBe(credentials.appKey);
  });
});

describe('call options', () => {
  const links = create({ ...credentials, fetch: async () => Response.json(wireLink()) });
  it.each([
    [{ timout: 5 }, /timout .*timeout\?/],
    [{ timeout: 0 }, /timeout/],
    [{ deadline: -1 }, /deadline/],
    [{ signal: {} }, /signal/],
    [null, /options/],
    [5, /options/],
  ])('refuses %o', async (options, expected) => {
    const error = await thrownBy(Reflect.apply(links.get, links, ['1', options]));
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(expected);
  });
});

describe('a 401', () => {
  it.each([
    [{ appKey: 'a-long-secret-token-of-an-application', token: '98e2fe88-3a95-4c7c-a98f-dfa5192b85f6' }, 'look swapped'],
    [{ appKey: '98e2fe88-3a95-4c7c-a98f-dfa5192b85f6', token: 'Bearer a-long-secret-token' }, 'starts with "Bearer "'],
    [{ appKey: '98e2fe88-3a95-4c7c-a98f-dfa5192b85f6', token: 'a-long-secret-token' }, 'easily swapped'],
  ])('names the likely slip and no credential', async (credentials, words) => {
    const links = createLinksClient({ ...credentials, fetch: async () => Response.json({ message: 'Unauthenticated.' }, { status: 401 }) });
    const error = await links.get('1').catch((reason: unknown) => reason);
    expect(String(error)).toContain(words);
    for (const secret of Object.values(credentials)) expect(String(error)).not.toContain(secret);
  });
});
