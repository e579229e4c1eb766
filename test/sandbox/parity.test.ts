import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox.js';
import { open, order, serve, signatureOf } from './support.js';

type Step = readonly [method: string, path: string, init?: RequestInit];

const json = JSON.stringify(order);

// `ID` stands for the id of the first link.
const steps: readonly Step[] = [
  ['POST', '/api/links', { body: json }],
  ['POST', '/api/links', { body: new Blob([json]) }],
  ['POST', '/api/links', { body: '{"product":"é\u{1f600}","amount":1}' }],
  ['POST', '/api/links', { body: new Uint8Array([0x7b, 0xff, 0x7d]) }],
  ['POST', '/api/links', { body: '\ufeff{}' }],
  ['POST', '/api/links', { body: '{}' }],
  ['POST', '/api/links', { body: 'x'.repeat(1024 * 1024 + 1) }],
  ['POST', '/api/links', { body: json, headers: { 'content-type': 'text/plain' } }],
  ['POST', '/api/links', { body: json, headers: { authorization: 'wrong' } }],
  ['GET', '/api/links'],
  ['GET', '/api/links?page=1&per_page=1'],
  ['GET', '/api/links/'],
  ['HEAD', '/api/links'],
  ['GET', '/api/links/ID'],
  ['GET', '/api/links/%E0%A4%A'],
  ['GET', '/api/links/a%2Fb'],
  ['GET', '/api/links/%2e%2e'],
  ['GET', '/api//links'],
  ['PATCH', '/api/links/ID/publish'],
  ['PATCH', '/api/links/ID/publish', { body: '{}' }],
  ['PATCH', '/api/links/ID/unpublish'],
  ['PATCH', '/api/links/ID/close'],
  ['PATCH', '/api/links/ID/open'],
  ['DELETE', '/api/links/ID'],
  ['OPTIONS', '/api/links/ID/close'],
  ['GET', '/api/nowhere'],
  ['GET', '/'],
  ['GET', '/pay/unknown'],
  ['GET', '/openapi.json'],
  ['GET', '/openapi.yaml'],
  ['POST', '/pay/unknown', { body: '' }],
  ['GET', '/docs', { redirect: 'manual' }],
];

// Headers of the connection itself.
const hops = new Set(['connection', 'keep-alive', 'content-length', 'transfer-encoding']);

async function record(sandbox: Sandbox, fetch: Sandbox['fetch'], origin: string): Promise<unknown[]> {
  const answers = [];
  for (const [method, path, init = {}] of steps) {
    const address = origin + path.replace('ID', String(sandbox.links[0]?.id));
    const response = await fetch(address, { method, ...init, headers: { ...signatureOf(sandbox), ...init.headers } });
    const headers = [...response.headers].filter(([name]) => !hops.has(name));
    // The home page shows the headers of requests, to which each way adds its own.
    const body = (await response.text()).replaceAll(origin, '').replace(/<ol class="requests">.*<\/ol>/s, '');
    answers.push({ method, path, status: response.status, headers, body });
  }
  return answers;
}

