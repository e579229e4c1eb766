import { suggest } from '../../shared/nearest.js';

/** What an option may be, and how to say so. */
export type Rule = readonly [isGood: (value: unknown) => boolean, reason: string];

/** Throws a `TypeError` that names the option of `owner` that is unknown or breaks its rule, never its value. */
export function checkOptions(owner: string, rules: Readonly<Record<string, Rule>>, options: unknown): void {
  if (typeof options !== 'object' || options === null) throw new TypeError(`${owner} takes an object of options.`);
  const known = new Map(Object.entries(rules));
  for (const [name, value] of Object.entries(options)) {
    const rule = known.get(name);
    if (rule === undefined) throw new TypeError(`${owner} has no option ${name}${suggest(name, known.keys())}.`);
    const [isGood, reason] = rule;
    if (value !== undefined && !isGood(value)) throw new TypeError(`${owner}: ${name} ${reason}.`);
  }
}

/** Whether a value is a whole number of a range. */
export function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** Whether a value is text that is not empty. */
export function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

const isCount = (value: unknown): boolean => isWhole(value, 1, Infinity);
const isFunction = (value: unknown): boolean => typeof value === 'function';

const isOrigin = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value;

/** A key or token as a header can hold it. */
export const credentialRule: Rule = [
  (value) => typeof value === 'string' && /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value.trim()),
  'must be a non-empty string of visible ASCII characters',
];

/** A number above 0. */
export const countRule: Rule = [isCount, 'must be a whole number above 0'];

/** How any sandbox is set up, whatever its API. */
export interface CommonOptions<Entry> {
  /** Whole number that ids and the faults' dice follow from, so that a run can be repeated. @default a random one */
  readonly seed?: number | undefined;
  /** The time: milliseconds since 1970, or a `Date`. @default the system's clock */
  readonly now?: (() => number | Date) | undefined;
  /** Lets web pages of other origins call the API: `true` for every one, or a list of origins such as `http://localhost:5173`. @default false */
  readonly cors?: boolean | readonly string[] | undefined;
  /** Folder of the docs site, served at `/docs`. @default none */
  readonly docs?: string | undefined;
  /** How many requests the journal keeps. @default 500 000 */
  readonly journalSize?: number | undefined;
  /** Told about each API request once it is over; what it throws is ignored. */
  readonly onRequest?: ((entry: Entry) => unknown) | undefined;
}

/** The rules of the options that every sandbox takes. */
export const commonRules = {
  seed: [(value) => Number.isSafeInteger(value), 'must be a whole number'],
  now: [isFunction, 'must be a function that gives the time'],
  cors: [
    (value) => typeof value === 'boolean' || (Array.isArray(value) && value.every(isOrigin)),
    'must be true, false or an array of origins',
  ],
  docs: [isName, 'must be the name of a folder'],
  journalSize: countRule,
  onRequest: [isFunction, 'must be a function'],
} as const satisfies Record<keyof CommonOptions<unknown>, Rule>;
