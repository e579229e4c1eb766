import { readFlags, UsageError } from './command-flags.js';
import type { Fault } from '../sandbox/fault.js';
import { checkFault } from '../sandbox/fault-check.js';
import { nearest } from '../sandbox/nearest.js';
import type { SandboxOptions } from '../sandbox/options.js';

/** What the command line asks for. */
export interface Command {
  readonly port: number;
  readonly host: string;
  readonly quiet: boolean;
  readonly faults: readonly Fault[];
  readonly sandbox: Omit<SandboxOptions, 'now' | 'onRequest'>;
}

/** Reads the arguments; throws a `UsageError` for the first one that makes no sense. */
export function readCommand(parameters: readonly string[]): Command | 'help' | 'version' {
  const { values, positionals } = readFlags(parameters);
  const [name, surplus] = positionals;
  if (values.version) return 'version';
  if (values.help || (name === undefined && parameters.length === 0)) return 'help';
  if (name !== 'sandbox')
    throw new UsageError(name === undefined ? 'Name a command: sandbox.' : `There is no command ${name}${nearest(name, ['sandbox'])}.`);
  if (surplus !== undefined) throw new UsageError(`${surplus} makes no sense here.`);
  const latency = values.latency === undefined ? [] : [readFault(`latency,ms=${readCount('latency', values.latency, 2 ** 31 - 1)}`)];
  return {
    port: readCount('port', values.port ?? '4010', 65_535),
    host: values.host ?? '127.0.0.1',
    quiet: values.quiet ?? false,
    faults: [...latency, ...(values.fault ?? []).map(readFault)],
    sandbox: dropAbsent({
      data: values.data,
      docs: values.docs,
      appKey: values['app-key'],
      token: values.token,
      seed: readSeed(values.seed),
    }),
  };
}

function readCount(name: string, text: string, largest: number): number {
  const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= largest) return count;
  throw new UsageError(`--${name} must be a whole number from 0 to ${largest}, not ${JSON.stringify(text)}.`);
}

function readSeed(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readCount('seed', text, 2 ** 32 - 1);
}

/** `drop-after,operation=createLink,times=1`, or the same as JSON. */
function readFault(text: string): Fault {
  try {
    const fault: unknown = text.startsWith('{') ? parseJson(text) : splitFault(text);
    return checkFault(fault);
  } catch (error) {
    throw new UsageError(`--fault ${text}: ${error instanceof Error ? error.message.replace(/^inject: /, '') : String(error)}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('starts like JSON and is none.');
  }
}

function splitFault(text: string): Record<string, unknown> {
  const [fault, ...pairs] = text.split(',');
  const options = pairs.map((pair) => {
    const [, key, value = ''] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
    if (key === undefined) throw new Error(`write options as name=value, not ${pair}.`);
    return [key, /^(true|false|\d+(\.\d+)?)$/.test(value) ? JSON.parse(value) : value];
  });
  return { fault, ...Object.fromEntries(options) };
}

function dropAbsent<T extends object>(options: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  // Object.fromEntries forgets the keys' types; absent ones are exactly what this type allows.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };
}
