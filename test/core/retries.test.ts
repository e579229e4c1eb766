import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt, ClientOptions } from '../../src/index.js';
import { createClient, order, wireLink } from '../support/fixtures.js';
import { brokenConnection, createScript, fails, json, type Script, type Step } from '../support/script.js';

interface Run {
  readonly script: Script;
  readonly error: unknown;
  /** Milliseconds between one request and the next. */
  readonly gaps: number[];
  readonly attempts: Attempt[];
}

/** Runs one call to its end on a clock that jumps. */
async function play(steps: readonly [Step, ...Step[]], call: 'get' | 'create' = 'get', options: Partial<ClientOptions> = {}): Promise<Run> {
  const times: number[] = [];
  const attempts: Attempt[] = [];
  const timed = steps.map(
    (step): Step =>
      (sent) => (times.push(performance.now()), step(sent)),
  );
  const script = createScript(timed[0] ?? steps[0], ...timed.slice(1));
  const links = createClient(script.fetch, { ...options, onAttempt: (attempt) => attempts.push(attempt) });
  const running = (call === 'get' ? links.get('1') : links.create(order)).then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  const error = await running;
  return { script, error, attempts, gaps: times.slice(1).map((time, index) => time - (times[index] ?? 0)) };
}

function refusal(status: number, headers: Record<string, string> = {}): Step {
  return json({ message: 'Not now.' }, status, headers);
}

const seconds = 1_000;

describe('retries', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12) }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each([408, 429, 500, 502, 503, 504])('repeat a read that met %i, twice and no more (case 40)', async (status) => {
    const { script, error } = await play([refusal(status)]);
    expect(script.sent).toHaveLength(3);
    expect(error).toMatchObject({ status });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'ECONNREFUSED', 'EPIPE'])('repeat a read whose connection met %s (case 40)', async (code) => {
    const { script, error } = await play([fails(brokenConnection(code)), json(wireLink())]);
    expect([script.sent.length, error]).toEqual([2, undefined]);
  });

  it('wait anything up to half a second, then up to one, and double to eight (case 40)', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.999999);
    const { gaps } = await play([refusal(503)], 'get', { retries: 7, deadline: 600 * seconds });
    expect(gaps.map((gap) => Math.round(gap / 10) * 10)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    random.mockReturnValue(0);
    expect((await play([refusal(503)], 'get', { retries: 2 })).gaps).toEqual([0, 0]);
  });

  it.each([400, 401, 403, 404, 405, 409, 410, 422, 501])('do not repeat a read that met %i (case 41)', async (status) => {
    expect((await play([refusal(status)])).script.sent).toHaveLength(1);
  });

  it.each([0, false] as const)('are off with %s (case 41)', async (retries) => {
    expect((await play([refusal(503)], 'get', { retries })).script.sent).toHaveLength(1);
  });

  it('tell onAttempt about each one (case 42)', async () => {
    const { attempts } = await play([refusal(503), fails(brokenConnection('ECONNRESET')), json(wireLink())]);
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(attempts.map(({ status }) => status)).toEqual([503, undefined, 200]);
    expect(attempts.map(({ operation, duration }) => [operation, duration >= 0])).toEqual(Array(3).fill(['getLink', true]));
    expect(attempts[1]?.error).toBeDefined();
  });

  it('say in the error how often it was tried (case 50)', async () => {
    const { error } = await play([refusal(503)]);
    expect(error).toMatchObject({ message: expect.stringContaining('3 attempts') });
  });
});

describe('Retry-After', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12) }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each([
    ['0', 0],
    ['3', 3],
    ['  3 ', 3],
    ['60', 60],
    ['Sat, 21 Nov 2026 12:00:07 GMT', 7],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ])('%j is obeyed (case 43)', async (value, wait) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { gaps } = await play([refusal(503, { 'retry-after': value }), json(wireLink())]);
    expect(gaps).toEqual([wait * seconds]);
  });

  it.each([
    '-1',
    '1.5',
    '0x10',
    '1e3',
    '',
    'soon',
    '1, 2',
    '+3',
    'Saturday, 21-Nov-26 12:00:07 GMT',
    'Sat Nov 21 12:00:07 2026',
    'Sat, 31 Nov 2026 12:00:07 GMT',
    'Sat, 21 Nov 2026 23:59:60 GMT',
    '2026-11-21',
  ])('%j is ignored (case 43)', async (value) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { gaps } = await play([refusal(503, { 'retry-after': value }), json(wireLink())]);
    expect(gaps).toEqual([250]);
  });

  it('of 400 digits ends the call (case 43)', async () => {
    const { script, error } = await play([refusal(503, { 'retry-after': '9'.repeat(400) })]);
    expect(script.sent).toHaveLength(1);
    expect(error).toMatchObject({ status: 503 });
  });

  it.each([
    ['61', 61],
    ['86400', 86_400],
  ])('%s is more than a call waits: it ends at once and says so (case 44)', async (value, wait) => {
    const start = performance.now();
    const { script, error } = await play([refusal(429, { 'retry-after': value })]);
    expect(error).toMatchObject({ name: 'RateLimitError', retryAfter: wait * seconds, outcome: 'rejected' });
    expect([script.sent.length, performance.now() - start]).toEqual([1, 0]);
  });

  it('as a date counts from the clock of the server (case 45)', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const headers = { date: 'Sun, 22 Nov 2026 00:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 00:00:05 GMT' };
    expect((await play([refusal(503, headers), json(wireLink())])).gaps).toEqual([5 * seconds]);
  });

  it('beyond the deadline ends the call at once, not after the wait (case 46)', async () => {
    const start = performance.now();
    const { script, error } = await play([refusal(503, { 'retry-after': '20' })], 'get', { deadline: 10 * seconds });
    expect([script.sent.length, performance.now() - start]).toEqual([1, 0]);
    expect(error).toMatchObject({ name: 'ServerError', retryAfter: 20 * seconds });
  });
});
