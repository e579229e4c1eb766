import type { PaylinksError, Outcome } from './errors.js';
import { Failure } from './failure.js';
import type { Call, Layer } from './request.js';
import { answerOutcome, failureError } from './outcome.js';
import type { Scrub } from './redact.js';

/** One attempt as told to `onAttempt`; never holds a secret. */
export interface Attempt {
  readonly operation: string;
  /** Which attempt of its call it was, from 1. */
  readonly attempt: number;
  /** Milliseconds from sending to the end of the body. */
  readonly duration: number;
  /** The answer's status, when one came. */
  readonly status?: number;
  /** The error, when no usable answer came. */
  readonly error?: PaylinksError;
  readonly outcome: Outcome;
}

type End = Pick<Attempt, 'status' | 'error' | 'outcome'>;

/** Tells a listener about each attempt; what the listener throws is its own affair. */
export function observe(onAttempt: (attempt: Attempt) => unknown, scrub: Scrub): Layer {
  return (next) => async (call) => {
    const started = performance.now();
    const before = call.trace.attempts;
    const tell = (end: End): void => {
      const { attempts } = call.trace;
      if (attempts > before)
        notify(onAttempt, { operation: call.operation, attempt: attempts, duration: performance.now() - started, ...end });
    };
    try {
      const answer = await next(call);
      tell({ status: answer.status, outcome: answer.ok ? 'done' : answerOutcome(call, answer.status) });
      return answer;
    } catch (failure) {
      tell(endOf(call, failure, scrub));
      throw failure;
    }
  };
}

function endOf(call: Call, failure: unknown, scrub: Scrub): End {
  // The caller aborted; the reason is the caller's own and stays so.
  if (!(failure instanceof Failure)) return { outcome: call.trace.mayHaveActed ? 'unknown' : 'not-sent' };
  const error = failureError(call, failure, scrub);
  return { error, outcome: error.outcome, ...(failure.status !== undefined && { status: failure.status }) };
}

/** Calls a listener of the caller's; neither its errors nor its rejections reach anyone. */
export function notify<T>(listener: (event: T) => unknown, event: T): void {
  try {
    Promise.resolve(listener(event)).catch(() => undefined);
  } catch {
    // A listener that throws must not turn a created link into a failed call.
  }
}
