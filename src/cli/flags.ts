import { parseArgs } from 'node:util';
import { nearest } from '../sandbox/nearest.js';

/** Arguments that make no sense; its message is the one line to print. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const flags = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  data: { type: 'string' },
  docs: { type: 'string' },
  'app-key': { type: 'string' },
  token: { type: 'string' },
  seed: { type: 'string' },
  latency: { type: 'string' },
  fault: { type: 'string', multiple: true },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Splits the arguments into options and words; throws a `UsageError` for an option that makes no sense. */
export function readFlags(parameters: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof flags; allowPositionals: true }>> {
  const settings = { args: [...parameters], options: flags, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...settings, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') checkFlag(token);
  return parseArgs(settings);
}

interface Flag {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Says in our own words what each runtime would say in its own. */
function checkFlag({ name, rawName, value, inlineValue }: Flag): void {
  const known = new Map<string, { readonly type: string }>(Object.entries(flags)).get(name);
  const names = Object.keys(flags).map((flag) => `--${flag}`);
  if (known === undefined) throw new UsageError(`There is no option ${rawName}${nearest(rawName, names)}.`);
  if (known.type === 'boolean' && value !== undefined) throw new UsageError(`--${name} takes no value.`);
  if (known.type === 'boolean' || inlineValue) return;
  if (value === undefined) throw new UsageError(`--${name} needs a value.`);
  if (/^-./.test(value)) throw new UsageError(`--${name} needs a value; one that starts with a dash is written --${name}=${value}.`);
}
