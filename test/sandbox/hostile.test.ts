import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { exchange, headOf, make, open, order, serve } from './support.js';

const json = JSON.stringify(order);
const patience = 300;

// Not every container has IPv6.
const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));
const localIpv6 = hasIpv6 ? ['::', '::1'] : [];

function bodyOf(answer: string): unknown {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
}

describe('a listening sandbox', () => {
  it.each([
    ['no HTTP', 'hello there\r\n\r\n', 400],
    ['two lengths', 'POST /api/links HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['no Host', 'GET /api/links HTTP/1.1\r\n\r\n', 400],
    ['20 kB of headers', `GET / HTTP/1.1\r\nhost: localhost\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a header with a control character', 'GET / HTTP/1.1\r\nhost: localhost\r\nx-odd: a\u0001b\r\n\r\n', 400],
    ['a bad chunk', 'POST /api/links HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
  ])('answers JSON to %s and goes on', async (_, text, status) => {
    const { sandbox } = open();
    const { url, send } = await serve(sandbox);
    const answer = await exchange(url, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(bodyOf(answer)).toEqual({ message: expect.any(String) });
    expect((await send('GET', '/links')).body).toEqual({ data: [] });
  });

  it.each([
    ['headers', 'GET /api/links HTTP/1.1\r\nhost: localhost\r\n'],
    ['a body', 'POST /api/links HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{"pro'],
  ])('answers 408 to %s that do not come and hangs up', async (_, text) => {
    const { sandbox } = open();
    const { url } = await serve(sandbox, { patience });
    expect(await exchange(url, text)).toMatch(/^HTTP\/1.1 408 /);
    expect(sandbox.links).toEqual([]);
  });

  it.each([
    ['half-closes', { end: true }],
    ['resets', { end: false }],
  ])('never applies a request whose sender %s in the body', async (_, { end }) => {
    const { sandbox } = open();
    const { url, send } = await serve(sandbox);
    const text = headOf(sandbox, 'POST /api/links', { 'content-length': json.length + 1 }) + json;
    if (end) await exchange(url, text, { end });
    else await reset(url, text);
    await send('GET', '/links');
    expect(sandbox.links).toEqual([]);
    await expect
      .poll(() => sandbox.journal)
      .toContainEqual(expect.objectContaining({ outcome: 'incomplete', received: false, applied: false }));
  });

  it('answers 413 to a body over a mebibyte, also a chunked one, and reads on afterwards', async () => {
    const { sandbox } = open();
    const { send } = await serve(sandbox);
    const large = new Blob(['x'.repeat(2 * 1024 * 1024)]);
    expect((await send('POST', '/links', undefined, { body: large })).status).toBe(413);
    const stream: RequestInit & { duplex: 'half' } = { body: large.stream(), duplex: 'half' };
    expect((await send('POST', '/links', undefined, stream)).status).toBe(413);
    expect((await send('POST', '/links', order)).status).toBe(200);
  });

  it('answers pipelined requests in their order', async () => {
    const { sandbox } = open();
    const { url } = await serve(sandbox);
    const post = headOf(sandbox, 'POST /api/links', { 'content-length': json.length, connection: 'keep-alive' }) + json;
    const answers = await exchange(url, post + post + headOf(sandbox, 'GET /api/links'));
    expect(answers.match(/HTTP\/1.1 200 OK/g)).toHaveLength(3);
    expect(answers.slice(answers.lastIndexOf('\r\n\r\n'))).toContain('{"data":[');
    expect(sandbox.links).toHaveLength(2);
  });

  it('reads a target in absolute form as its path', async () => {
    const { sandbox } = open();
    const { url } = await serve(sandbox);
    expect(await exchange(url, headOf(sandbox, 'GET http://evil.example/api/links?x=1'))).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each(['authorization', 'x-app-key'])('answers 401 to two %s headers', async (name) => {
    const { sandbox } = open();
    const { url } = await serve(sandbox);
    const head = headOf(sandbox, 'GET /api/links').replace(/\r\n\r\n$/, `\r\n${name}: other\r\n\r\n`);
    expect(await exchange(url, head)).toMatch(/^HTTP\/1.1 401 /);
  });

  it('never answers HTML to an API call, whatever its method or target', async () => {
    const { sandbox } = open();
    const { url } = await serve(sandbox);
    for (const line of [
      'TRACE /api/links',
      'PROPFIND /api',
      'OPTIONS *',
      'GET /api/links/%00',
      'GET /api/links/../../etc/passwd',
      'GET ?',
      'PUT /links/x/publish',
    ]) {
      const answer = await exchange(url, headOf(sandbox, line));
      expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
      expect(bodyOf(answer)).toEqual({ message: expect.any(String) });
    }
  });

  it('holds two thousand connections at once', async () => {
    const { sandbox } = open();
    const { url, send } = await serve(sandbox);
    const idle = await Promise.all(Array.from({ length: 2000 }, () => hold(url)));
    expect((await send('POST', '/links', order)).status).toBe(200);
    for (const socket of idle) socket.destroy();
  });

  it('survives clients that leave at every moment', async () => {
    const { sandbox } = open();
    const { url, send } = await serve(sandbox);
    const text = headOf(sandbox, 'POST /api/links', { 'content-length': json.length }) + json;
    await Promise.all(Array.from({ length: text.length }, (_, length) => reset(url, text.slice(0, length))));
    expect((await send('GET', '/links')).status).toBe(200);
    expect(sandbox.links).toEqual([]);
  });

  it('closes within a second while connections are kept alive and answers are stalled', async () => {
    const { sandbox } = open();
    const server = await sandbox.listen();
    await (await fetch(`${server.url}/`)).text();
    await hold(server.url);
    sandbox.inject({ fault: 'stall-headers' });
    const stalled = fetch(`${server.url}/api/links`).catch((error: unknown) => error);
    await expect.poll(() => sandbox.journal.length, { interval: 1 }).toBe(1);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await stalled).toBeInstanceOf(TypeError);
  });

  it('lets a request under way end before it closes', async () => {
    const { sandbox } = open();
    const server = await sandbox.listen();
    sandbox.inject({ fault: 'latency', ms: 50 });
    const answer = fetch(`${server.url}/api/links`);
    await expect.poll(() => sandbox.journal.length, { interval: 1 }).toBe(1);
    await server.close();
    expect((await answer).status).toBe(401);
  });

  it('listens on loopback unless told otherwise, and its credentials lead there meanwhile', async () => {
    const { sandbox } = open();
    const server = await sandbox.listen();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(sandbox.credentials.baseUrl).toBe(`${server.url}/api`);
    await server.close();
    expect(sandbox.credentials.baseUrl).toBe('https://sandbox.invalid/api');
  });

  it.each<readonly [string, RegExp]>([
    ['0.0.0.0', /^http:\/\/127\.0\.0\.1:\d+$/],
    ...localIpv6.map((host) => [host, /^http:\/\/\[::1\]:\d+$/] as const),
  ])('gives an address on loopback when it listens on %s, whose home page shows the credentials', async (host, pattern) => {
    const { sandbox } = open();
    const { url } = await serve(sandbox, { host });
    expect(url).toMatch(pattern);
    expect(sandbox.credentials.baseUrl).toBe(`${url}/api`);
    const home = await (await fetch(url)).text();
    expect(home).toContain(`<code>${url}/api</code>`);
    expect(home).toContain(sandbox.credentials.token);
  });

  const own = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  );

  it.each(['localhost', 'LocalHost:4010', 'shop.localhost', '127.0.0.1', '127.9.9.9:1', '[::1]:4010', 'sandbox:4010', ...own])(
    'answers as %s',
    async (host) => {
      const { url } = await serve(open().sandbox, { hosts: ['sandbox'] });
      expect(await exchange(url, `GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /);
    },
  );

  it.each(['rebound.example', 'localhost.example', 'x:99999', '1.2.3.999', '[::::]', '[]', 'a b', '10.254.253.252', '127.0.0.1.example'])(
    'answers 421 as %s, to API and pages alike',
    async (host) => {
      const { sandbox } = open();
      const { url } = await serve(sandbox);
      for (const path of ['/', '/api/links', '/openapi.json', '/pay/x']) {
        const answer = await exchange(url, headOf(sandbox, `GET ${path}`, { host }));
        expect(answer).toMatch(/^HTTP\/1.1 421 /);
        expect(answer).toContain('x-content-type-options: nosniff');
        expect(answer).not.toContain(sandbox.credentials.token);
      }
    },
  );

  it.each([6000, 5060, 10080, 25])('refuses port %i with the reason', async (port) => {
    await expect(open().sandbox.listen({ port })).rejects.toThrow(`browsers and fetch refuse to ask port ${port}`);
  });

  it('sends the response of a request under way before it refuses what came after it', async () => {
    const { sandbox } = open();
    const { url } = await serve(sandbox);
    sandbox.inject({ fault: 'latency', ms: 100 });
    const answers = await exchange(url, `${headOf(sandbox, 'GET /api/links', { connection: 'keep-alive' })}no HTTP at all\r\n\r\n`);
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    expect(answers).toContain('{"data":[]}');
  });

  it.each([
    ['{"prt":1}', 'listen has no option prt (did you mean port?).'],
    ['{"host":5}', 'listen: host must be a name or an address of this machine.'],
    ['{"host":""}', 'listen: host must be a name or an address of this machine.'],
    ['{"port":"x"}', 'listen: port must be a whole number from 0 to 65535.'],
    ['{"port":-1}', 'listen: port must be a whole number from 0 to 65535.'],
    ['{"patience":0}', 'listen: patience must be whole milliseconds above 0.'],
    ['4010', 'listen takes an object of options.'],
  ])('rejects listen(%s)', async (options, message) => {
    await expect(open().sandbox.listen(JSON.parse(options))).rejects.toThrow(new TypeError(message));
  });

  it('takes any patience', async () => {
    const { send } = await serve(open().sandbox, { patience: 301 });
    expect((await send('GET', '/links')).status).toBe(200);
  });

  it('keeps ids readable over several servers', async () => {
    const { sandbox } = open();
    const [first, second] = [await serve(sandbox), await serve(sandbox)];
    const id = await make(first.send);
    expect((await second.send('GET', `/links/${id}`)).status).toBe(200);
  });

  it('rejects listen when the port is taken', async () => {
    const { sandbox } = open();
    const { url } = await serve(sandbox);
    await expect(sandbox.listen({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

function hold(url: string): Promise<ReturnType<typeof connect>> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket));
    socket.on('error', reject);
    socket.on('connect', () => socket.off('error', reject).on('error', () => undefined));
  });
}

async function reset(url: string, text: string): Promise<void> {
  const socket = await hold(url);
  await new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.write(text, () => socket.resetAndDestroy());
    if (text === '') socket.resetAndDestroy();
  });
}
