import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createNodeFetch, type NodeFetch, type NodeFetchOptions } from '../../src/node.js';
import { cutAt, faults, refuse, rewrite } from '../support/faults.js';
import { startFaultServer, type FaultServer, type Plan } from '../support/fault-server.js';
import type { Handler } from '../support/ledger.js';
import { listenOnLoopback } from '../support/port.js';
import { certificate } from './certificate.js';

const hello: Handler = async () => Response.json({ hello: 'world' });

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"amount":1}' };

interface World {
  readonly fetch: NodeFetch;
  readonly server: FaultServer;
}

async function createWorld(plan: Plan = {}, handler = hello, options: NodeFetchOptions = {}): Promise<World> {
  const server = await startFaultServer(handler, plan);
  const fetch = createNodeFetch(options);
  onTestFinished(async () => {
    fetch.close();
    await server.close();
  });
  return { fetch, server };
}

/** What a request or the reading of its body failed with. */
async function failureOf(work: Promise<{ text(): Promise<string> }>): Promise<unknown> {
  return work.then(
    (response) =>
      response.text().then(
        (text) => expect.unreachable(text),
        (error: unknown) => error,
      ),
    (error: unknown) => error,
  );
}

describe('a request over node:http', () => {
  it('carries method, address, headers and text, and says how long it is', async () => {
    const { fetch, server } = await createWorld();
    await (await fetch(`${server.origin}/links?page=2`, { ...post, body: '{"product":"Tasse à café"}' })).text();
    const [entry] = server.ledger.entries;
    expect(entry).toMatchObject({ method: 'POST', target: '/links?page=2', body: '{"product":"Tasse à café"}' });
    expect(Object.fromEntries(entry?.headers ?? [])).toMatchObject({ 'content-type': 'application/json', 'content-length': '28' });
  });

  it.each([
    ['bytes', new TextEncoder().encode('{}')],
    ['a buffer', new TextEncoder().encode('{}').buffer],
    ['a Blob', new Blob(['{}'])],
  ])('sends %s', async (_title, body) => {
    const { fetch, server } = await createWorld();
    await (await fetch(server.origin, { method: 'PUT', body })).text();
    expect(server.ledger.entries).toMatchObject([{ method: 'PUT', body: '{}' }]);
  });

  it('goes where a parser of addresses leads, whatever was asked for before', async () => {
    const { fetch, server } = await createWorld();
    const paths = ['/links', '/a/../b', '/a b', '/x?page=2&q=é#part', '/%2e%2e/c', '//d', ''];
    for (const path of ['/links', ...paths]) await (await fetch(`${server.origin}${path}`)).text();
    const expected = paths.map((path) => new URL(`${server.origin}${path}`)).map(({ pathname, search }) => pathname + search);
    expect(server.ledger.entries.slice(1).map(({ target }) => target)).toEqual(expected);
  });

  it('sets what belongs to the connection itself, and a length for every method that may have a body', async () => {
    const { fetch, server } = await createWorld();
    const headers = { Host: 'elsewhere', 'Content-Length': '7', 'transfer-encoding': 'chunked', 'Accept-Encoding': 'identity' };
    await (await fetch(server.origin, { method: 'PATCH', headers })).text();
    expect(Object.fromEntries(server.ledger.entries[0]?.headers ?? [])).toEqual({
      host: new URL(server.origin).host,
      'accept-encoding': 'identity',
      'content-length': '0',
      Connection: 'keep-alive',
    });
  });

  it('takes headers as pairs and as a Headers object', async () => {
    const { fetch, server } = await createWorld();
    for (const headers of [[['x-one', '1']] as const, new Headers({ 'x-one': '1' })])
      await (await fetch(server.origin, { headers })).text();
    expect(server.ledger.entries.map(({ headers }) => new Map(headers).get('x-one'))).toEqual(['1', '1']);
  });

  it.each([
    ['ftp://127.0.0.1/', {}, /http and https, not ftp:/],
    ['nowhere', {}, /Invalid URL/],
    ['https://user:word@127.0.0.1/', {}, /no user name and no password/],
    ['http://127.0.0.1:9/', { headers: { 'x-app-key': 'se\ncret' } }, /^Invalid character in header content \["x-app-key"\]$/],
  ])('refuses %s with %j', async (address, init, message) => {
    await expect(createNodeFetch()(address, init)).rejects.toThrow(message);
  });

  it('refuses a body that can be read only once', async () => {
    const stream: object = new Blob(['{}']).stream();
    await expect(Reflect.apply(createNodeFetch(), undefined, ['http://127.0.0.1:9/', { method: 'POST', body: stream }])).rejects.toThrow(
      'sends text, bytes or a Blob',
    );
  });

  it.each([{ maxSockets: 0 }, { keepAliveTimeout: -1 }, { connectTimeout: Number.NaN }])('refuses %j', (options) => {
    expect(() => createNodeFetch(options)).toThrow(RangeError);
  });
});

