import type { OperationId } from '../../generated/operations.js';
import { checkFault } from './fault-check.js';
import { createRandom, type Random } from './random.js';

/** What each fault can be told beside its name. */
export interface FaultOptions {
  /** Waits `ms` milliseconds, then goes on; adds to any other fault. A client that gives up meanwhile does not stop the request from taking effect. */
  latency: { readonly ms: number };
  /** Answers `code`; `body` is sent as JSON, or as it is when it is a string. Takes effect only with `commit: true`. */
  status: {
    readonly code: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly commit?: boolean;
  };
  /** Cuts the connection before the request takes effect. */
  'drop-before': object;
  /** Cuts the connection after the request took effect. */
  'drop-after': object;
  /** Never answers. The request takes effect unless `commit` is false. */
  'stall-headers': { readonly commit?: boolean };
  /** Takes effect, sends the headers and `bytes` of the body (default: half), then nothing more. */
  'stall-body': { readonly bytes?: number };
  /** Takes effect, sends `bytes` of the body (default: half) and cuts the connection. With `silent`, the shorter body looks complete. */
  truncate: { readonly bytes?: number; readonly silent?: boolean };
  /** Answers an HTML page, with `code` 200 unless told. Takes effect only with `commit: true`. */
  html: { readonly code?: number; readonly commit?: boolean };
  /** Takes effect and changes each link in the answer: its `status`, fields added and fields left out. */
  drift: { readonly status?: string; readonly extra?: Readonly<Record<string, unknown>>; readonly missing?: readonly string[] };
  /** Sends the client to `location`, with `code` 307 unless told. Takes effect only with `commit: true`. */
  redirect: { readonly location?: string; readonly code?: 301 | 302 | 303 | 307 | 308; readonly commit?: boolean };
}

export type FaultName = keyof FaultOptions;

/** When a fault strikes: every time, unless narrowed. */
export interface FaultTiming {
  /** Which operation it strikes. @default every operation */
  readonly operation?: OperationId;
  /** How often it strikes at most. @default without end */
  readonly times?: number;
  /** How likely it strikes a request, from 0 to 1, drawn from the sandbox's seed. @default 1 */
  readonly probability?: number;
}

/** One fault by name, with its options. */
export type FaultOf<Name extends FaultName> = { readonly fault: Name } & FaultOptions[Name];

/** What `inject` takes. */
export type Fault = { [Name in FaultName]: FaultOf<Name> & FaultTiming }[FaultName];

/** An injected fault. */
export interface FaultHandle {
  /** How often it struck so far. */
  readonly fired: number;
  /** Ends it; the other faults stay. */
  remove(): void;
}

/** A fault in place, as the home page lists it. */
export interface ArmedFault {
  readonly fault: Fault;
  readonly fired: number;
}

/** What strikes one request. */
export interface Strike {
  readonly delay: number;
  readonly fault: Exclude<Fault, { fault: 'latency' }> | undefined;
}

/** The faults in place, in the order they were injected. */
export interface Faults {
  inject(fault: Fault): FaultHandle;
  clear(): void;
  armed(): readonly ArmedFault[];
  /** Decides what strikes the next request of an operation: every latency, and the first other fault that fires. */
  draw(operation: OperationId): Strike;
}

interface Charge {
  readonly fault: Fault;
  readonly random: Random;
  fired: number;
}

const calm: Strike = { delay: 0, fault: undefined };

/** Starts without faults. Each fault draws from its own stream, so that one does not disturb another. */
export function createFaults(seed: number): Faults {
  const charges = new Set<Charge>();
  let injected = 0;
  return {
    inject(fault) {
      checkFault(fault);
      const charge: Charge = { fault, random: createRandom(seed, `fault ${++injected}`), fired: 0 };
      charges.add(charge);
      return {
        get fired() {
          return charge.fired;
        },
        remove: () => void charges.delete(charge),
      };
    },
    clear: () => charges.clear(),
    armed: () => [...charges].filter((charge) => !isSpent(charge)).map(({ fault, fired }) => ({ fault, fired })),
    draw: (operation) => (charges.size === 0 ? calm : drawStrike(charges, operation)),
  };
}

function drawStrike(charges: Iterable<Charge>, operation: OperationId): Strike {
  let delay = 0;
  let struck: Strike['fault'];
  for (const charge of charges) {
    const { fault } = charge;
    const waits = fault.fault === 'latency';
    if ((struck !== undefined && !waits) || !fires(charge, operation)) continue;
    charge.fired += 1;
    if (fault.fault === 'latency') delay += fault.ms;
    else struck = fault;
  }
  return { delay, fault: struck };
}

function fires(charge: Charge, operation: OperationId): boolean {
  const { fault } = charge;
  if (isSpent(charge) || (fault.operation !== undefined && fault.operation !== operation)) return false;
  return fault.probability === undefined || charge.random() < fault.probability;
}

function isSpent(charge: Charge): boolean {
  return charge.fault.times !== undefined && charge.fired >= charge.fault.times;
}
