import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox.js';
import { fieldOf, open, order, serve, signatureOf } from './support.js';

function codeOf(error: unknown): unknown {
  return fieldOf(error instanceof Error ? error.cause : undefined, 'code');
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`It was expected to fail, and gave ${JSON.stringify(value)}.`)),
    (error: unknown) => error,
  );
}

describe('inject', () => {
  it('tells how often the fault fired and ends it on remove', async () => {
    const { sandbox, send } = open();
    const fault = sandbox.inject({ fault: 'status', code: 503 });
    expect((await send('GET', '/links')).status).toBe(503);
    expect(fault.fired).toBe(1);
    fault.remove();
    expect((await send('GET', '/links')).status).toBe(200);
    expect(fault.fired).toBe(1);
  });

  it('strikes only the operation named, as often as told', async () => {
    const { sandbox, send } = open();
    sandbox.inject({ operation: 'createLink', fault: 'status', code: 500, times: 2 });
    const statuses = [];
    for (const method of ['GET', 'POST', 'POST', 'POST'])
      statuses.push((await send(method, '/links', method === 'POST' ? order : undefined)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  it('draws the same dice from the same seed', async () => {
    const run = async (seed: number): Promise<string> => {
      const { sandbox, send } = open({ seed });
      sandbox.inject({ fault: 'status', code: 500, probability: 0.5 });
      let text = '';
      for (let count = 0; count < 64; count += 1) text += (await send('GET', '/links')).status === 500 ? 'x' : '.';
      return text;
    };
    const [first, again, other] = [await run(1), await run(1), await run(2)];
    expect(first).toBe(again);
    expect(first).not.toBe(other);
    expect([...first].filter((mark) => mark === 'x').length).toBeGreaterThan(16);
  });

  it('lets clear remove every fault and keep links and journal', async () => {
    const { sandbox, send, make } = open();
    await make();
    sandbox.inject({ fault: 'drop-before' });
    sandbox.clear();
    expect((await send('GET', '/links')).status).toBe(200);
    expect([sandbox.links.length, sandbox.journal.length]).toEqual([1, 2]);
  });

  it('does not compile with a misspelt fault, operation or option', () => {
    const { sandbox } = open();
    // @ts-expect-error no such fault
    expect(() => sandbox.inject({ fault: 'drop-afer' })).toThrow('there is no fault "drop-afer" (did you mean drop-after?)');
    // @ts-expect-error no such operation
    expect(() => sandbox.inject({ fault: 'html', operation: 'createLinks' })).toThrow(
      'operation of the fault html must be one of listLinks, ',
    );
    // @ts-expect-error no such option
    expect(() => sandbox.inject({ fault: 'latency', ms: 1, tims: 2 })).toThrow(
      'the fault latency has no option tims (did you mean times?)',
    );
    // @ts-expect-error its option is missing
    expect(() => sandbox.inject({ fault: 'status' })).toThrow('the fault status needs code');
    expect(() => sandbox.inject({ fault: 'status', code: 99 })).toThrow('code of the fault status must be a status from 200 to 599');
  });
});

const circle: Record<string, unknown> = {};
circle['self'] = circle;

describe('inject refuses what cannot be sent', () => {
  it.each<[Fault, string]>([
    [
      { fault: 'status', code: 500, headers: { 'bad header': 'x' } },
      'headers of the fault status has "bad header", which is no name of a header',
    ],
    [{ fault: 'status', code: 500, headers: { '': 'x' } }, 'which is no name of a header'],
    [{ fault: 'status', code: 500, headers: { 'x-note': 'a\nb' } }, 'has a value for x-note that no header can hold'],
    [{ fault: 'status', code: 500, headers: { 'x-note': 'a\n' } }, 'has a value for x-note that no header can hold'],
    [{ fault: 'status', code: 500, headers: { 'x-note': '€' } }, 'has a value for x-note that no header can hold'],
    [{ fault: 'status', code: 500, headers: { Trailer: 'x' } }, 'has Trailer, which the sandbox cannot send'],
    [{ fault: 'status', code: 500, body: () => 1 }, 'body of the fault status must be text, or a value that JSON can hold'],
    [{ fault: 'status', code: 500, body: circle }, 'body of the fault status must be'],
    [{ fault: 'drift', extra: { fee: 1n } }, 'extra of the fault drift must be an object that JSON can hold'],
    [{ fault: 'redirect', location: 'https://x/ż' }, 'location of the fault redirect must be an address as a header can hold it'],
    [{ fault: 'redirect', location: '/a\r\nb' }, 'location of the fault redirect must be'],
  ])('%o', (fault, message) => {
    expect(() => open().sandbox.inject(fault)).toThrow(message);
  });
});

// Each way to fail, in process and on a socket.
describe.each(['in process', 'over HTTP'])('a fault %s', (place) => {
  async function setUp(fault: Fault) {
    const { sandbox, send } = open();
    const chosen =
      place === 'in process' ? { fetch: sandbox.fetch, send, url: 'https://sandbox.invalid' } : { fetch, ...(await serve(sandbox)) };
    const raw = (init?: RequestInit): Promise<Response> =>
      chosen.fetch(`${chosen.url}/api/links`, { method: 'POST', headers: signatureOf(sandbox), body: JSON.stringify(order), ...init });
    const handle = sandbox.inject(fault);
    return { sandbox, send: chosen.send, raw, handle };
  }

  it('drop-before cuts the connection and changes nothing', async () => {
    const { sandbox, raw } = await setUp({ fault: 'drop-before' });
    expect(codeOf(await errorOf(raw()))).toBe('ECONNRESET');
    expect(sandbox.links).toHaveLength(0);
    expect(sandbox.journal).toMatchObject([
      { outcome: 'faulted', applied: false, responded: false, status: undefined, fault: 'drop-before' },
    ]);
  });

  it('drop-after creates the link and cuts the connection', async () => {
    const { sandbox, raw } = await setUp({ fault: 'drop-after', operation: 'createLink' });
    const error = await errorOf(raw());
    expect(error).toBeInstanceOf(TypeError);
    expect(codeOf(error)).toBe('ECONNRESET');
    expect(sandbox.links).toHaveLength(1);
    expect(sandbox.journal).toMatchObject([
      { outcome: 'applied', applied: true, change: 1, responded: false, linkId: sandbox.links[0]?.id },
    ]);
  });

  it.each([
    [undefined, 1],
    [false, 0],
  ])('stall-headers holds the answer back until the caller aborts (commit: %s)', async (commit, count) => {
    const { sandbox, raw, handle } = await setUp(commit === undefined ? { fault: 'stall-headers' } : { fault: 'stall-headers', commit });
    const controller = new AbortController();
    const answer = raw({ signal: controller.signal });
    answer.catch(() => undefined);
    await expect.poll(() => handle.fired).toBe(1);
    controller.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    expect(sandbox.links).toHaveLength(count);
  });

  it('stall-body sends headers and half the body, then nothing', async () => {
    const { raw } = await setUp({ fault: 'stall-body' });
    const controller = new AbortController();
    const response = await raw({ signal: controller.signal });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^\{"id":/);
    const rest = reader?.read();
    controller.abort(new Error('enough'));
    await expect(rest).rejects.toThrow('enough');
  });

  it.each<Fault>([
    { fault: 'truncate', bytes: 100_000 },
    { fault: 'truncate', bytes: 0 },
  ])('truncate never lets the body end well: %o', async (fault) => {
    const { raw } = await setUp(fault);
    expect(await errorOf((await raw()).text())).toMatchObject({ name: 'TypeError', message: 'terminated' });
  });

  it('stall-body never ends, also after the whole body', async () => {
    const { raw } = await setUp({ fault: 'stall-body', bytes: 100_000 });
    const controller = new AbortController();
    const reader = (await raw({ signal: controller.signal })).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^\{.*\}$/);
    const rest = reader?.read();
    controller.abort(new Error('enough'));
    await expect(rest).rejects.toThrow('enough');
  });

  it('truncate cuts the body where told', async () => {
    const { sandbox, raw } = await setUp({ fault: 'truncate', bytes: 5 });
    const response = await raw();
    expect(response.status).toBe(200);
    expect(await errorOf(response.text())).toMatchObject({ name: 'TypeError', message: 'terminated' });
    expect(sandbox.links).toHaveLength(1);
  });

  it('truncate can make the shorter body look complete', async () => {
    const { raw } = await setUp({ fault: 'truncate', bytes: 5, silent: true });
    expect(await (await raw()).text()).toBe('{"id"');
  });

  it('status answers any code, body and headers, and changes nothing', async () => {
    const { sandbox, send } = await setUp({ fault: 'status', code: 418, body: { message: 'short' }, headers: { 'X-Kind': 'teapot' } });
    const { status, body, headers } = await send('POST', '/links', order);
    expect([status, body, headers.get('x-kind'), headers.get('content-type')]).toEqual([
      418,
      { message: 'short' },
      'teapot',
      'application/json',
    ]);
    expect(sandbox.links).toHaveLength(0);
  });

  it('status changes the link and refuses all the same when told to commit', async () => {
    const { sandbox, send } = await setUp({ fault: 'status', code: 500, commit: true });
    const { status, body } = await send('POST', '/links', order);
    expect([status, body, sandbox.links.length]).toEqual([500, { message: 'Server Error' }, 1]);
  });

  it.each([
    [400, 'Bad Request'],
    [418, "I'm a teapot"],
    [499, 'Bad Request'],
    [501, 'Not Implemented'],
    [599, 'Server Error'],
  ])('status %i says what it means', async (code, message) => {
    const { send } = await setUp({ fault: 'status', code });
    expect((await send('GET', '/links')).body).toEqual({ message });
  });

  it('status 429 carries the headers of the framework', async () => {
    const { send } = await setUp({ fault: 'status', code: 429 });
    const { headers, body } = await send('GET', '/links');
    expect(body).toEqual({ message: 'Too Many Attempts.' });
    expect(['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'].map((name) => headers.get(name))).toEqual([
      '1',
      '60',
      '0',
      expect.stringMatching(/^\d{10}$/),
    ]);
  });

  it('status may answer without a body', async () => {
    const { raw } = await setUp({ fault: 'status', code: 204 });
    const response = await raw();
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('html answers a page with status 200', async () => {
    const { sandbox, raw } = await setUp({ fault: 'html' });
    const response = await raw();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toMatch(/^<!doctype html>/);
    expect(sandbox.links).toHaveLength(0);
  });

  it('drift answers an unknown status, a field more and fields less', async () => {
    const { sandbox, send } = await setUp({ fault: 'drift' });
    const { body } = await send('POST', '/links', order);
    expect(fieldOf(body, 'status')).toBe('archived');
    expect(fieldOf(body, 'risk_score')).toBe(7);
    expect(fieldOf(body, 'currency')).toBeUndefined();
    expect(fieldOf((await send('GET', '/links')).body, 'data')).toMatchObject([{ status: 'archived' }]);
    expect(sandbox.links[0]?.status).toBe('draft');
  });

  it('drift changes what it is told to', async () => {
    const { send } = await setUp({ fault: 'drift', status: 'paid', extra: { fee: 1 }, missing: ['id'] });
    const { body } = await send('POST', '/links', order);
    expect([fieldOf(body, 'status'), fieldOf(body, 'fee'), fieldOf(body, 'id'), fieldOf(body, 'currency')]).toEqual([
      'paid',
      1,
      undefined,
      'EUR',
    ]);
  });

  it('redirect sends the client elsewhere', async () => {
    const { sandbox, raw } = await setUp({ fault: 'redirect', location: 'https://elsewhere.invalid/links', code: 308 });
    const response = await raw({ redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, 'https://elsewhere.invalid/links']);
    expect(sandbox.links).toHaveLength(0);
  });

  it('redirect fails a fetch that follows it', async () => {
    const { raw } = await setUp({ fault: 'redirect' });
    expect(await errorOf(raw())).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(await errorOf(raw({ redirect: 'error' }))).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  });

  it('redirect to no address fails a fetch that follows it', async () => {
    const { raw } = await setUp({ fault: 'redirect', location: 'http://' });
    expect(await errorOf(raw())).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  });

  it('redirect within the sandbox is followed', async () => {
    const { send, sandbox } = await setUp({ fault: 'redirect', location: '/api/links', operation: 'createLink', times: 1 });
    expect((await send('POST', '/links', order)).status).toBe(200);
    expect(sandbox.links).toHaveLength(1);
  });

  it('latency delays, adds up with another fault, and takes effect although the caller gave up', async () => {
    const { sandbox, raw } = await setUp({ fault: 'latency', ms: 150, times: 1 });
    const controller = new AbortController();
    const answer = raw({ signal: controller.signal });
    answer.catch(() => undefined);
    await expect.poll(() => sandbox.journal.length, { interval: 1 }).toBe(1);
    controller.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    await expect.poll(() => sandbox.links.length).toBe(1);
    expect(sandbox.journal).toMatchObject([{ outcome: 'applied', fault: 'latency' }]);
  });
});

describe('a stalled answer in process', () => {
  it.each(['stall-headers', 'stall-body'])('%s keeps a script going until its timeout', (fault) => {
    const script = new URL('stalled-script.ts', import.meta.url).pathname;
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, fault], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, 'TimeoutError\n']);
  });

  it.each<'stall-headers' | 'stall-body'>(['stall-headers', 'stall-body'])('%s leaves no timer behind', async (fault) => {
    const { sandbox } = open();
    sandbox.inject({ fault });
    const held = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = held();
    const controller = new AbortController();
    const answer = sandbox.fetch('/api/links', { headers: signatureOf(sandbox), signal: controller.signal });
    const text = answer.then((response) => response.text());
    await expect.poll(held).toBeGreaterThan(before);
    controller.abort(new Error('enough'));
    expect(held()).toBe(before);
    await expect(text).rejects.toThrow('enough');
  });
});
