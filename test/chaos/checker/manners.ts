import { canary, showsSecret } from '../../support/canary.js';
import type { Entry } from '../../support/ledger.js';
import type { Evidence, Finding } from './evidence.js';

/** Beyond the deadline, and beyond what kept the process from its timers, a call may take this long. */
const grace = 250;

/** I8: an error that is none of the client's own, or that does not say whether the server may have acted. */
export function findUntyped({ calls }: Evidence): Finding[] {
  return calls.flatMap(({ about, result }) => (result.ok || result.typed ? [] : [`${about.kind} threw ${result.name}`]));
}

/** I9: a credential anywhere but in the two headers that carry it. */
export function findLeaks({ calls, entries }: Evidence): Finding[] {
  const told = calls.flatMap(({ about, leaks }) => leaks.map((place) => `${about.kind} shows a credential in its ${place}`));
  const sent = entries.flatMap((entry) => (isCleanRequest(entry) ? [] : [`${entry.method} ${entry.target} carries credentials wrongly`]));
  return [...told, ...sent];
}

/** I11: a call that outlived its deadline. */
export function findOverdue({ calls, limits }: Evidence): Finding[] {
  return calls.flatMap(({ about, invokedAt, returnedAt, lag }) => {
    const allowed = limits.deadline + (about.kind === 'createOnce' ? limits.settle : 0) + grace + lag;
    const took = returnedAt - invokedAt;
    return took > allowed ? [`${about.kind} took ${Math.round(took)} of ${allowed} ms`] : [];
  });
}

function isCleanRequest({ headers, target, body }: Entry): boolean {
  const valuesOf = (name: string): string[] => headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  const others = headers.filter(([key]) => !/^(x-app-key|authorization)$/i.test(key)).flat();
  const [appKeys, tokens] = [valuesOf('x-app-key'), valuesOf('authorization')];
  const signed = appKeys.length === 1 && appKeys[0] === canary.appKey && tokens.length === 1 && tokens[0] === canary.token;
  return signed && !showsSecret([target, body, ...others].join('\n'));
}
