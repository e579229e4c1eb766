import { onAbort } from './abort.js';
import { Failure } from './failure.js';
import type { Layer, Scope } from './layer.js';

/** Bounds each attempt, body included, by the scope's timeout and what is left of its deadline. */
export const timeout: Layer = (next) => (call) => bounded(call.scope, call.scope.timeout, (signal) => next(call, signal));

/**
 * Settles as the work does, unless the caller aborts or time runs out first; then at once, with the caller's own reason or a `Failure`.
 * Leaves no timer and no listener behind.
 */
export function bounded<T>(scope: Scope, limit: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const { signal } = scope;
    // A signal that is aborted already fires no event.
    if (signal?.aborted) return reject(signal.reason);
    const left = scope.deadlineAt - performance.now();
    if (left <= 0) return reject(new Failure('deadline'));
    const controller = new AbortController();
    const timer = setTimeout(() => stop(new Failure(limit <= left ? 'timeout' : 'deadline')), Math.min(limit, left));
    const ignoreAbort = signal && onAbort(signal, () => stop(signal.reason));

    function end(): void {
      clearTimeout(timer);
      ignoreAbort?.();
    }
    function stop(reason: unknown): void {
      end();
      reject(reason);
      controller.abort(reason);
    }

    work(controller.signal).then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}

/** Waits, unless the caller aborts or the deadline comes first. */
export function sleep(scope: Scope, milliseconds: number): Promise<void> {
  return bounded(scope, Number.POSITIVE_INFINITY, (signal) => delay(milliseconds, signal));
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
