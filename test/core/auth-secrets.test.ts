import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AuthenticationError, ConnectionError, createLinksClient, InputError, PermissionError } from '../../src/index.js';
import { canary, findSecrets, showsSecret } from '../support/canary.js';
import { faults } from '../support/faults.js';
import { createClient, createRaw, createFixture, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { createScript, fails, hangs, json, text } from '../support/script.js';

const illegal = ['\r', '\n', '\r\nx-evil: 1', '\0', '\u0001', '\u001f', '\u007f', '€', '日', '\ud800'];

function constructionError(options: object): unknown {
  try {
    createLinksClient({ ...canary, ...options });
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to throw.');
}

describe('credentials', () => {
  it.each(['', '   ', '\t', undefined, null, 7])('refuses %j as appKey or token before any request (case 1)', (value) => {
    for (const name of ['appKey', 'token']) {
      const error = constructionError({ [name]: value });
      expect(error).toBeInstanceOf(InputError);
      expect(error).toMatchObject({ outcome: 'not-sent', issues: [{ path: name }] });
    }
  });

  it.each(illegal)('refuses a key with %j and does not quote it (case 2)', (character) => {
    for (const name of ['appKey', 'token']) {
      const error = constructionError({ [name]: `${canary.appKey}${character}tail` });
      expect(error).toBeInstanceOf(InputError);
      expect(findSecrets(error)).toEqual([]);
    }
  });

  it('trims spaces around a key and refuses a line break at its end (case 3)', async () => {
    const script = createScript(json(wireLink()));
    await createClient(script.fetch, { appKey: `${canary.appKey} `, token: ` ${canary.token}` }).get('1');
    expect(script.sent[0]?.headers.get('x-app-key')).toBe(canary.appKey);
    expect(constructionError({ token: `${canary.token}\n` })).toBeInstanceOf(InputError);
  });

  it('travel once each, raw, in their two headers only (case 4)', async () => {
    const { server, links } = await createWire();
    await links.publish((await links.create(order)).id);
    expect(server.ledger.entries).toHaveLength(2);
    for (const { headers, target } of server.ledger.entries) {
      const named = (name: string) => headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
      expect([named('x-app-key'), named('authorization'), named('referer')]).toEqual([[canary.appKey], [canary.token], []]);
      expect(showsSecret(target)).toBe(false);
    }
  });

  it.each(Object.keys(faults))('stay out of what is thrown when there is "%s" (case 5)', async (name) => {
    skipWaits();
    const fault = Object.entries(faults).find(([key]) => key === name)?.[1];
    const { links } = await createWire({ request: () => fault }, { timeout: 60, deadline: 200, retries: 1 });
    const results = await Promise.allSettled([links.create(order), links.get('1'), links.publish('1'), links.list()]);
    for (const result of results) expect(findSecrets(result.status === 'rejected' ? result.reason : result.value)).toEqual([]);
  });

  it('stay out of what onAttempt is told, whatever fetch throws (case 6)', async () => {
    const seen: unknown[] = [];
    const script = createScript(fails(new Error(`sent ${canary.token} with ${canary.appKey}`)), json({ message: canary.token }, 401));
    const links = createClient(script.fetch, { onAttempt: (attempt) => seen.push(attempt), retries: 0 });
    await Promise.allSettled([links.get('1'), links.get('2'), links.create(order)]);
    expect(seen).toHaveLength(3);
    expect(seen.flatMap(findSecrets)).toEqual([]);
  });

  it('stay out of the warning about an answer that departs from the document (case 6)', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    await createClient(createScript(json(wireLink({ amount: canary.token, status: canary.appKey, [canary.token]: 1 }))).fetch).get('1');
    expect(warn).toHaveBeenCalled();
    expect(warn.mock.calls.flat().map(String).filter(showsSecret)).toEqual([]);
  });

  it('stay out of the journal and the links of the sandbox (case 4)', async () => {
    const { links, sandbox } = createFixture();
    await links.create(order);
    await thrownBy(links.publish('nobody'));
    expect(sandbox.journal.length).toBeGreaterThan(1);
    expect(findSecrets([...sandbox.journal, ...sandbox.links])).toEqual([]);
  });

  it('do not show in the client itself (case 7)', () => {
    const links = createClient(createScript(json({})).fetch);
    const views = [
      inspect(links, { showHidden: true, depth: 12 }),
      JSON.stringify(links),
      Object.keys(links).join(),
      String(links),
      inspect(createRaw(createScript(json({})).fetch), { showHidden: true, depth: 12 }),
    ];
    expect(views.filter(showsSecret)).toEqual([]);
  });

  it.each([401, 404, 409, 422, 500, 200])('are blotted out of a %i that echoes them (case 8)', async (status) => {
    const echo = {
      message: `bad token ${canary.token}`,
      errors: { token: [`${canary.token} is no token`] },
      [canary.token]: canary.appKey,
    };
    const error = await thrownBy(createClient(createScript(json(echo, status)).fetch, { retries: 0 }).create(order));
    expect(findSecrets(error)).toEqual([]);
  });

  it('are blotted out where a character of theirs is escaped, in names as well (case 8)', async () => {
    const escaped = `\\u0063${canary.token.slice(1)}`;
    const echo = text(`{"message":"${escaped}","errors":{"${escaped}":["${escaped}"]}}`, 422);
    const error = await thrownBy(createClient(createScript(echo).fetch).create(order));
    expect(error).toMatchObject({ fields: { '[redacted]': ['[redacted]'] } });
  });

  it('are blotted out of a page of HTML that echoes them (case 8)', async () => {
    const page = () =>
      new Response(`<p>Your key is ${canary.appKey}</p>`, {
        status: 200,
        headers: { 'content-type': 'text/html', 'x-request-id': canary.token },
      });
    expect(findSecrets(await thrownBy(createClient(createScript(page).fetch).create(order)))).toEqual([]);
  });

  it.each([
    ['holds the app key', `${canary.appKey}.rest-of-it`, `${canary.appKey}.rest-of-it`],
    ['has a scheme before it', 'Bearer rest-of-it', 'rest-of-it'],
  ])('are blotted out whole when the token %s (case 8)', async (_title, token, echoed) => {
    const links = createClient(createScript(json({ message: `bad token ${echoed}` }, 401)).fetch, { token });
    expect(inspect(await thrownBy(links.list()), { depth: 5 })).not.toContain('rest-of-it');
  });

  it('are kept from callers when a fetch of their own throws them (case 9)', async () => {
    const cause = Object.assign(new Error(`failed with ${canary.token}`), { request: { headers: { authorization: canary.token } } });
    const error = await thrownBy(createClient(createScript(fails(cause)).fetch, { retries: 0 }).create(order));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(findSecrets(error)).toEqual([]);
  });

  it.each([
    [401, AuthenticationError],
    [403, PermissionError],
  ])('end a call at once on %i (case 10)', async (status, expected) => {
    const script = createScript(json({ message: 'No.' }, status));
    const links = createClient(script.fetch);
    const calls = [links.get('1'), links.list(), links.create(order), links.publish('1')];
    for (const error of await Promise.all(calls.map(thrownBy))) expect(error).toBeInstanceOf(expected);
    expect(script.sent).toHaveLength(4);
  });
});

describe('a token function', () => {
  it.each([
    ['rejects', () => Promise.reject(new Error(`no token for ${canary.appKey}`))],
    ['gives undefined', () => Reflect.get({}, 'token')],
    ['gives a line break', () => `${canary.token}\n`],
    ['gives nothing', () => ''],
  ])('that %s ends the call typed and unsent (case 11)', async (_title, token) => {
    const script = createScript(json(wireLink()));
    const error = await thrownBy(createClient(script.fetch, { token, retries: 0 }).create(order));
    expect(error).toMatchObject({ operation: 'createLink', outcome: 'not-sent' });
    expect(findSecrets(error)).toEqual([]);
    expect(script.sent).toEqual([]);
  });

  it('is not asked for a call that is over before it begins (case 31)', async () => {
    let asked = 0;
    const token = (): string => `${canary.token}${(asked += 1)}`;
    const links = createClient(createScript(json([])).fetch, { token });
    expect(await thrownBy(links.list({ signal: AbortSignal.abort('over') }))).toBe('over');
    expect(asked).toBe(0);
  });

  it('that hangs is ended by the deadline, unsent (case 11)', async () => {
    const script = createScript(hangs);
    const error = await thrownBy(createClient(script.fetch, { token: () => new Promise<string>(() => {}), deadline: 30 }).create(order));
    expect(error).toMatchObject({ name: 'TimeoutError', limit: 'deadline', outcome: 'not-sent' });
    expect(script.sent).toEqual([]);
  });
});

describe('options', () => {
  it.each(['X-App-Key', 'x-app-key', 'AUTHORIZATION', 'authorization'])('let no caller replace %s (case 12)', async (name) => {
    const script = createScript(json(wireLink()));
    await createRaw(script.fetch).GET('/links/{id}', { params: { path: { id: '1' } }, headers: { [name]: 'mine' } });
    expect(script.sent[0]?.headers.get('x-app-key')).toBe(canary.appKey);
    expect(script.sent[0]?.headers.get('authorization')).toBe(canary.token);
  });

  it('know no headers (case 12)', () => {
    expect(constructionError({ headers: { authorization: 'mine' } })).toMatchObject({ name: 'InputError', issues: [{ path: 'headers' }] });
  });

  it.each([
    'https://user:pass@neopay.io/api',
    'https://neopay.io/api?x=1',
    'https://neopay.io/api#x',
    'ftp://neopay.io',
    'http://neopay.io/api',
    'neopay.io',
    '',
  ])('refuse %j as baseUrl (case 13)', (baseUrl) => {
    expect(constructionError({ baseUrl })).toMatchObject({ name: 'InputError', issues: [{ path: 'baseUrl' }] });
  });

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010/api', 'http://[::1]:4010'])(
    'take %s, which stays on this machine (case 13)',
    (baseUrl) => {
      expect(createLinksClient({ ...canary, baseUrl })).toBeDefined();
    },
  );
});
