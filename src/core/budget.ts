const capacity = 50;
const earnedBySuccess = 0.5;

/** What a client may spend on repetitions, so that it does not multiply an outage. */
export interface Budget {
  /** Takes one repetition, or says that none is left. */
  spend(): boolean;
  /** A request that succeeded pays for half a repetition. */
  earn(): void;
}

/** A full budget of fifty repetitions. */
export function createBudget(): Budget {
  let left = capacity;
  return {
    spend() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    earn() {
      left = Math.min(capacity, left + earnedBySuccess);
    },
  };
}
