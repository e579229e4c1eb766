import type { Answer } from './request.js';

const firstDelay = 500;
const longestDelay = 8_000;
/** The longest `Retry-After` that is obeyed, in milliseconds; a longer one ends the call. */
export const longestRetryAfter = 60_000;

/** Full jitter: anything up to half a second before the first repetition, doubling to eight seconds. */
export function backoff(attempt: number): number {
  return Math.round(Math.random() * Math.min(longestDelay, firstDelay * 2 ** (attempt - 1)));
}

/** A tenth more than the server asked for, at most, so that clients refused together do not come back together. */
export function spread(retryAfter: number): number {
  return retryAfter * (1 + Math.random() / 10);
}

/** Milliseconds that `Retry-After` asks to wait; `undefined` when it is missing or is neither whole seconds nor an HTTP date. */
export function retryAfterOf({ headers }: Pick<Answer, 'headers'>): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(value);
  if (date === undefined) return undefined;
  // The server's own clock is the base: ours may be wrong.
  const now = parseHttpDate(headers.get('date') ?? '') ?? Date.now();
  return Math.max(0, date - now);
}

// `toUTCString` writes the one form of date that HTTP servers may send, so only a date that exists comes back the same.
function parseHttpDate(value: string): number | undefined {
  const date = new Date(value);
  return date.toUTCString() === value ? date.getTime() : undefined;
}
