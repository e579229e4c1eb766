/** The sandbox's time: that of its source, moved by what was asked for. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the time forward by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Moves the time so that it is `time` now; it runs on from there. */
  set(time: number): void;
  /** Back to the source's own time. */
  reset(): void;
  /** Calls the listener after each move. */
  onMove(listener: () => void): void;
}

// `Date` reaches no further.
const farthest = 8.64e15;

/** A clock that follows `source` until it is moved. */
export function createClock(source: () => number | Date): Clock {
  const listeners: (() => void)[] = [];
  let offset = 0;
  const move = (to: number): void => {
    if (!(Math.abs(source().valueOf() + to) <= farthest)) throw new TypeError('the clock takes milliseconds that lead to a date.');
    offset = to;
    for (const listener of listeners) listener();
  };
  return {
    now: () => readTime(source()) + offset,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new TypeError('advance takes milliseconds, 0 or more.');
      move(offset + milliseconds);
    },
    set: (time) => move(time - readTime(source())),
    reset: () => move(0),
    onMove: (listener) => void listeners.push(listener),
  };
}

function readTime(given: unknown): number {
  const time = Number(given);
  if (Math.abs(time) <= farthest) return time;
  throw new TypeError('createSandbox: now must give milliseconds since 1970 or a valid Date.');
}
