import { backoff, longestRetryAfter, retryAfterOf, spread } from './backoff.js';
import { createBudget } from './budget.js';
import { Failure } from './failure.js';
import type { Answer, Call, Layer, Send } from './request.js';
import { sleep } from './timeout.js';

type Result = Answer | Failure;

const workAfterBreak = 1_000;
const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);

/** Sends again what may be sent again, at most `retries` times, within the deadline and the client's budget. */
export function retry(retries: number): Layer {
  const budget = createBudget();
  return (next) => async (call) => {
    let result = await attempt(next, call);
    for (let count = 1; isTransient(result); count += 1) {
      const wait = waitBefore(count, result);
      if (!(result instanceof Failure) && result.status === 429) call.onThrottle?.(wait);
      if (count > retries || call.once || !mayRepeat(call, result) || !fits(wait, call) || !budget.spend()) return settle(result);
      await sleep(call.scope, wait);
      const known = (await call.reread?.()) ?? 'repeat';
      if (known === 'stop') return settle(result);
      if (known === 'repeat') result = await attempt(next, call);
      else if (known !== 'unread') return known;
    }
    if (!(result instanceof Failure) && result.ok) budget.earn();
    return settle(result);
  };
}

async function attempt(next: Send, call: Call): Promise<Result> {
  const { trace } = call;
  const { attempts } = trace;
  try {
    const answer = await next(call);
    if (isTransient(answer) && isAmbiguous(answer)) noteAmbiguity(call, workAfterBreak);
    return answer;
  } catch (error) {
    const failure = error instanceof Failure ? error : undefined;
    // The caller's abort and the deadline stop the call, not the server.
    const underWay = trace.mayHaveActed && trace.attempts > attempts;
    if (underWay && !failure?.notSent) noteAmbiguity(call, isSlow(failure) ? call.scope.deadline : workAfterBreak);
    if (failure === undefined) throw error;
    return failure;
  }
}

function settle(result: Result): Answer {
  if (result instanceof Failure) throw result;
  return result;
}

function isTransient(result: Result): boolean {
  if (!(result instanceof Failure)) return transientStatuses.has(result.status);
  return result.kind === 'connection' || result.kind === 'timeout' || result.kind === 'cut';
}

function isAmbiguous(result: Result): boolean {
  return result instanceof Failure ? !result.notSent : result.status !== 429;
}

function noteAmbiguity({ trace, scope }: Call, work: number): void {
  trace.ambiguous += 1;
  trace.unsettledUntil = performance.now() + Math.min(scope.timeout, work);
}

// A server too slow to answer may be at work as long again; one whose connection broke is soon done.
function isSlow(failure: Failure | undefined): boolean {
  return failure?.kind === 'timeout' || failure?.kind === 'deadline';
}

// A transition is read back before it is repeated; anything else that is not repeatable must certainly not have been acted on.
function mayRepeat(call: Call, result: Result): boolean {
  return call.repeatable || call.reread !== undefined || !isAmbiguous(result);
}

function waitBefore(count: number, result: Result): number {
  const asked = result instanceof Failure ? undefined : retryAfterOf(result);
  if (asked === undefined) return backoff(count);
  return asked > longestRetryAfter ? Number.POSITIVE_INFINITY : spread(asked);
}

// Waiting only to run out of time helps nobody: the error at hand says more.
function fits(wait: number, call: Call): boolean {
  return performance.now() + wait < call.scope.deadlineAt;
}
