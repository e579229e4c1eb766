import type { JournalEntry } from './journal.js';
import { checkOptions, isName, isWhole, type Rule } from './rules.js';

/** How a sandbox is set up; everything is optional. */
export interface SandboxOptions {
  /** The Application ID that requests must carry. @default a fixed one, see `credentials` */
  readonly appKey?: string;
  /** The `Authorization` value that requests must carry. @default a fixed one, see `credentials` */
  readonly token?: string;
  /** Whole number that ids, slugs and the faults' dice follow from, so that a run can be repeated. @default a random one */
  readonly seed?: number;
  /** The time: milliseconds since 1970, or a `Date`. @default the system's clock */
  readonly now?: () => number | Date;
  /** A file that keeps the links across restarts. @default in memory only */
  readonly data?: string;
  /** Answers lists in pages of this many links, in Laravel's shape. Inferred: the API's page documents no paging. @default all links at once */
  readonly perPage?: number;
  /** Folder of the docs site, served at `/docs`. @default none */
  readonly docs?: string;
  /** How many requests the journal keeps. @default 500 000 */
  readonly journalSize?: number;
  /** Told about each API request once it is over; what it throws is ignored. */
  readonly onRequest?: (entry: JournalEntry) => unknown;
}

/** The options with every default in place. */
export interface SandboxSetup {
  readonly appKey: string;
  readonly token: string;
  readonly seed: number;
  readonly now: () => number;
  readonly data: string | undefined;
  readonly perPage: number | undefined;
  readonly docs: string | undefined;
  readonly journalSize: number;
  readonly onRequest: (entry: JournalEntry) => unknown;
}

const isCredential = (value: unknown): boolean => typeof value === 'string' && /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value.trim());
const isCount = (value: unknown): boolean => isWhole(value, 1, Infinity);
const isFunction = (value: unknown): boolean => typeof value === 'function';

const rules = {
  appKey: [isCredential, 'must be a non-empty string of visible ASCII characters'],
  token: [isCredential, 'must be a non-empty string of visible ASCII characters'],
  seed: [(value) => Number.isSafeInteger(value), 'must be a whole number'],
  now: [isFunction, 'must be a function that gives the time'],
  data: [isName, 'must be the name of a file'],
  perPage: [isCount, 'must be a whole number above 0'],
  docs: [isName, 'must be the name of a folder'],
  journalSize: [isCount, 'must be a whole number above 0'],
  onRequest: [isFunction, 'must be a function'],
} as const satisfies Record<keyof SandboxOptions, Rule>;

/** Checks the options and fills in the defaults; throws a `TypeError` that names the option, never its value. */
export function readOptions(options: SandboxOptions): SandboxSetup {
  checkOptions('createSandbox', rules, options);
  const { now = Date.now, seed = drawSeed() } = options;
  return {
    appKey: (options.appKey ?? '995d8ae8-b47f-4b3d-b411-e325d95f6ffd').trim(),
    token: (options.token ?? 'sandbox-token').trim(),
    seed,
    now: () => readTime(now()),
    data: options.data,
    perPage: options.perPage,
    docs: options.docs,
    journalSize: options.journalSize ?? 500_000,
    onRequest: options.onRequest ?? (() => undefined),
  };
}

function readTime(given: unknown): number {
  const time = Number(given);
  // `Date` reaches no further.
  if (Math.abs(time) <= 8.64e15) return time;
  throw new TypeError('createSandbox: now must give milliseconds since 1970 or a valid Date.');
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