describe('a response over node:http', () => {
  it('has status, headers and address, and a body that is read in any of four ways', async () => {
    const { fetch, server } = await createWorld();
    const response = await fetch(server.origin);
    expect(response).toMatchObject({ status: 200, ok: true, url: `${server.origin}/`, redirected: false, type: 'basic' });
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect([...response.headers]).toContainEqual(['content-type', 'application/json']);
    expect([response.headers.has('date'), response.headers.get('date')]).toEqual([false, null]);
    expect(await response.json()).toEqual({ hello: 'world' });
    expect(await (await fetch(server.origin)).text()).toBe('{"hello":"world"}');
    expect((await (await fetch(server.origin)).arrayBuffer()).byteLength).toBe(17);
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await fetch(server.origin)).body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('{"hello":"world"}');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('is decoded from %s', async (encoding, encode) => {
    const { fetch, server } = await createWorld({
      request: () => rewrite(() => encode('ă'.repeat(50_000)), { 'content-encoding': encoding }),
    });

    expect(await (await fetch(server.origin)).text()).toBe('ă'.repeat(50_000));
    expect(new Map(server.ledger.entries[0]?.headers).get('accept-encoding')).toBe('gzip, deflate, br');
  });

  it('is a failure when its gzip is cut short', async () => {
    const half = gzipSync('x'.repeat(1_000)).subarray(0, 20);
    const { fetch, server } = await createWorld({ request: () => rewrite(() => half, { 'content-encoding': 'gzip' }) });
    expect(await failureOf(fetch(server.origin))).toMatchObject({ code: 'Z_BUF_ERROR' });
  });

  it.each([301, 307, 308])('with %i is handed over, not followed', async (status) => {
    const { fetch, server } = await createWorld({ request: () => refuse(status, { location: '/elsewhere' }) });
    const response = await fetch(server.origin, post);
    await response.text();
    expect([response.status, response.ok, response.headers.get('location')]).toEqual([status, false, '/elsewhere']);
    expect(server.ledger.entries).toHaveLength(1);
  });

  it('without a body is empty and leaves the socket to the next request', async () => {
    const { fetch, server } = await createWorld({}, async () => new Response(null, { status: 204 }));
    for (const method of ['DELETE', 'HEAD', 'GET']) expect(await (await fetch(server.origin, { method })).text()).toBe('');
    expect(server.ledger.entries.map(({ turn }) => turn)).toEqual([1, 2, 3]);
  });

  it('has the values of a header that came twice, joined by a comma', async () => {
    const raw = 'HTTP/1.1 200 OK\r\nVary: accept\r\nX-Request-Id: 7\r\nvary: origin\r\ncontent-length: 0\r\n\r\n';
    const { fetch, server } = await createWorld({ request: () => (exchange) => exchange.raw(raw, 'end') });
    const { headers } = await fetch(server.origin);
    expect([...headers]).toEqual([
      ['vary', 'accept, origin'],
      ['x-request-id', '7'],
      ['content-length', '0'],
    ]);
  });

  it('comes in pieces as they arrive, and its reader can be slow', async () => {
    const whole = 'x'.repeat(3_000_000);
    const { fetch, server } = await createWorld({}, async () => new Response(whole));
    let length = 0;
    let pieces = 0;
    for await (const chunk of (await fetch(server.origin)).body) {
      length += chunk.byteLength;
      pieces += 1;
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(length).toBe(whole.length);
    expect(pieces).toBeGreaterThan(1);
  });

  it('of 20 KB of headers is refused by name', async () => {
    const { fetch, server } = await createWorld({ request: () => refuse(200, { 'x-long': 'x'.repeat(20_000) }) });
    expect(await failureOf(fetch(server.origin))).toMatchObject({ code: 'HPE_HEADER_OVERFLOW' });
  });
});

describe('a failure over node:http', () => {
  const harmless = ['one byte at a time', 'drip', 'half close', 'close when idle', 'continue first', 'early hints first'];
  const unfinished = Object.entries(faults).filter(([name]) => name.startsWith('stall'));
  const rewritten = ['truncated JSON', 'byte order mark', 'html', 'empty'];
  const broken = Object.entries(faults).filter(([name]) => ![...harmless, ...rewritten].includes(name) && !name.startsWith('stall'));

  it.each(broken)('%s: the request was delivered once and its code is told', async (_name, fault) => {
    const { fetch, server } = await createWorld({ request: ({ method }) => (method === 'POST' ? fault : undefined) });
    await (await fetch(server.origin)).text();
    expect(await failureOf(fetch(server.origin, post))).toMatchObject({ code: expect.stringMatching(/^ECONNRESET$|^EPIPE$|^HPE_|^Z_/) });
    await (await fetch(server.origin)).text();
    expect(server.ledger.entries.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  it.each(harmless)('%s: is none', async (name) => {
    const { fetch, server } = await createWorld({ request: () => Object.entries(faults).find(([title]) => title === name)?.[1] });
    expect(await (await fetch(server.origin, post)).json()).toEqual({ hello: 'world' });
    expect(server.ledger.entries).toHaveLength(1);
  });

  it.each(unfinished)('%s: an abort ends it at once, with the reason', async (_name, fault) => {
    const { fetch, server } = await createWorld({ request: () => fault });
    const controller = new AbortController();
    const failure = failureOf(fetch(server.origin, { ...post, signal: controller.signal }));
    await vi.waitFor(() => expect(server.ledger.entries).toHaveLength(1), 5_000);
    controller.abort('enough');
    expect(await failure).toBe('enough');
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), 5_000);
  });

  it('in the middle of the body is one of reading, with the reason of an abort', async () => {
    const { fetch, server } = await createWorld({ request: () => cutAt(-5, 'hang') });
    const controller = new AbortController();
    const response = await fetch(server.origin, { signal: controller.signal });
    const reading = failureOf(Promise.resolve(response));
    controller.abort(null);
    expect(await reading).toBe(null);
  });

  it('before anybody reads the body is told to who reads it', async () => {
    const { fetch, server } = await createWorld({ request: () => cutAt(-5, 'reset') });
    const response = await fetch(server.origin);
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), 5_000);
    expect(await failureOf(Promise.resolve(response))).toMatchObject({ code: 'ECONNRESET' });
  });

  it('gives the socket up with a body that nobody wants', async () => {
    const { fetch, server } = await createWorld({ request: () => refuse(404, {}, { message: 'x'.repeat(1_000_000) }) });
    (await fetch(server.origin)).body.destroy();
    for await (const chunk of (await fetch(server.origin)).body) if (chunk.length > 0) break;
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), 5_000);
  });

  it('by a signal that was aborted before sends nothing', async () => {
    const { fetch, server } = await createWorld();
    expect(await failureOf(fetch(server.origin, { signal: AbortSignal.abort('early') }))).toBe('early');
    expect(server.ledger.entries).toEqual([]);
  });

  it('to connect has the code that says nothing was sent', async () => {
    const { fetch, server } = await createWorld();
    await server.refuse();
    expect(await failureOf(fetch(server.origin, post))).toMatchObject({ code: 'ECONNREFUSED' });
    expect(await failureOf(fetch('http://nowhere.invalid/', post))).toMatchObject({
      code: expect.stringMatching(/^ENOTFOUND$|^EAI_AGAIN$/),
    });
  });

  it('to trust a certificate sends nothing', async () => {
    let received = '';
    const server = createTlsServer(certificate, (socket) =>
      socket.on('data', (chunk) => (received += String(chunk))).on('error', () => {}),
    );
    const port = await listenOnLoopback(server);
    onTestFinished(() => void server.close());
    const fetch = createNodeFetch();
    expect(await failureOf(fetch(`https://localhost:${port}/`, post))).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(received).toBe('');
  });

  it('to connect in time, TLS included, says so as the system would', async () => {
    const sockets: Socket[] = [];
    const server = createTcpServer((socket) => void sockets.push(socket));
    const port = await listenOnLoopback(server);
    onTestFinished(() => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    });
    const fetch = createNodeFetch({ connectTimeout: 50 });
    expect(await failureOf(fetch(`https://127.0.0.1:${port}/`, post))).toMatchObject({ code: 'ETIMEDOUT', syscall: 'connect' });
  });
});

