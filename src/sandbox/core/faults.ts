import { suggest } from '../../shared/nearest.js';
import { coreFaultKinds, isCount, isProbability, type Check, type FaultKind } from './fault-kinds.js';
import type { Dice, Random } from './random.js';

/** When a fault strikes: every time, unless narrowed. */
export interface FaultTiming<Operation extends string = string> {
  /** Which operation it strikes. @default every operation */
  readonly operation?: Operation | undefined;
  /** How often it strikes at most. @default without end */
  readonly times?: number | undefined;
  /** How likely it strikes a request, from 0 to 1, drawn from the sandbox's seed. @default 1 */
  readonly probability?: number | undefined;
}

/** A fault of any API: its name, when it strikes, and the options of its kind. */
export interface AnyFault extends FaultTiming {
  readonly fault: string;
}

/** The faults of one API: a name with the options of that name. */
export type FaultUnion<Options, Operation extends string> = {
  [Name in keyof Options]: { readonly fault: Name } & Options[Name] & FaultTiming<Operation>;
}[keyof Options];

/** An injected fault. */
export interface FaultHandle {
  /** How often it struck so far. */
  readonly fired: number;
  /** Ends it; the other faults stay. */
  remove(): void;
}

/** A fault in place: its number, from 1, what it is, and how often it struck. */
export interface ArmedFault {
  readonly id: number;
  readonly fault: AnyFault;
  readonly fired: number;
}

/** What a request or another event suffers: every latency, and the first other fault that fires. */
export interface FaultDecision {
  /** In milliseconds. */
  readonly delay: number;
  readonly fault: AnyFault | undefined;
}

/** The faults of one sandbox. */
export interface Faults {
  /** Every kind there is, by name. */
  readonly kinds: Readonly<Record<string, FaultKind>>;
  readonly operations: readonly string[];
  /** Puts a fault in place; throws a `TypeError` that names the field and what it may be when it is none. */
  inject(fault: unknown): ArmedFault & FaultHandle;
  /** Removes all faults. */
  clear(): void;
  /** Removes all faults and lets the dice start anew. */
  reset(): void;
  /** The faults in place, in the order they were injected; those that struck for the last time stay until removed. */
  armed(): readonly (ArmedFault & FaultHandle)[];
  /** Decides what strikes the next request of an operation, or another event that kinds of faults name in `strikes`. */
  decide(operation: string | undefined, event?: string): FaultDecision;
  /** A fault for one request alone, as its `paylinks-fault` header spells it. Throws as `inject` does. */
  decideOnce(text: string): FaultDecision;
}

const calm: FaultDecision = { delay: 0, fault: undefined };

interface Charged extends ArmedFault, FaultHandle {
  fired: number;
  readonly random: Random;
}

/** What a sandbox's faults are made of. */
export interface FaultSetup {
  readonly dice: Dice;
  readonly operations: readonly string[];
  /** The kinds that this API has beside those of every API. */
  readonly kinds?: Readonly<Record<string, FaultKind>>;
}

/** Starts without faults. Each fault draws from its own stream, so that one does not disturb another. */
export function createFaults(setup: FaultSetup): Faults {
  const kinds: Readonly<Record<string, FaultKind>> = { ...coreFaultKinds, ...setup.kinds };
  const { dice, operations } = setup;
  const armed = new Set<Charged>();
  let injected = 0;
  return {
    kinds,
    operations,
    inject(given) {
      const fault = checkFault(given, kinds, operations);
      const id = ++injected;
      const charged: Charged = { id, fault, fired: 0, random: dice.stream(`fault ${id}`), remove: () => void armed.delete(charged) };
      armed.add(charged);
      return charged;
    },
    clear: () => armed.clear(),
    reset() {
      armed.clear();
      injected = 0;
    },
    armed: () => [...armed],
    decide: (operation, event) => (armed.size === 0 ? calm : decide(armed, kinds, operation, event)),
    decideOnce(text) {
      const { operation, times, probability, ...fault } = checkFault(parseFault(text), kinds, operations);
      if ((operation ?? times ?? probability) !== undefined)
        throw new TypeError('inject: the fault of a header strikes its own request; operation, times and probability have no meaning.');
      return 'ms' in fault && fault.fault === 'latency' ? { delay: Number(fault.ms), fault: undefined } : { delay: 0, fault };
    },
  };
}

function decide(armed: Iterable<Charged>, kinds: Faults['kinds'], operation: string | undefined, event: string | undefined): FaultDecision {
  let delay = 0;
  let struck: AnyFault | undefined;
  for (const charged of armed) {
    const { fault } = charged;
    const waits = 'ms' in fault && fault.fault === 'latency';
    if ((struck !== undefined && !waits) || kinds[fault.fault]?.strikes !== event || !fires(charged, operation)) continue;
    charged.fired += 1;
    if (waits) delay += Number(fault.ms);
    else struck = fault;
  }
  return { delay, fault: struck };
}

function fires(charged: Charged, operation: string | undefined): boolean {
  const { fault } = charged;
  if (isSpent(charged) || (fault.operation !== undefined && fault.operation !== operation)) return false;
  return fault.probability === undefined || charged.random() < fault.probability;
}

/** Whether a fault has struck as often as it was to. */
export function isSpent({ fault, fired }: ArmedFault): boolean {
  return fault.times !== undefined && fired >= fault.times;
}

/** `drop-after,operation=createLink,times=1`, or the same as JSON: an object that still has to be checked. */
export function parseFault(text: string): unknown {
  if (text.startsWith('{')) return parseJson(text);
  const [fault, ...pairs] = text.split(',');
  const options = pairs.map((pair) => {
    const [, key, value = ''] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
    if (key === undefined) throw new TypeError(`write options as name=value, not ${pair}.`);
    return [key.trim(), /^(true|false|\d+(\.\d+)?)$/.test(value) ? JSON.parse(value) : value];
  });
  return { fault: fault?.trim(), ...Object.fromEntries(options) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError('starts like JSON and is none.');
  }
}

/** Gives the fault back when it is one of the kinds; throws a `TypeError` that names the field and what it may be when not. */
export function checkFault(fault: unknown, kinds: Faults['kinds'], operations: readonly string[]): AnyFault {
  if (typeof fault !== 'object' || fault === null) throw new TypeError('inject takes an object that names a fault.');
  const { fault: name, ...given }: Readonly<Record<string, unknown>> = { ...fault };
  const kind = typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined || typeof name !== 'string') throw new TypeError(describeUnknown(String(name), Object.keys(kinds)));
  const isOperation: Check = (value) =>
    operations.some((operation) => operation === value) ? undefined : `must be one of ${operations.join(', ')}`;
  const timing = { operation: isOperation, times: isCount, probability: isProbability };
  const checks = new Map<string, Check>(Object.entries({ ...timing, ...kind.options }));
  for (const key of kind.required ?? []) {
    if (given[key] === undefined) throw new TypeError(`inject: the fault ${name} needs ${key}.`);
  }
  for (const [key, value] of Object.entries(given)) {
    const check = checks.get(key);
    if (check === undefined) throw new TypeError(`inject: the fault ${name} has no option ${key}${suggest(key, checks.keys())}.`);
    const reason = value === undefined ? undefined : check(value);
    if (reason !== undefined) throw new TypeError(`inject: ${key} of the fault ${name} ${reason}.`);
  }
  return { fault: name, ...given };
}

function describeUnknown(name: string, known: readonly string[]): string {
  return `inject: there is no fault ${JSON.stringify(name)}${suggest(name, known)}; known are ${known.join(', ')}.`;
}