describe('a sandbox', () => {
  it('answers byte for byte the same in process and over HTTP', async () => {
    const setup = { now: () => Date.UTC(2026, 10, 2), seed: 5 };
    const near = open(setup).sandbox;
    const far = open(setup).sandbox;
    const { url } = await serve(far);
    const [inProcess, overHttp] = [await record(near, near.fetch, url), await record(far, fetch, url)];
    expect(inProcess).toEqual(overHttp);
    expect(near.links).toEqual(far.links);
  });

  it('shares nothing with another one', async () => {
    const first = open();
    const second = open();
    const id = await first.make();
    first.sandbox.inject({ fault: 'drop-before' });
    expect((await second.send('GET', `/links/${id}`)).status).toBe(404);
    expect([second.sandbox.links, second.sandbox.journal.length]).toEqual([[], 1]);
  });

  it('takes a Request as well as an address', async () => {
    const { sandbox } = open();
    const request = new Request('https://sandbox.invalid/api/links', { method: 'POST', headers: signatureOf(sandbox), body: json });
    expect((await sandbox.fetch(request)).status).toBe(200);
    expect((await sandbox.fetch(new URL('https://sandbox.invalid/api/links'), { headers: signatureOf(sandbox) })).status).toBe(200);
  });

  it('rejects an aborted call with the caller’s reason and receives nothing', async () => {
    const { sandbox } = open();
    await expect(sandbox.fetch('/api/links', { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
    expect(sandbox.journal).toEqual([]);
  });

  it('fails a body that is read after an abort', async () => {
    const { sandbox } = open();
    const controller = new AbortController();
    const response = await sandbox.fetch('/api/links', { headers: signatureOf(sandbox), signal: controller.signal });
    controller.abort(new Error('stop'));
    await expect(response.text()).rejects.toThrow('stop');
  });

  it('leaves no listener on a signal that is used for many calls', async () => {
    const { sandbox } = open();
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (...given: Parameters<typeof add>) => ((listeners += 1), add(...given)),
      removeEventListener: (...given: Parameters<typeof remove>) => ((listeners -= 1), remove(...given)),
    });
    for (let count = 0; count < 50; count += 1) await (await sandbox.fetch('/api/links', { headers: signatureOf(sandbox), signal })).text();
    expect(listeners).toBe(0);
  });

  it.each<[string, () => number | Date]>([
    ['no number', () => Number.NaN],
    ['no date', () => new Date('never')],
    ['a time beyond any date', () => 1e16],
  ])('answers 500 and goes on when its clock gives %s', async (_, clock) => {
    let now: () => number | Date = clock;
    const { sandbox, send } = open({ now: () => now() });
    const far = await serve(sandbox);
    const message = 'Server Error: createSandbox: now must give milliseconds since 1970 or a valid Date.';
    for (const reach of [send, far.send]) {
      const { status, body } = await reach('GET', '/links');
      expect([status, body]).toEqual([500, { message }]);
    }
    expect((await fetch(far.url)).status).toBe(500);
    now = () => 0;
    expect((await far.send('GET', '/links')).status).toBe(200);
  });

  it.each<[string, () => unknown]>([
    ['throws', () => JSON.parse('')],
    ['rejects', () => Promise.reject(new Error('mine'))],
  ])('answers all the same when onRequest %s', async (_, onRequest) => {
    const { sandbox, send } = open({ onRequest });
    const far = await serve(sandbox);
    expect((await send('GET', '/links')).status).toBe(200);
    expect((await far.send('GET', '/links')).status).toBe(200);
  });

  it('cuts only the connection whose answer cannot be written', async () => {
    const { sandbox } = open();
    const { url, send } = await serve(sandbox);
    const headers: Record<string, string> = {};
    sandbox.inject({ fault: 'status', code: 500, headers, times: 1 });
    headers['bad header'] = 'changed after it was checked';
    await expect(fetch(`${url}/api/links`)).rejects.toThrow('fetch failed');
    expect((await send('GET', '/links')).status).toBe(200);
    expect(sandbox.journal.map(({ responded }) => responded)).toEqual([false, true]);
  });

  it('refuses options it does not know, and names them', () => {
    expect(() => open(JSON.parse('{"appkey":"x"}'))).toThrow('createSandbox has no option appkey (did you mean appKey?).');
    expect(() => open({ token: '' })).toThrow('createSandbox: token must be a non-empty string of visible ASCII characters.');
    expect(() => createSandbox(JSON.parse('null'))).toThrow('createSandbox takes an object of options.');
    expect(() => open({ seed: 0.5 })).toThrow('createSandbox: seed must be a whole number.');
  });

  it('shows no credential in links, journal or answers', async () => {
    const { sandbox, send, make } = open({ appKey: 'canary-key-1', token: 'canary-token-1' });
    await make('publish', 'close');
    await send('GET', '/links/1', undefined, { headers: { authorization: 'canary-token-1x' } });
    const seen = JSON.stringify([sandbox.links, sandbox.journal, (await send('GET', '/links')).body]);
    expect(seen).not.toContain('canary');
  });
});
