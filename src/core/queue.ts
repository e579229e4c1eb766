import { TimeoutError } from './errors.js';
import { Failure } from './failure.js';
import type { Scope } from './request.js';
import { bounded } from './timeout.js';

/** Runs the work of one key in turn; work of other keys is not held up. */
export type Queue = <T>(key: string, operation: string, scope: Scope, work: () => Promise<T>) => Promise<T>;

/** An empty queue. A turn that is no longer wanted, because its caller aborted or ran out of time, is passed over. */
export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return (key, operation, scope, work) => {
    const previous = last.get(key);
    const turn = previous === undefined ? work() : waitFor(previous, operation, scope).then(work);
    // Whoever comes next waits for both, since a turn given up early does not end the one before it.
    const ended = Promise.allSettled([previous, turn]).then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    last.set(key, ended);
    return turn;
  };
}

/** Waits for work of the same key that comes first; out of time, nothing was sent. */
export async function waitFor(previous: Promise<unknown>, operation: string, scope: Scope): Promise<void> {
  try {
    await bounded(scope, Number.POSITIVE_INFINITY, () => previous);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const message = `${operation} failed: an earlier change of the same kind took the whole ${scope.deadline} ms (deadline); nothing was sent`;
    throw new TimeoutError(message, 'deadline', { operation, outcome: 'not-sent' });
  }
}
