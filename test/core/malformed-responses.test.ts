import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ApiError, PaylinksError, rawOf, ResponseError } from '../../src/index.js';
import type { Fault } from '../support/exchange.js';
import { faults, refuse, rewrite } from '../support/faults.js';
import { createClient, createWire, order, skipWaits, thrownBy, wireLink } from '../support/fixtures.js';
import { createScript, json, text } from '../support/script.js';

const unusable: readonly (readonly [string, string])[] = [
  ['truncated JSON', '{"id":1,"status":"dra'],
  ['HTML', '<!doctype html><title>Hello</title>'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"draft"'],
  ['a number', '7'],
  ['no id', '{"status":"draft"}'],
  ['a null id', '{"id":null,"status":"draft"}'],
  ['an empty id', '{"id":"","status":"draft"}'],
  ['an object as id', '{"id":{},"status":"draft"}'],
  ['NUL bytes', '\u0000\u0000'],
  ['a hundred thousand levels', '['.repeat(100_000)],
];

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const body = JSON.stringify(wireLink());

/** Answers that break HTTP itself, as bytes. */
const broken: Record<string, string> = {
  'a length that is too long': `${head}content-length: ${body.length + 50}\r\n\r\n${body}`,
  'a length that is too short': `${head}content-length: ${body.length - 50}\r\n\r\n${body}`,
  'a length that is no number': `${head}content-length: many\r\n\r\n${body}`,
  'a bad chunk': `${head}transfer-encoding: chunked\r\n\r\nzz\r\n${body}\r\n0\r\n\r\n`,
  'a missing last chunk': `${head}transfer-encoding: chunked\r\n\r\n5\r\n{"id"`,
  'a body that ends with the connection, cut': `${head}connection: close\r\n\r\n${body.slice(0, 60)}`,
  'no HTTP at all': 'hello\r\n\r\n',
  'HTTP 0.9': '<html>hello</html>',
  'status 101': 'HTTP/1.1 101 Switching Protocols\r\nupgrade: other\r\nconnection: upgrade\r\n\r\n',
  'a header that never ends': `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(300_000)}\r\n\r\n`,
};

function sendsBytes(bytes: string): Fault {
  return async (exchange) => {
    await exchange.apply();
    exchange.raw(bytes, 'end');
  };
}

describe('a 2xx', () => {
  it.each(unusable)('with %s is a ResponseError, on every method (case 74)', async (_title, content) => {
    skipWaits();
    const links = createClient(createScript(text(content, 200, { 'content-type': 'application/json' })).fetch);
    const [get, create, publish] = await Promise.all([
      thrownBy(links.get('1')),
      thrownBy(links.create(order)),
      thrownBy(links.publish('1')),
    ]);
    for (const error of [get, create, publish]) expect(error).toBeInstanceOf(ResponseError);
    expect(create).toMatchObject({ outcome: 'unknown', status: 200, text: content.slice(0, 500) });
  });

  it.each(Object.keys(broken))('with %s is a typed error that calls the create unknown (case 74, case 80)', async (title) => {
    const { links } = await createWire({ request: () => sendsBytes(broken[title] ?? '') }, { timeout: 200, retries: 0 });
    const error = await thrownBy(links.create(order));
    expect(error).toBeInstanceOf(PaylinksError);
    expect(error).toMatchObject({ outcome: 'unknown' });
  });

  it.each([
    ['two lengths', `${head}content-length: ${body.length}\r\ncontent-length: 5\r\n\r\n${body}`],
    [
      'a length and chunks',
      `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ],
    ['headers of 20 KB', `${head}x-long: ${'x'.repeat(20_000)}\r\ncontent-length: ${body.length}\r\n\r\n${body}`],
  ])('with %s is the link or a typed error (case 74, case 80)', async (_title, bytes) => {
    const { links } = await createWire({ request: () => sendsBytes(bytes) }, { timeout: 200, retries: 0 });
    const result = await links.create(order).catch((error: unknown) => error);
    if (result instanceof PaylinksError) expect(result.outcome).toBe('unknown');
    else expect(result).toMatchObject({ id: wireLink()['id'] });
  });

  it.each(['truncated JSON', 'html', 'empty', 'reset in body', 'garbage after apply'] as const)(
    'lost to "%s" is found again by createOnce (case 74)',
    async (name) => {
      const { links, sandbox } = await createWire({ request: (entry) => (entry.method === 'POST' ? faults[name] : undefined) });
      expect((await links.createOnce({ ...order, reference: 'r-74' }, { settle: 2_000 })).reference).toBe('r-74');
      expect([...sandbox.links]).toHaveLength(1);
    },
  );

  it('with a byte order mark is read (case 76)', async () => {
    const { links } = await createWire({ request: () => faults['byte order mark'] });
    expect((await links.create(order)).status).toBe('draft');
  });

  it('with gzip cut short is an error, never half a link (case 77)', async () => {
    const { links } = await createWire({ request: () => faults['cut gzip'] }, { retries: 0 });
    expect(await thrownBy(links.create(order))).toMatchObject({ outcome: 'unknown' });
  });

  it('that unpacks to more than maxBody is given up there, and the error names the option', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    const { links } = await createWire(
      { request: () => rewrite(() => bomb, { 'content-encoding': 'gzip' }) },
      { timeout: 5_000, retries: 0, maxBody: 8 * 1024 * 1024 },
    );
    const before = process.memoryUsage().arrayBuffers;
    expect(await thrownBy(links.create(order))).toMatchObject({
      name: 'ResponseError',
      outcome: 'unknown',
      message: expect.stringContaining('maxBody'),
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(48 * 1024 * 1024);
  });

  it('with a key twice keeps the last, as JSON does (case 78)', async () => {
    const twice = body.replace('{', '{"status":"closed",');
    expect((await createClient(createScript(text(twice)).fetch).get('1')).status).toBe('draft');
  });

  it.each(['1e400', '9007199254740993', '"350.41"'])(
    'with the amount %s gives the link and says that it departs, or takes it (case 78)',
    async (amount) => {
      const drift: unknown[] = [];
      const content = body.replace(`"amount":${order.amount}`, `"amount":${amount}`);
      const links = createClient(createScript(text(content)).fetch, { onDrift: (found) => drift.push(found) });
      const link = await links.get('1');
      expect(link.id).toBe(wireLink()['id']);
      expect(JSON.stringify(rawOf(link))).toBe(JSON.stringify(JSON.parse(content)));
      expect(JSON.stringify(drift)).toContain('amount');
    },
  );

  it.each(['text/html', 'text/plain', 'application/octet-stream', ''])(
    'with JSON called %j is read all the same (case 79)',
    async (type) => {
      expect((await createClient(createScript(text(body, 200, { 'content-type': type })).fetch).get('1')).status).toBe('draft');
    },
  );
});

describe('a refusal', () => {
  const contents: readonly (readonly [string, string | Uint8Array<ArrayBuffer> | null])[] = [
    ['JSON', '{"message":"No."}'],
    ['HTML', '<h1>Bad Gateway</h1>'],
    ['nothing', null],
    ['bytes', new Uint8Array([0, 255, 254, 1, 128])],
    ['a hundred thousand levels', '['.repeat(100_000)],
    ['JSON with no message', '{"error":{"deep":true}}'],
    ['null', 'null'],
    ['a message that is no text', '{"message":{"a":1}}'],
  ];

  it.each(contents)('with %s in it is typed by its status (case 75)', async (_title, content) => {
    for (const status of [400, 401, 404, 422, 500, 503]) {
      const links = createClient(async () => new Response(content, { status }), { retries: 0 });
      const error = await thrownBy(links.create(order));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status, outcome: status < 500 ? 'rejected' : 'unknown' });
      expect(String(error).length).toBeLessThan(1_000);
    }
  });

  it('of 50 MB is read no further than the limit (case 75)', async () => {
    let chunks = 0;
    const pull = (controller: ReadableStreamDefaultController): void =>
      void ((chunks += 1), controller.enqueue(new Uint8Array(1024 * 1024).fill(120)));
    const links = createClient(async () => new Response(new ReadableStream({ pull }), { status: 422 }), { retries: 0 });
    const error = await thrownBy(links.create(order));
    expect(error).toMatchObject({ name: 'ValidationError', outcome: 'rejected' });
    expect(chunks).toBeLessThan(15);
    expect(String(error).length).toBeLessThan(1_000);
  });

  it('that is cut off is not taken for a complete one (case 75)', async () => {
    const cut: Fault = async (exchange) => exchange.cut(Response.json({ message: 'x'.repeat(500) }, { status: 422 }), -100, 'reset');
    const { links } = await createWire({ request: () => cut }, { retries: 0 });
    expect(await thrownBy(links.create(order))).toMatchObject({ outcome: 'unknown' });
  });

  it('keeps the request id and safe headers only (case 75)', async () => {
    const headers = { 'x-request-id': 'req-1', 'set-cookie': 'session=1', 'x-ratelimit-remaining': '0' };
    const error = await thrownBy(createClient(createScript(json({ message: 'No.' }, 404, headers)).fetch).get('1'));
    expect(error).toMatchObject({ requestId: 'req-1' });
    expect(JSON.stringify(error)).not.toContain('session');
  });

  it('over the wire closes nothing and leaks nothing (case 75)', async () => {
    const { links } = await createWire({ request: () => refuse(404) });
    expect(await thrownBy(links.get('1'))).toMatchObject({ name: 'NotFoundError', status: 404 });
  });
});
