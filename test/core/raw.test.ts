import { describe, expect, it } from 'vitest';
import { ConnectionError, InputError, ResponseError, type ClientOptions } from '../../src/index.js';
import { createRawClient, type RawClient } from '../../src/raw.js';
import { createSandbox } from '../../src/sandbox.js';
import { canary } from '../support/canary.js';
import { createRaw, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { createScript, hangs, json, text } from '../support/script.js';

type Fetch = NonNullable<ClientOptions['fetch']>;

/** A client, and every init that reached its `fetch`. */
function createRecorded(): { raw: RawClient; inits: Record<string, unknown>[] } {
  const inits: Record<string, unknown>[] = [];
  const fetch: Fetch = async (_, init) => {
    inits.push({ ...init });
    return Response.json(wireLink());
  };
  return { raw: createRawClient({ ...canary, baseUrl: 'https://neopay.test/api', fetch }), inits };
}

const one = { params: { path: { id: '1' } } };

describe('createRawClient', () => {
  it('gives the shapes of the wire, and refusals as errors beside the response', async () => {
    const sandbox = createSandbox({ ...canary, seed: 1 });
    const raw = createRaw(sandbox.fetch, { baseUrl: sandbox.credentials.baseUrl });
    const { data: draft } = await raw.POST('/links', { body: order });
    const path = { id: String(draft?.id) };
    await raw.PATCH('/links/{id}/publish', { params: { path } });
    await raw.PATCH('/links/{id}/unpublish', { params: { path } });
    expect((await raw.GET('/links/{id}', { params: { path } })).data).toMatchObject({ status: 'unpublised' });
    const { error, response } = await raw.PATCH('/links/{id}/unpublish', { params: { path } });
    expect([response.status, error]).toMatchObject([409, { message: expect.any(String) }]);
  });

  it('repeats reads, and nothing that may have been acted on', async () => {
    skipWaits();
    const script = createScript(json({}, 503), json(wireLink()), json({}, 503));
    const raw = createRaw(script.fetch);
    expect((await raw.GET('/links/{id}', one)).response.status).toBe(200);
    expect((await raw.POST('/links', { body: order })).response.status).toBe(503);
    expect(script.sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
  });

  it('ends what takes longer than timeout', async () => {
    const error = await thrownBy(createRaw(createScript(hangs).fetch, { timeout: 20, retries: 0 }).GET('/links'));
    expect(error).toMatchObject({ name: 'TimeoutError', limit: 'timeout' });
  });

  it("comes through with the caller's own reason", async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const pending = thrownBy(createRaw(createScript(hangs).fetch).GET('/links', { signal: controller.signal }));
    controller.abort(reason);
    expect(await pending).toBe(reason);
  });

  it.each([301, 307])('never follows a %i', async (status) => {
    const script = createScript(text(null, status, { location: 'https://stranger.example/' }));
    const error = await thrownBy(createRaw(script.fetch).GET('/links', { redirect: 'follow' }));
    expect(error).toMatchObject({ name: 'ApiError', message: expect.stringContaining('https://stranger.example') });
    expect(script.sent.length).toBe(1);
  });

  it('sends the credentials nowhere else', async () => {
    const script = createScript(json({}));
    expect(await thrownBy(createRaw(script.fetch).GET('/links', { baseUrl: 'https://stranger.example' }))).toBeInstanceOf(InputError);
    expect(script.sent).toEqual([]);
  });

  it.each(['..', 'a/b', '%2e%2e', ''])('refuses the id %j', async (id) => {
    const script = createScript(json({}));
    const error = await thrownBy(createRaw(script.fetch).GET('/links/{id}', { params: { path: { id } } }));
    expect(error).toMatchObject({ name: 'InputError', issues: [{ path: 'id' }] });
    expect(script.sent).toEqual([]);
  });

  it('tells a success that is no JSON from one that is', async () => {
    expect(await thrownBy(createRaw(createScript(text('<html>')).fetch).GET('/links'))).toBeInstanceOf(ResponseError);
  });

  it.each([undefined, null, '', 0])('throws an error when fetch throws %j', async (thrown) => {
    const raw = createRaw(() => Promise.reject(thrown), { retries: 0 });
    expect(await thrownBy(raw.GET('/links'))).toBeInstanceOf(ConnectionError);
  });

  it('hands what fetch takes per call on to it', async () => {
    const { raw, inits } = createRecorded();
    const next = { revalidate: 60, tags: ['links'] };
    await raw.GET('/links', {
      cache: 'force-cache',
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      headers: { 'x-trace': 'abc' },
      ...{ next, cf: { cacheTtl: 5 } },
    });
    expect(inits[0]).toMatchObject({
      cache: 'force-cache',
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      next,
      cf: { cacheTtl: 5 },
    });
    expect(inits[0]?.['headers']).toMatchObject({ 'x-trace': 'abc' });
  });

  it('asks for no cache, no cookies and no redirects by itself', async () => {
    const { raw, inits } = createRecorded();
    await raw.GET('/links');
    expect(Object.keys(inits[0] ?? {}).sort()).toEqual(['cache', 'headers', 'keepalive', 'method', 'redirect', 'signal']);
    expect(inits[0]).toMatchObject({ cache: 'no-store', redirect: 'manual', keepalive: false });
  });
});

describe('middleware', () => {
  it.each([
    ['clones the request', (request: Request) => request.clone()],
    [
      'rebuilds the request',
      (request: Request) => new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-trace': 'abc' } }),
    ],
    ['changes its headers', (request: Request) => void request.headers.set('x-trace', 'abc')],
    ['reads a clone of its body', async (request: Request) => void (await request.clone().text())],
  ])('that %s sends body and credentials all the same', async (_, onRequest) => {
    const { raw, inits } = createRecorded();
    raw.use({ onRequest: async ({ request }) => (await onRequest(request)) ?? undefined });
    const { data } = await raw.POST('/links', { body: order });
    expect(data).toMatchObject({ id: '1' });
    expect(inits[0]).toMatchObject({ method: 'POST', body: JSON.stringify(order) });
    expect(inits[0]?.['headers']).toMatchObject({
      'content-type': 'application/json',
      'x-app-key': canary.appKey,
      Authorization: canary.token,
    });
  });

  it('that consumes the body is told so before anything is sent', async () => {
    const { raw, inits } = createRecorded();
    raw.use({ onRequest: async ({ request }) => void (await request.text()) });
    expect(await thrownBy(raw.POST('/links', { body: order }))).toMatchObject({ name: 'InputError', issues: [{ path: 'body' }] });
    expect(inits).toEqual([]);
  });

  it('may respond in the place of the server', async () => {
    const { raw, inits } = createRecorded();
    raw.use({ onRequest: () => Response.json(wireLink({ id: 'mock' })) });
    expect((await raw.GET('/links/{id}', one)).data).toMatchObject({ id: 'mock' });
    expect(inits).toEqual([]);
  });

  it('sees the response, and may replace it', async () => {
    const { raw } = createRecorded();
    const seen: unknown[] = [];
    raw.use({
      async onResponse({ response }) {
        seen.push(response instanceof Response, await response.clone().json());
        return Response.json(wireLink({ id: 'other' }));
      },
    });
    expect((await raw.GET('/links/{id}', one)).data).toMatchObject({ id: 'other' });
    expect(seen).toMatchObject([true, { id: '1' }]);
  });

  it('hears of an error, and may respond for it', async () => {
    const raw = createRaw(() => Promise.reject(new TypeError('fetch failed')), { retries: 0 });
    const errors: unknown[] = [];
    raw.use({ onError: ({ error }) => (errors.push(error), Response.json(wireLink({ id: 'fallback' }))) });
    expect((await raw.GET('/links/{id}', one)).data).toMatchObject({ id: 'fallback' });
    expect(errors[0]).toBeInstanceOf(ConnectionError);
  });
});
