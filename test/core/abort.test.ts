import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { brokenConnection, createScript, fails, hangs, hangsInBody, json, type Step } from '../support/script.js';
import { createClient, createFixture, createWire, order, thrownBy, wireLink } from '../support/fixtures.js';

const reasons: readonly (readonly [string, unknown])[] = [
  ['an Error', new Error('the user left')],
  ['text', 'the user left'],
  ['null', null],
  ['a number', 7],
  ['an object', { why: 'left' }],
];

/** Where a call can be when it is aborted, as the steps its requests take. */
const phases: Record<string, readonly [Step, ...Step[]]> = {
  headers: [hangs],
  body: [hangsInBody],
  'the wait before a repetition': [fails(brokenConnection('ECONNRESET'))],
  'the wait that a Retry-After asks for': [json({ message: 'Later.' }, 503, { 'retry-after': '30' })],
};

async function abortIn(steps: readonly [Step, ...Step[]], reason: unknown): Promise<{ error: unknown; sent: number; listeners: number }> {
  const script = createScript(...steps);
  const controller = new AbortController();
  const call = thrownBy(createClient(script.fetch).get('1', { signal: controller.signal }));
  await vi.waitFor(() => expect(script.sent).toHaveLength(1), { interval: 1 });
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort(reason);
  return { error: await call, sent: script.sent.length, listeners: getEventListeners(controller.signal, 'abort').length };
}

describe('abort', () => {
  it('before a call sends nothing (case 31)', async () => {
    const script = createScript(json(wireLink()));
    const links = createClient(script.fetch);
    const reason = new Error('too late');
    const signal = AbortSignal.abort(reason);
    const calls = [
      links.get('1', { signal }),
      links.list({ signal }),
      links.create(order, { signal }),
      links.publish('1', { signal }),
      links.createOnce({ ...order, reference: 'r' }, { signal }),
    ];
    for (const call of calls) expect(await thrownBy(call)).toBe(reason);
    expect(script.sent).toEqual([]);
  });

  it.each(Object.keys(phases))('during %s ends the call at once and leaves nothing behind (case 32)', async (phase) => {
    const reason = new Error('enough');
    const start = performance.now();
    expect(await abortIn(phases[phase] ?? [hangs], reason)).toEqual({ error: reason, sent: 1, listeners: 0 });
    expect(performance.now() - start).toBeLessThan(400);
  });

  it('while connecting ends the call at once (case 32)', async () => {
    const { links, server } = await createWire({ connection: () => 'hang' }, { timeout: 5_000 });
    const controller = new AbortController();
    const call = thrownBy(links.get('1', { signal: controller.signal }));
    await vi.waitFor(() => expect(server.openSockets()).toBe(1), { interval: 1 });
    const start = performance.now();
    controller.abort('enough');
    expect(await call).toBe('enough');
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('while createOnce polls ends it at once (case 32)', async () => {
    const script = createScript(json({ data: [] }), fails(brokenConnection('ECONNRESET')), json({ data: [] }));
    const controller = new AbortController();
    const call = thrownBy(createClient(script.fetch).createOnce({ ...order, reference: 'r-32' }, { signal: controller.signal }));
    await vi.waitFor(() => expect(script.sent.length).toBeGreaterThan(2), { interval: 1 });
    controller.abort('enough');
    const before = script.sent.length;
    expect(await call).toBe('enough');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(script.sent).toHaveLength(before);
  });

  it('of one caller does not end the flight another caller shares (case 32)', async () => {
    const { links, sandbox } = createFixture();
    const controller = new AbortController();
    const first = thrownBy(links.createOnce({ ...order, reference: 'r-shared' }, { signal: controller.signal }));
    const second = links.createOnce({ ...order, reference: 'r-shared' });
    controller.abort('mine only');
    expect(await first).toBe('mine only');
    expect((await second).reference).toBe('r-shared');
    expect([...sandbox.links]).toHaveLength(1);
  });

  it.each(reasons)('gives %s back as it was given, in every phase (case 33)', async (_title, reason) => {
    for (const steps of Object.values(phases)) expect((await abortIn(steps, reason)).error).toBe(reason);
  });

  it('without a reason gives the AbortError of the signal (case 33)', async () => {
    const { error } = await abortIn([hangsInBody], undefined);
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  it('and timeout: the first one tells the story (case 34)', async () => {
    const late = new AbortController();
    const links = createClient(createScript(hangs).fetch, { timeout: 20, retries: 0 });
    const timedOut = thrownBy(links.get('1', { signal: late.signal }));
    expect(await timedOut.finally(() => late.abort('late'))).toMatchObject({ name: 'TimeoutError', limit: 'timeout' });
    const early = new AbortController();
    const aborted = thrownBy(links.get('1', { signal: early.signal }));
    early.abort('early');
    expect(await aborted).toBe('early');
  });

  it('after the answer has been read takes nothing back (case 35)', async () => {
    const controller = new AbortController();
    const script = createScript(json(wireLink()));
    const link = createClient(script.fetch).create(order, { signal: controller.signal });
    const result = await link.finally(() => controller.abort('too late'));
    expect(result.status).toBe('draft');
  });

  it('reaches the fetch that is under way (case 32)', async () => {
    const script = createScript(hangs);
    const controller = new AbortController();
    const call = thrownBy(createClient(script.fetch).get('1', { signal: controller.signal }));
    await vi.waitFor(() => expect(script.sent).toHaveLength(1), { interval: 1 });
    controller.abort('enough');
    await call;
    expect(script.sent[0]?.signal?.aborted).toBe(true);
  });
});
