/** Wakes whoever waits for something to happen. */
export interface Bell {
  ring(): void;
  /** Until the next ring, or for so many milliseconds. */
  wait(milliseconds?: number): Promise<void>;
}

/** A bell nobody waits for yet. */
export function createBell(): Bell {
  let wake: (() => void) | undefined;
  return {
    ring: () => wake?.(),
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
