import { TimeoutError } from './errors.js';
import { conflict, matches } from '../neopay/reference.js';
import type { Referenced } from '../neopay/reference.js';
import { Failure } from './failure.js';
import type { Scope } from './layer.js';
import { bounded } from './timeout.js';
import type { PaymentLink } from '../neopay/types.js';

interface Flight {
  readonly input: Referenced;
  readonly link: Promise<PaymentLink>;
  readonly controller: AbortController;
  /** Makes room for another flight with the same reference. */
  readonly leave: () => void;
  waiting: number;
}

/** Boards the flight of a reference, or starts one; work that nobody waits for any longer is aborted. */
export type Flights = (input: Referenced, scope: Scope, work: (signal: AbortSignal) => Promise<PaymentLink>) => Promise<PaymentLink>;

const grace = 200;

/** One flight at a time for each reference. */
export function createFlights(operation: string): Flights {
  const flights = new Map<string, Flight>();

  function start(input: Referenced, work: (signal: AbortSignal) => Promise<PaymentLink>): Flight {
    const controller = new AbortController();
    const link = work(controller.signal);
    const leave = (): void => void (flights.get(input.reference) === flight && flights.delete(input.reference));
    const flight: Flight = { input, link, controller, leave, waiting: 0 };
    flights.set(input.reference, flight);
    link.then(leave, leave);
    return flight;
  }

  return async (input, scope, work) => {
    const flight = flights.get(input.reference) ?? start(input, work);
    const link = await ride(operation, flight, scope);
    if (!matches(input, flight.input)) throw conflict(input.reference, [link], 'not-sent');
    return link;
  };
}

async function ride(operation: string, flight: Flight, scope: Scope): Promise<PaymentLink> {
  flight.waiting += 1;
  try {
    // The flight has the deadline of the call that began it; a little more lets its own error, which knows more, come first.
    return await bounded({ ...scope, deadlineAt: scope.deadlineAt + grace }, Number.POSITIVE_INFINITY, () => flight.link);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const message = `${operation} failed: not done within ${scope.deadline} ms (deadline); call it again with the same reference`;
    throw new TimeoutError(message, 'deadline', { operation, outcome: 'unknown' });
  } finally {
    flight.waiting -= 1;
    if (flight.waiting === 0) {
      flight.leave();
      flight.controller.abort(scope.signal?.reason);
    }
  }
}
