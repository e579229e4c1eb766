import { onAbort } from './abort.js';
import { Failure } from './failure.js';
import type { Delivery, Layer, Scope } from './request.js';

/** Bounds each attempt, body included, by the scope's timeout and what is left of its deadline. */
export const timeout: Layer = (next) => (call) => {
  const controller = new AbortController();
  const delivery: Delivery = { signal: controller.signal };
  return bounded(
    call.scope,
    call.scope.timeout,
    () => next(call, delivery),
    (reason) => {
      controller.abort(reason);
      delivery.cancelBody?.();
    },
  );
};

/**
 * Settles as the work does, unless the caller aborts or time runs out first; then at once, with the caller's own reason or a `Failure`, and the work is told.
 * Leaves no timer and no listener behind.
 */
export function bounded<T>(scope: Scope, limit: number, work: () => Promise<T>, giveUp: (reason: unknown) => void = ignore): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const { signal } = scope;
    // A signal that is aborted already fires no event.
    if (signal?.aborted) return reject(signal.reason);
    const left = scope.deadlineAt - performance.now();
    if (left <= 0) return reject(new Failure('deadline'));
    const timer = setTimeout(() => stop(new Failure(limit <= left ? 'timeout' : 'deadline')), Math.min(limit, left));
    const ignoreAbort = signal && onAbort(signal, () => stop(signal.reason));

    function end(): void {
      clearTimeout(timer);
      ignoreAbort?.();
    }
    function stop(reason: unknown): void {
      end();
      reject(reason);
      giveUp(reason);
    }

    work().then(
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
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): Promise<void> => new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  return bounded(scope, Number.POSITIVE_INFINITY, wait, () => clearTimeout(timer));
}

function ignore(): void {}
