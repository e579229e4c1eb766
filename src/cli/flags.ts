import { parseArgs } from 'node:util';
import { suggest } from '../shared/nearest.js';

/** Arguments that make no sense; its message is the one line to print. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Carries out what can be asked of `paylinks`. */
export interface Task {
  /** What `--help` prints. */
  help(parameters: readonly string[]): string | Promise<string>;
  /** Runs it and gives the exit code, 0 where it gives none. */
  run(parameters: readonly string[]): Promise<number | void>;
}

/** A task as the list of commands names it. */
export interface Command extends Task {
  readonly summary: string;
}

/** The options of a command, by their long names. */
export type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string; readonly multiple?: boolean }>>;

type Parsed<Known extends Flags> = ReturnType<typeof parseArgs<{ options: Known; allowPositionals: true }>>;

/** Splits the arguments into options and words; throws a `UsageError` for an option that makes no sense. */
export function readFlags<const Known extends Flags>(flags: Known, parameters: readonly string[]): Parsed<Known> {
  const settings = { args: [...parameters], options: flags, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...settings, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') checkFlag(flags, token);
  return parseArgs(settings);
}

interface Token {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Says in our own words what each runtime would say in its own. */
function checkFlag(flags: Flags, { name, rawName, value, inlineValue }: Token): void {
  const known = Object.hasOwn(flags, name) ? flags[name] : undefined;
  const names = Object.keys(flags).map((flag) => `--${flag}`);
  if (known === undefined) throw new UsageError(`There is no option ${rawName}${suggest(rawName, names)}.`);
  if (known.type === 'boolean' && value !== undefined) throw new UsageError(`--${name} takes no value.`);
  if (known.type === 'boolean' || inlineValue) return;
  if (value === undefined) throw new UsageError(`--${name} needs a value.`);
  if (/^-./.test(value)) throw new UsageError(`--${name} needs a value; one that starts with a dash is written --${name}=${value}.`);
}

/** A whole number from 0 to `largest`. */
export function readCount(name: string, text: string, largest: number): number {
  const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= largest) return count;
  throw new UsageError(`--${name} must be a whole number from 0 to ${largest}, not ${JSON.stringify(text)}.`);
}
