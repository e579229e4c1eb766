import type { Fault, FaultName, FaultOptions } from './fault.js';
import {
  isBody,
  isCode,
  isCount,
  isDelay,
  isExtra,
  isFlag,
  isHeaders,
  isLocation,
  isOperation,
  isProbability,
  isRedirect,
  isText,
  isTexts,
  type Check,
} from './fault-values.js';
import { nearest } from './nearest.js';

const timing = { operation: isOperation, times: isCount, probability: isProbability } as const;

/** How each fault's options are checked for callers without a compiler, the command line among them. */
export const faultChecks = {
  latency: { ms: isDelay },
  status: { code: isCode, body: isBody, headers: isHeaders, commit: isFlag },
  'drop-before': {},
  'drop-after': {},
  'stall-headers': { commit: isFlag },
  'stall-body': { bytes: isCount },
  truncate: { bytes: isCount, silent: isFlag },
  html: { code: isCode, commit: isFlag },
  drift: { status: isText, extra: isExtra, missing: isTexts },
  redirect: { location: isLocation, code: isRedirect, commit: isFlag },
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
