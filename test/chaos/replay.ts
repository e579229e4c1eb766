import type { Entry } from '../support/ledger.js';
import type { Finding } from './checker/evidence.js';

/** I15: the same seed, lived twice, one call after the other, must give the same ledger. */
export function compareLedgers(one: readonly Entry[], other: readonly Entry[]): Finding[] {
  const [first, second] = [linesOf(one), linesOf(other)];
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) =>
    first[index] === second[index] ? [] : [`request ${index}: "${first[index]}", then "${second[index]}"`],
  );
}

function linesOf(entries: readonly Entry[]): string[] {
  const kept = entries.filter((entry) => !isPoll(entry));
  return kept.map(({ method, target, body, fault, status }) => [method, target, body, fault, status].join(' '));
}

// How often a list is polled depends on jitter, what comes of it does not.
function isPoll({ method, target }: Entry): boolean {
  return method === 'GET' && target.endsWith('/links');
}
