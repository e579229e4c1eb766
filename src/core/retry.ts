import { Failure } from './failure.js';
import type { Delivery, Layer, Request, Response, Send } from './request.js';
import { sleep } from './timeout.js';

type Result = Response | Failure;

const firstDelay = 500;
const longestDelay = 8_000;
/** The longest `Retry-After` that is obeyed, in milliseconds; a longer one ends the call. */
const longestRetryAfter = 60_000;
const capacity = 50;
const earnedBySuccess = 0.5;
const workAfterBreak = 1_000;
const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);

/** Sends again what may be sent again, at most `retries` times, within the deadline and the client's budget. */
export function retry(retries: number): Layer {
  // What a client may spend on repetitions, so that it does not multiply an outage.
  let budget = capacity;
  return (next) => async (first, delivery) => {
    const { trace, special } = first;
    let request = first;
    try {
      let result = await attempt(next, request, delivery);
      for (let count = 1; isTransient(result, request); count += 1) {
        const wait = waitBefore(count, result);
        if (!(result instanceof Failure) && result.status === 429) special.onThrottle?.(wait);
        if (count > retries || special.once || !mayRepeat(request, result) || !fits(wait, request) || budget < 1) return settle(result);
        budget -= 1;
        trace.tell?.(wait);
        await sleep(request.scope, wait);
        const known = (await special.reread?.()) ?? 'repeat';
        if (known === 'stop') return settle(result);
        if (special.renewal !== undefined) request = { ...request, body: special.renewal.body() };
        if (known === 'repeat') result = await attempt(next, request, delivery);
        else if (known !== 'unread') return { ...known, request };
      }
      if (!(result instanceof Failure) && result.ok) budget = Math.min(capacity, budget + earnedBySuccess);
      return settle(result);
    } finally {
      trace.tell?.(undefined);
    }
  };
}

async function attempt(next: Send, request: Request, delivery: Delivery): Promise<Result> {
  const { trace } = request;
  const { attempts } = trace;
  try {
    const response = await next(request, delivery);
    if (isTransient(response, request) && isInDoubt(response)) noteDoubt(request, workAfterBreak);
    return response;
  } catch (error) {
    const failure = error instanceof Failure ? error : undefined;
    // The caller's abort and the deadline stop the call, not the server.
    const underWay = trace.mayHaveActed && trace.attempts > attempts;
    if (underWay && !failure?.notSent) noteDoubt(request, isSlow(failure) ? request.scope.deadline : workAfterBreak);
    if (failure === undefined) throw error;
    return failure;
  }
}

function settle(result: Result): Response {
  if (result instanceof Failure) throw result;
  return result;
}

function isTransient(result: Result, { special }: Request): boolean {
  if (!(result instanceof Failure)) return transientStatuses.has(result.status) || (result.ok && special.renewal?.isLost(result) === true);
  return result.kind === 'connection' || result.kind === 'timeout' || result.kind === 'cut';
}

function isInDoubt(result: Result): boolean {
  return result instanceof Failure ? !result.notSent : result.status !== 429;
}

function noteDoubt({ trace, scope }: Request, work: number): void {
  trace.inDoubt += 1;
  trace.inDoubtUntil = performance.now() + Math.min(scope.timeout, work);
}

// A server too slow to respond may be at work as long again; one whose connection broke is soon done.
function isSlow(failure: Failure | undefined): boolean {
  return failure?.kind === 'timeout' || failure?.kind === 'deadline';
}

// A change is read back before it is repeated; anything else that has an effect must certainly not have been acted on, unless another request takes its place.
function mayRepeat({ operation, special }: Request, result: Result): boolean {
  return operation.effect === 'none' || special.reread !== undefined || special.renewal !== undefined || !isInDoubt(result);
}

// Full jitter: anything up to half a second before the first repetition, doubling to eight seconds. Clients that were refused together must not come back
// together, so a tenth more than the server asked for, at most, is waited.
function waitBefore(count: number, result: Result): number {
  const asked = result instanceof Failure ? undefined : retryAfterOf(result);
  if (asked === undefined) return Math.round(Math.random() * Math.min(longestDelay, firstDelay * 2 ** (count - 1)));
  return asked > longestRetryAfter ? Number.POSITIVE_INFINITY : asked * (1 + Math.random() / 10);
}

// Waiting only to run out of time helps nobody: the error at hand says more.
function fits(wait: number, { scope }: Request): boolean {
  return performance.now() + wait < scope.deadlineAt;
}

/** Milliseconds that `Retry-After` asks to wait; `undefined` when it is missing or is neither whole seconds nor an HTTP date. */
export function retryAfterOf({ headers }: Pick<Response, 'headers'>): number | undefined {
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
