import { findDuplicates, findExtraAttempts, findFalseFailures, findFalseNotSent, findLost } from './creates.js';
import type { Evidence, Finding } from './evidence.js';
import { findLeaks, findOverdue, findUntyped } from './manners.js';
import { findIllegal, findStaleSuccesses, findWrongStates } from './states.js';

/** What must be zero, in the words of the printed table. */
export const invariants = {
  I1: 'duplicate links',
  I2: 'acknowledged links lost',
  I3: 'called a failure, though it took effect',
  I4: 'called not-sent, though it arrived',
  I5: 'wrong final status, read or order',
  I6: 'illegal transitions carried out',
  I7: 'successes that never took effect',
  I8: 'errors without type or outcome',
  I9: 'credentials seen where they do not belong',
  I10: 'requests to a stranger',
  I11: 'calls beyond their deadline',
  I12: 'rejections, warnings, sockets, timers left',
  I13: 'more attempts than allowed',
  I15: 'differences when run again',
} as const;

export type Invariant = keyof typeof invariants;
export type Findings = Record<Invariant, Finding[]>;

/** Compares what the clients were told with what the server did. I10, I12 and I15 belong to the run as a whole and are added by it. */
export function check(evidence: Evidence): Findings {
  return {
    I1: findDuplicates(evidence),
    I2: findLost(evidence),
    I3: findFalseFailures(evidence),
    I4: findFalseNotSent(evidence),
    I5: findWrongStates(evidence),
    I6: findIllegal(evidence),
    I7: findStaleSuccesses(evidence),
    I8: findUntyped(evidence),
    I9: findLeaks(evidence),
    I10: [],
    I11: findOverdue(evidence),
    I12: [],
    I13: findExtraAttempts(evidence),
    I15: [],
  };
}
