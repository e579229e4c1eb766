import type { Outcome, PaylinksError } from './errors.js';
import { Failure } from './failure.js';
import { responseOutcome } from './outcome.js';
import type { ErrorMaker } from './outcome.js';
import type { Redact } from './redact.js';
import { requestIdOf } from './response.js';
import type { Layer, Request } from './request.js';

/** One attempt as told to `onAttempt`; never holds a secret. */
export interface Attempt {
  /** Numbers the method calls of one client, from 1. */
  readonly call: number;
  readonly operation: string;
  /** What the request is about, such as an id or a reference, where that is known. */
  readonly target: string | undefined;
  /** Which attempt of its request it was, from 1. */
  readonly attempt: number;
  /** Milliseconds from sending to the end of the body. */
  readonly duration: number;
  /** The response's status, when one came. */
  readonly status?: number | undefined;
  /** The error, when no usable response came. */
  readonly error?: PaylinksError | undefined;
  readonly outcome: Outcome;
  /** The id that the server gave the request, when it did. */
  readonly requestId: string | null;
  /** Milliseconds until the next attempt; `undefined` when there is none. */
  readonly retryIn: number | undefined;
}

type End = Pick<Attempt, 'status' | 'error' | 'outcome' | 'requestId'>;

/** Tells a listener about each attempt, once it is known whether another follows; what the listener throws is its own affair. */
export function attempts(onAttempt: ((attempt: Attempt) => unknown) | undefined, errors: ErrorMaker, redact: Redact): Layer {
  if (onAttempt === undefined) return (next) => next;
  return (next) => async (request, delivery) => {
    const { trace, scope, operation, special } = request;
    // A 401 is followed at once by an attempt with other credentials.
    trace.tell?.(0);
    const started = performance.now();
    const before = trace.attempts;
    const end = (result: End): void => {
      const attempt = trace.attempts;
      if (attempt === before) return;
      const told = {
        call: scope.call,
        operation: operation.id,
        target: special.target,
        attempt,
        duration: performance.now() - started,
        ...result,
      };
      trace.tell = (retryIn) => {
        trace.tell = undefined;
        notify(onAttempt, { ...told, retryIn });
      };
    };
    try {
      const response = await next(request, delivery);
      end({
        status: response.status,
        outcome: response.ok ? 'done' : responseOutcome(response),
        requestId: requestIdOf(response, redact),
      });
      return response;
    } catch (failure) {
      end(endOf(request, failure, errors));
      throw failure;
    }
  };
}

function endOf(request: Request, failure: unknown, errors: ErrorMaker): End {
  // The caller aborted; the reason is the caller's own and stays so.
  if (!(failure instanceof Failure)) return { outcome: request.trace.mayHaveActed ? 'unknown' : 'not-sent', requestId: null };
  const error = errors.fromFailure(request, failure);
  return { error, outcome: error.outcome, requestId: null, ...(failure.status !== undefined && { status: failure.status }) };
}

/** Calls a listener of the caller's; neither its errors nor its rejections reach anyone. */
export function notify<T>(listener: (event: T) => unknown, event: T): void {
  try {
    Promise.resolve(listener(event)).catch(() => undefined);
  } catch {
    // A listener that throws must not turn a request that succeeded into a failed call.
  }
}
