import { Failure } from './failure.js';
import type { Layer, Scope } from './request.js';

/** Bounds each attempt, body included, by the scope's timeout and what is left of its deadline. */
export const timeout: Layer = (next) => (request, delivery) => {
  const controller = new AbortController();
  delivery.controller = controller;
  return bounded(
    request.scope,
    request.scope.timeout,
    () => next(request, delivery),
    (reason) => {
      delivery.abandoned = { reason };
      delivery.cancelRequest?.(reason);
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
    if (signal?.aborted) return reject(reasonOf(signal));
    const left = scope.deadlineAt - performance.now();
    if (left <= 0) return reject(new Failure('deadline'));
    const timer = setTimeout(() => stop(new Failure(limit <= left ? 'timeout' : 'deadline')), Math.min(limit, left));
    const ignoreAbort = signal && onAbort(signal, () => stop(reasonOf(signal)));

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

/** Why a signal was aborted; older signals give no reason. */
export function reasonOf(signal: AbortSignal): unknown {
  if (signal.reason !== undefined) return signal.reason;
  return Object.assign(new Error('This operation was aborted'), { name: 'AbortError' });
}

interface Watch {
  readonly callbacks: Set<() => void>;
  readonly fire: () => void;
}

const watches = new WeakMap<AbortSignal, Watch>();

// One listener for all calls that share a signal: Node warns of a leak at the eleventh.
/** Calls back when the signal aborts; gives the way to stop listening. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const watch = watches.get(signal) ?? startWatch(signal);
  watch.callbacks.add(callback);
  return () => {
    if (!watch.callbacks.delete(callback) || watch.callbacks.size > 0) return;
    // Without it the watch stays, and serves whoever listens next.
    if (typeof signal.removeEventListener !== 'function') return;
    signal.removeEventListener('abort', watch.fire);
    watches.delete(signal);
  };
}

function startWatch(signal: AbortSignal): Watch {
  const callbacks = new Set<() => void>();
  const watch = { callbacks, fire: (): void => [...callbacks].forEach((callback) => callback()) };
  signal.addEventListener('abort', watch.fire);
  watches.set(signal, watch);
  return watch;
}

function ignore(): void {}
