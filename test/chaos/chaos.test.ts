import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { runInProcess } from './in-process.js';
import { mistakes } from './mistakes.js';
import { createNaive } from './naive.js';
import { parseOptions } from './options.js';
import { runOverTcp } from './over-tcp.js';
import { createReal } from './real.js';
import { brokenIn, type Report } from './report.js';
import { visit } from './visit.js';
import type { SubjectFactory } from './subject.js';
import type { Entry } from '../support/ledger.js';

const real = createReal(library);
const rate = 0.3;
const patient = { timeout: 90_000 };

interface Change {
  readonly size?: number;
  readonly seed?: string;
  readonly rate?: number;
  readonly create?: SubjectFactory;
  readonly once?: boolean;
  readonly tamper?: (entries: readonly Entry[]) => Entry[];
}

function inProcess({ create = real, seed = '1', size = 210, ...change }: Change): Promise<Report> {
  return runInProcess({ size, seed, rate, create, createSandbox, width: 6, ...change });
}

function overTcp({ create = real, seed = '1', size = 210, ...change }: Change): Promise<Report> {
  return runOverTcp({ size, seed, rate, createSandbox, ...change }, (errand) => visit({ ...errand, seed, width: 6 }, create));
}

// Sockets share this thread with their server, so they are not run beside anything else.
describe('chaos over TCP', patient, () => {
  it.each(['5', '6'])('breaks nothing, with seed %s', async (seed) => {
    const report = await overTcp({ seed, once: seed === '6' });
    expect(report.examples).toEqual([]);
    expect(report.faults).toBeGreaterThan(5);
  });

  it('without faults ends every call in success or in a refusal', async () => {
    const settings = { size: 140, seed: '7', rate: 0, once: true, createSandbox };
    const report = await runOverTcp(settings, (errand) => visit({ ...errand, seed: '7', width: 2, sequential: true }, real));
    expect([report.examples, report.faults, report.unknown, report.created]).toEqual([[], 0, 0, 6]);
  });
});

describe.concurrent('chaos in this process', patient, () => {
  it.each(['1', '2', '3'])('breaks nothing, with seed %s', async (seed) => {
    const report = await inProcess({ seed });
    expect(report.examples).toEqual([]);
    expect(report.faults).toBeGreaterThan(20);
  });
});

describe.concurrent('the checker', patient, () => {
  it.each(Object.entries(mistakes))('catches a client that %s', async (_title, { caughtBy, plant, tamper }) => {
    const create = plant ? plant(real) : real;
    const report = await inProcess({ create, seed: 'b', rate: 0.5, size: tamper ? 140 : 420, once: true, ...(tamper && { tamper }) });
    expect(brokenIn(report).filter((name) => caughtBy.includes(name))).not.toEqual([]);
  });

  it('finds duplicates, lost links and false failures in a naive client', async () => {
    const report = await inProcess({ create: createNaive, once: true });
    expect(brokenIn(report)).toEqual(expect.arrayContaining(['I1', 'I3', 'I8']));
  });
});

describe('parseOptions', () => {
  it('runs on node, over TCP and in process, unless told otherwise', () => {
    expect(parseOptions([])).toMatchObject({
      size: 30_000,
      seed: '1',
      rate: 0.3,
      runtimes: ['node'],
      modes: ['tcp', 'in-process'],
      naive: false,
    });
    expect(parseOptions(['--tcp', '--runtime', 'bun', '--runtime', 'deno'])).toMatchObject({ modes: ['tcp'], runtimes: ['bun', 'deno'] });
  });

  it.each([
    ['--size', 'many'],
    ['--faults', '2'],
    ['--runtime', 'perl'],
    ['--sise', '3'],
  ])('names the option at fault in %s %s', (name, value) => {
    expect(() => parseOptions([name, value])).toThrow(name);
  });
});
