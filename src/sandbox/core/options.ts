import { nearest } from './nearest.js';

/** What an option may be, and how to say so. */
export type Rule = readonly [isGood: (value: unknown) => boolean, reason: string];

/** Throws a `TypeError` that names the option of `owner` that is unknown or breaks its rule, never its value. */
export function checkOptions(owner: string, rules: Readonly<Record<string, Rule>>, options: unknown): void {
  if (typeof options !== 'object' || options === null) throw new TypeError(`${owner} takes an object of options.`);
  const known = new Map(Object.entries(rules));
  for (const [name, value] of Object.entries(options)) {
    const rule = known.get(name);
    if (rule === undefined) throw new TypeError(`${owner} has no option ${name}${nearest(name, known.keys())}.`);
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
