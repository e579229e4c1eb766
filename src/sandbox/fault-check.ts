import { operations } from '../../generated/operations.js';
import type { Fault, FaultName, FaultOptions } from './faults.js';
import { nearest } from './nearest.js';

type Check = (value: unknown) => string | undefined;

const isCount: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 ? undefined : 'must be a whole number, 0 or more');
const isFlag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const isText: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string');
const isDelay: Check = (value) =>
  typeof value === 'number' && value >= 0 && value < 2 ** 31 ? undefined : 'must be milliseconds, 0 or more';
const isProbability: Check = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'must be a number from 0 to 1';
const isCode: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599 ? undefined : 'must be a status from 200 to 599';
const isRedirect: Check = (value) =>
  [301, 302, 303, 307, 308].some((code) => code === value) ? undefined : 'must be 301, 302, 303, 307 or 308';
const isObject: Check = (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'must be an object');
const isTexts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be an array of strings';
const isOperation: Check = (value) =>
  typeof value === 'string' && Object.hasOwn(operations, value) ? undefined : `must be one of ${Object.keys(operations).join(', ')}`;
const isAnything: Check = () => undefined;

const timing = { operation: isOperation, times: isCount, probability: isProbability } as const;

/** How each fault's options are checked for callers without a compiler, the command line among them. */
export const faultChecks = {
  latency: { ms: isDelay },
  status: { code: isCode, body: isAnything, headers: isObject, commit: isFlag },
  'drop-before': {},
  'drop-after': {},
  'stall-headers': { commit: isFlag },
  'stall-body': { bytes: isCount },
  truncate: { bytes: isCount, silent: isFlag },
  html: { code: isCode, commit: isFlag },
  drift: { status: isText, extra: isObject, missing: isTexts },
  redirect: { location: isText, code: isRedirect, commit: isFlag },
} as const satisfies { [Name in FaultName]: { [Key in keyof FaultOptions[Name]]-?: Check } };

const required: Readonly<Record<string, readonly string[]>> = { latency: ['ms'], status: ['code'] };

/** Gives the fault back when it is one; throws a `TypeError` that names the field and what it may be when not. */
export function checkFault(fault: unknown): Fault {
  if (typeof fault !== 'object' || fault === null) throw new TypeError('inject takes an object that names a fault.');
  const given = new Map<string, unknown>(Object.entries(fault));
  const name = String(given.get('fault'));
  given.delete('fault');
  const checks = new Map<string, Check>(Object.entries({ ...timing, ...checksOf(name) }));
  for (const key of required[name] ?? []) {
    if (given.get(key) === undefined) throw new TypeError(`inject: the fault ${name} needs ${key}.`);
  }
  for (const [key, value] of given) {
    const check = checks.get(key);
    if (check === undefined) throw new TypeError(`inject: the fault ${name} has no option ${key}${nearest(key, checks.keys())}.`);
    const reason = value === undefined ? undefined : check(value);
    if (reason !== undefined) throw new TypeError(`inject: ${key} of the fault ${name} ${reason}.`);
  }
  // Every field has been checked by name against the table above.
  return fault as Fault;
}

function checksOf(name: string): Readonly<Record<string, Check>> {
  for (const [known, checks] of Object.entries(faultChecks)) if (known === name) return checks;
  throw new TypeError(
    `inject: there is no fault ${JSON.stringify(name)}${nearest(name, Object.keys(faultChecks))}; known are ${Object.keys(faultChecks).join(', ')}.`,
  );
}
