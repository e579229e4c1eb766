import type { OperationId } from '../../generated/neopay/operations.js';
import type { Fault, FaultHandle } from './fault.js';
import { checkFault } from './fault-check.js';
import { createRandom, type Random } from './random.js';

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
