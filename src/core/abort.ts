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
