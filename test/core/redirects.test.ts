import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/index.js';
import { refuse } from '../support/faults.js';
import { startFaultServer } from '../support/fault-server.js';
import { createClient, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { createScript } from '../support/script.js';

const statuses = [301, 302, 303, 307, 308];

describe('a redirect', () => {
  it.each(statuses)('%i to the same origin is an ApiError and its target is never asked (case 21)', async (status) => {
    const { server, links } = await createWire({ request: () => refuse(status, { location: '/elsewhere' }) });
    const calls = [links.get('1'), links.list(), links.create(order), links.publish('1')];
    for (const error of await Promise.all(calls.map(thrownBy))) {
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status });
    }
    expect(server.ledger.entries.filter((entry) => entry.target === '/elsewhere')).toEqual([]);
    const writes = server.ledger.entries.map((entry) => entry.method).filter((method) => method !== 'GET');
    expect(writes.sort()).toEqual(['PATCH', 'POST']);
  });

  it.each(statuses)('%i to another port sends nothing there and names its origin (case 22)', async (status) => {
    const sink = await startFaultServer(async () => Response.json(wireLink()));
    const { links } = await createWire({ request: () => refuse(status, { location: `${sink.origin}/stolen` }) });
    const calls = [links.get('1'), links.create(order), links.publish('1')];
    for (const error of await Promise.all(calls.map(thrownBy))) {
      expect(error).toMatchObject({ name: 'ApiError', message: expect.stringContaining(sink.origin) });
    }
    expect([sink.ledger.entries.length, sink.openSockets()]).toEqual([0, 0]);
    await sink.close();
  });

  it.each(['https://127.0.0.1:1/x', '//stranger.example/x', 'javascript:alert(1)', 'http://[', 'data:text/plain,x'])(
    'to %s is an ApiError (case 22)',
    async (location) => {
      const { server, links } = await createWire({ request: () => refuse(307, { location }) });
      expect(await thrownBy(links.create(order))).toMatchObject({ name: 'ApiError', status: 307, outcome: 'unknown' });
      expect(server.ledger.entries).toHaveLength(1);
    },
  );

  it('to itself is asked once (case 23)', async () => {
    const { server, links } = await createWire({ request: (entry) => refuse(307, { location: entry.target }) });
    await thrownBy(links.create(order));
    expect(server.ledger.entries).toHaveLength(1);
  });

  it.each([300, 301, 304, 307])('%i without a Location is an ApiError (case 24)', async (status) => {
    const links = createClient(async () => new Response(null, { status }));
    expect(await thrownBy(links.get('1'))).toMatchObject({ name: 'ApiError', status });
  });

  it.each(['https://neopay.test/api/links/2', 'https://stranger.example/api/links/1', '', undefined])(
    'that a fetch of the caller followed to %j is an ApiError',
    async (url) => {
      const script = createScript(() =>
        Object.defineProperties(Response.json(wireLink()), { redirected: { value: true }, url: { value: url } }),
      );
      expect(await thrownBy(createClient(script.fetch).create(order))).toMatchObject({ name: 'ApiError', outcome: 'unknown' });
    },
  );

  it.each([
    'https://stranger.example/api/links',
    'http://gateway.internal:8080/links',
    'https://neopay.test/api/links?trace=1',
    'nonsense',
  ])('is not what a response has whose url is %s', async (url) => {
    const script = createScript(() => Object.defineProperties(Response.json(wireLink()), { url: { value: url } }));
    expect(await createClient(script.fetch).create(order)).toMatchObject({ id: '1' });
  });

  it('that a browser hides is an ApiError too (case 26)', async () => {
    skipWaits();
    const script = createScript(() => Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } }));
    expect(await thrownBy(createClient(script.fetch).create(order))).toMatchObject({ name: 'ApiError', outcome: 'unknown' });
    expect(script.sent).toHaveLength(1);
  });
});
