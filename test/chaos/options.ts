import { parseArgs } from 'node:util';
import { runtimes, type Runtime } from './runtime.js';

export interface ChaosOptions {
  readonly size: number;
  readonly seed: string;
  readonly rate: number;
  readonly runtimes: readonly Runtime[];
  readonly modes: readonly ('tcp' | 'in-process')[];
  readonly naive: boolean;
  readonly width: number;
  readonly matrix: boolean;
  /** References that three processes publish; 0 leaves that run out. */
  readonly publish: number;
}

export const help = `npm run chaos -- [options]

  --size N        calls to make, about (30000)
  --seed S        the same seed gives the same faults (1)
  --faults R      share of requests that meet a fault, 0 to 1 (0.3)
  --runtime R     node, node-http (the fetch of paylinks/node), bun or deno; may be given several times (node)
  --tcp           real sockets only
  --in-process    a fetch inside the process only
  --naive         the same run with a naive client beside
  --matrix        a table for each run of what became of each fault
  --publish N     references that three processes publish, killed and started again; 0 for none (100)
  --width N       accounts lived through at once (24)
`;

/** Reads the command line; throws an error that names the option at fault. */
export function parseOptions(words: readonly string[]): ChaosOptions | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      size: { type: 'string', default: '30000' },
      seed: { type: 'string', default: '1' },
      faults: { type: 'string', default: '0.3' },
      runtime: { type: 'string', multiple: true, default: ['node'] },
      width: { type: 'string', default: '24' },
      publish: { type: 'string', default: '100' },
      tcp: { type: 'boolean', default: false },
      'in-process': { type: 'boolean', default: false },
      naive: { type: 'boolean', default: false },
      matrix: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const both = values.tcp === values['in-process'];
  return {
    size: readNumber('size', values.size, 1, 10_000_000),
    seed: values.seed,
    rate: readNumber('faults', values.faults, 0, 1),
    runtimes: values.runtime.map(readRuntime),
    modes: both ? ['tcp', 'in-process'] : [values.tcp ? 'tcp' : 'in-process'],
    naive: values.naive,
    matrix: values.matrix,
    publish: readNumber('publish', values.publish, 0, 10_000),
    width: readNumber('width', values.width, 1, 1_000),
  };
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new Error(`--${name} takes a number from ${least} to ${most}, not "${text}".`);
  return value;
}

function readRuntime(text: string): Runtime {
  const known = runtimes.find((runtime) => runtime === text);
  if (!known) throw new Error(`--runtime takes ${runtimes.join(', ')}, not "${text}".`);
  return known;
}
