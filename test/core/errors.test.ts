import { inspect } from 'node:util';
import { buildSync } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import * as errors from '../../src/core/errors.js';
import { OutcomeUnknownError as LinkOutcomeUnknownError } from '../../src/neopay/errors.js';

const { ApiError, InputError, NotFoundError, PaylinksError, ResponseError, ServerError, ValidationError } = errors;
const origin = { operation: 'getThing', outcome: 'rejected' } as const;

function apiError(body: unknown, cause?: unknown): InstanceType<typeof ApiError> {
  const response = { status: 404, body, requestId: 'r1', headers: { date: 'now' }, retryAfter: undefined };
  return new NotFoundError('GET /things failed', response, { ...origin, cause });
}

function nested(depth: number): unknown {
  let value: unknown = 'core';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

async function secondCopy(): Promise<typeof errors> {
  vi.resetModules();
  return import('../../src/core/errors.js');
}

function commonJsCopy(): typeof errors {
  const { outputFiles } = buildSync({ entryPoints: ['src/core/errors.ts'], bundle: true, minify: true, format: 'cjs', write: false });
  const module = { exports: {} };
  new Function('module', 'exports', outputFiles[0]?.text ?? '')(module, module.exports);
  return module.exports as typeof errors;
}

describe('instanceof', () => {
  it.each([
    ['another copy', secondCopy],
    ['a minified CommonJS copy', async () => commonJsCopy()],
  ])('recognises errors of %s, class by class', async (_, load) => {
    const other = await load();
    const theirs = new other.InputError('createThing', [{ path: 'id', message: 'is missing' }]);
    expect(other.InputError).not.toBe(InputError);
    expect(theirs).toBeInstanceOf(InputError);
    expect(theirs).toBeInstanceOf(PaylinksError);
    expect(theirs).not.toBeInstanceOf(ApiError);
    expect(apiError('')).toBeInstanceOf(other.ApiError);
    expect(apiError('')).toBeInstanceOf(other.NotFoundError);
    expect(apiError('')).not.toBeInstanceOf(other.ServerError);
    expect(theirs.name).toBe('InputError');
  });

  it('goes by the prototype alone for a subclass of the caller', async () => {
    class Mine extends InputError {}
    const other = await secondCopy();
    expect(new Mine('do', [])).toBeInstanceOf(Mine);
    expect(new Mine('do', [])).toBeInstanceOf(other.InputError);
    expect(new InputError('do', [])).not.toBeInstanceOf(Mine);
  });

  it.each([undefined, null, 'text', 7, {}, new Error('other'), Object.create(null)])('says no to %j', (value) => {
    expect(value instanceof PaylinksError).toBe(false);
  });

  it('tells classes of one name apart', () => {
    const general = new errors.OutcomeUnknownError('not known', new Date(), origin);
    const special = new LinkOutcomeUnknownError('not known', { reference: 'a', since: new Date() }, origin);
    expect(general).not.toBeInstanceOf(LinkOutcomeUnknownError);
    expect(special).toBeInstanceOf(errors.OutcomeUnknownError);
    expect([general.name, special.name]).toEqual(['OutcomeUnknownError', 'OutcomeUnknownError']);
  });
});

describe('an error', () => {
  it('begins its stack with its own name', () => {
    expect(
      new ServerError('it failed', { status: 500, body: '', requestId: null, headers: {}, retryAfter: undefined }, origin).stack,
    ).toMatch(/^ServerError: it failed\n/);
    expect(inspect(new InputError('do', []))).toMatch(/^InputError: do refused/);
  });

  it('survives a body of 100,000 levels', () => {
    const error = new ValidationError(
      'no',
      { status: 422, body: { errors: { a: nested(100_000) } }, requestId: null, headers: {}, retryAfter: undefined },
      origin,
    );
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
    expect(error.fields['a']?.length).toBe(1);
  });
});

describe('toJSON', () => {
  it('holds the name, the message and every member', () => {
    const cause = Object.assign(new Error('reset', { cause: new Error('deeper') }), { code: 'ECONNRESET', socket: { secret: 1 } });
    expect(JSON.parse(JSON.stringify(apiError({ message: 'gone' }, cause)))).toEqual({
      name: 'NotFoundError',
      message: 'GET /things failed',
      operation: 'getThing',
      outcome: 'rejected',
      status: 404,
      body: { message: 'gone' },
      requestId: 'r1',
      headers: { date: 'now' },
      cause: { name: 'Error', message: 'reset', code: 'ECONNRESET', cause: { name: 'Error', message: 'deeper' } },
    });
  });

  it.each([
    ['long text', 'x'.repeat(5_000_000)],
    ['control characters', '\u0000'.repeat(500_000)],
    ['characters outside ASCII', '€'.repeat(500_000)],
    ['many items', Array.from({ length: 200_000 }, (_, index) => index)],
    ['many members', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`member${index}`, null]))],
    ['a long name', { ['n'.repeat(1_000_000)]: 1 }],
    ['many levels, each with much', Array.from({ length: 40 }).reduce<unknown>((inner) => ({ a: inner, b: 'y'.repeat(40_000) }), 0)],
  ])('makes at most 64 KiB of %s', (_, body) => {
    const text = JSON.stringify(apiError(body));
    expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(64 * 1024);
    expect(text).toContain('…');
  });

  it('goes at most 32 levels deep', () => {
    const text = JSON.stringify(apiError(nested(1_000)));
    expect(text.match(/\[/g)?.length).toBeLessThanOrEqual(32);
  });

  it('reads what throws, and what JSON cannot hold', () => {
    const link = { id: '1', big: 10n, made: new Date(0), never: new Date(Number.NaN), act: () => 1 };
    Object.defineProperty(link, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const error = Object.assign(new ResponseError('no', { status: 200, text: '' }, origin), { link });
    expect(JSON.parse(JSON.stringify(error)).link).toEqual({ id: '1', big: '10', made: '1970-01-01T00:00:00.000Z', never: null });
  });
});
