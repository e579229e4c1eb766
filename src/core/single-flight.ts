import { TimeoutError } from './errors.js';
import { Failure } from './failure.js';
import type { Scope } from './request.js';
import { bounded, reasonOf } from './timeout.js';

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  /** When the call that started the work must be over; a promise that is still open then never settles. */
  readonly until: number;
  waiting: number;
}

/** Joins the work under way for a key, or starts it; work that nobody waits for any longer is aborted. */
export type SingleFlight<T> = (key: string, scope: Scope, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

const grace = 200;

/** One piece of work at a time for each key; `advice` says what to do when time runs out. */
export function createSingleFlight<T>(operation: string, advice: string): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();

  function start(key: string, scope: Scope, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = { result: work(controller.signal), controller, until: scope.deadlineAt + grace, waiting: 0 };
    flights.set(key, flight);
    const leave = (): void => land(key, flight);
    flight.result.then(leave, leave);
    return flight;
  }

  function land(key: string, flight: Flight<T>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return async (key, scope, work) => {
    if (scope.signal?.aborted) throw reasonOf(scope.signal);
    const underWay = flights.get(key);
    const flight = underWay !== undefined && performance.now() < underWay.until ? underWay : start(key, scope, work);
    flight.waiting += 1;
    try {
      // The work has the deadline of the call that began it; a little more lets its own error, which knows more, come first.
      return await bounded({ ...scope, deadlineAt: scope.deadlineAt + grace }, Number.POSITIVE_INFINITY, () => flight.result);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const message = `${operation} failed: not done within ${scope.deadline} ms (deadline); ${advice}`;
      throw new TimeoutError(message, 'deadline', { operation, outcome: 'unknown' });
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        land(key, flight);
        flight.controller.abort(scope.signal?.reason);
      }
    }
  };
}