describe('the sockets of a fetch over node:http', () => {
  it('are used again', async () => {
    const { fetch, server } = await createWorld({ connection: () => undefined });
    for (let turn = 0; turn < 3; turn += 1) await (await fetch(server.origin, post)).text();
    expect(server.ledger.entries.map(({ connection, turn }) => [connection, turn])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
  });

  it('are as many as maxSockets at most, and a request that gives up waiting for one is never sent', async () => {
    const { fetch, server } = await createWorld({ connection: () => undefined }, hello, { maxSockets: 2 });
    const controller = new AbortController();
    const requests = Array.from({ length: 8 }, async () => (await fetch(server.origin)).text());
    const queued = failureOf(fetch(`${server.origin}/never`, { signal: controller.signal }));
    controller.abort('tired');
    expect(await queued).toBe('tired');
    await Promise.all(requests);
    expect(Math.max(...server.ledger.entries.map(({ connection }) => connection))).toBe(2);
    expect(server.ledger.entries.map(({ target }) => target)).not.toContain('/never');
  });

  it('end when they were idle for keepAliveTimeout', async () => {
    const { fetch, server } = await createWorld({}, hello, { keepAliveTimeout: 50 });
    await (await fetch(server.origin)).text();
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), 10_000);
  });

  it('end before the server would end them, where it says when', async () => {
    const { fetch, server } = await createWorld({ request: () => refuse(200, { 'keep-alive': 'timeout=1' }) }, hello, {
      keepAliveTimeout: 60_000,
    });
    await (await fetch(server.origin)).text();
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), 10_000);
  });

  it('end at close, busy ones after their response, and nothing is sent from then on', async () => {
    const { fetch, server } = await createWorld({ request: ({ target }) => (target === '/slow' ? faults.drip : undefined) });
    await (await fetch(server.origin)).text();
    const busy = fetch(`${server.origin}/slow`);
    await vi.waitFor(() => expect(server.ledger.entries).toHaveLength(2), 10_000);
    fetch.close();
    expect(await failureOf(fetch(server.origin, post))).toMatchObject({ code: 'ECONNREFUSED' });
    expect(await (await busy).json()).toEqual({ hello: 'world' });
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), 10_000);
    expect(server.ledger.entries).toHaveLength(2);
  });

  it('keep no process running while they are idle', async () => {
    const { server } = await createWorld();
    const program = `
      import { createNodeFetch } from ${JSON.stringify(fileURLToPath(new URL('../../src/node.ts', import.meta.url)))};
      const fetch = createNodeFetch({ keepAliveTimeout: 600_000 });
      console.log(await (await fetch(${JSON.stringify(server.origin)})).text());`;
    const tsx = import.meta.resolve('tsx');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', tsx, '--input-type=module', '--eval', program], {
      timeout: 60_000,
    });
    expect(stdout).toBe('{"hello":"world"}\n');
  });
});
