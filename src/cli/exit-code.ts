import { InputError, PaylinksError } from '../core/errors.js';
import type { Outcome } from '../core/errors.js';

const codes = { done: 0, rejected: 3, unknown: 4, 'not-sent': 5 } as const satisfies Record<Outcome, number>;

/** What a script is told: 0 done, 2 wrong input or another reason not to begin, 3 rejected, 4 unknown whether it was done, 5 not sent. */
export function exitCodeOf(error: unknown): number {
  return error instanceof PaylinksError && !(error instanceof InputError) ? codes[error.outcome] : 2;
}

/** The one code for several errors: the one that needs most care comes first. */
export function worstExitCode(errors: readonly unknown[]): number {
  const found = new Set(errors.map(exitCodeOf));
  return [codes.unknown, codes.rejected, 2, codes['not-sent']].find((code) => found.has(code)) ?? 0;
}
