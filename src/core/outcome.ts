import { ConnectionError, InputError, ResponseError, TimeoutError, apiErrorClass } from './errors.js';
import type { ErrorOrigin, PaylinksError, Outcome } from './errors.js';
import { retryAfterOf } from './backoff.js';
import { Failure, isError } from './failure.js';
import type { Answer, Call, Layer } from './request.js';
import { safeCause, scrubBody } from './redact.js';
import type { Scrub } from './redact.js';
import { advice, connectionReason, hintFor, reasonOf, summary, tries } from './wording.js';

const shownText = 500;
const safeHeaders = ['content-type', 'date', 'retry-after', 'server', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id'];

/** Makes the public error of whatever the layers inside could not mend, and says what the server may have done. */
export function outcome(scrub: Scrub): Layer {
  return (next) => async (call) => {
    let answer: Answer;
    try {
      answer = await next(call);
    } catch (error) {
      throw error instanceof Failure ? failureError(call, error, scrub) : afterAttempts(call, error, scrub);
    }
    if (answer.ok || (call.tolerant && answer.redirectedTo === undefined)) return answer;
    throw answerError(call, answer, scrub);
  };
}

// A token function that gives nonsense at a later attempt does not undo the attempts before it.
function afterAttempts(call: Call, error: unknown, scrub: Scrub): unknown {
  const late = error instanceof InputError && call.trace.mayHaveActed;
  return late ? failureError(call, new Failure('token', { notSent: true, cause: error }), scrub) : error;
}

/** The error for an attempt that brought no usable answer. */
export function failureError(call: Call, failure: Failure, scrub: Scrub): PaylinksError {
  const { kind, status } = failure;
  const code = failure.code === undefined ? undefined : scrub(failure.code);
  // What a token function throws may quote a token that nobody has seen yet, so it is not passed on.
  const cause = kind === 'token' ? undefined : safeCause(failure.cause, scrub);
  const origin: ErrorOrigin = { operation: call.operation, outcome: failureOutcome(call, failure), cause };
  const failed = `${summary(call)} failed${tries(call)}`;
  if (kind === 'timeout')
    return new TimeoutError(`${failed}: no answer within ${call.scope.timeout} ms (timeout); ${advice(call, origin)}`, kind, origin);
  if (kind === 'deadline')
    return new TimeoutError(`${failed}: not done within ${call.scope.deadline} ms (deadline); ${advice(call, origin)}`, kind, origin);
  if (kind === 'token')
    return new ConnectionError(
      `${failed}: the token function threw ${isError(failure.cause) ? scrub(failure.cause.name) : 'no Error'}; ${call.trace.attempts === 0 ? 'nothing was sent' : advice(call, origin)}`,
      code,
      origin,
    );
  if (status !== undefined && (kind === 'too-large' || status < 300)) {
    const what = kind === 'too-large' ? 'the body is larger than 10 MiB' : 'the body broke off';
    return unusable(call, { status, body: failure.text }, what, scrub, origin);
  }
  return new ConnectionError(`${failed}: ${connectionReason(failure, code)}; ${advice(call, origin)}`, code, origin);
}

/** The error for a success status whose answer cannot be used. */
export function unusable(
  call: Call,
  answer: { status: number; body: string },
  what: string,
  scrub: Scrub,
  origin?: ErrorOrigin,
): ResponseError {
  const made = origin ?? { operation: call.operation, outcome: call.repeatable ? 'rejected' : call.method === 'POST' ? 'unknown' : 'done' };
  const message = `${summary(call)} failed${tries(call)}: answered ${answer.status}, but ${what}; ${advice(call, made)}`;
  return new ResponseError(message, { status: answer.status, text: scrub(answer.body).slice(0, shownText) }, made);
}

function answerError(call: Call, answer: Answer, scrub: Scrub): PaylinksError {
  const body = scrubBody(answer.body, scrub);
  const origin: ErrorOrigin = { operation: call.operation, outcome: answerOutcome(call, answer.status) };
  const details = {
    status: answer.status,
    body,
    requestId: requestIdOf(answer, scrub),
    headers: headersOf(answer, scrub),
    retryAfter: retryAfterOf(answer),
  };
  const message = `${summary(call)} failed with ${answer.status}${tries(call)}: ${reasonOf(answer, body)}; ${hintFor(call, answer, origin)}`;
  return new (apiErrorClass(answer.status))(scrub(message), details, origin);
}

function failureOutcome(call: Call, failure: Failure): Outcome {
  if (!call.trace.mayHaveActed) return 'not-sent';
  if (failure.status === undefined || failure.status >= 300) return 'unknown';
  // The headers of a success had come, so a read was answered and a transition was made; a new link's id is lost all the same.
  if (failure.kind !== 'cut' && failure.kind !== 'too-large') return 'unknown';
  return call.repeatable ? 'rejected' : call.method === 'POST' ? 'unknown' : 'done';
}

/** What the server may have done when it answered with this status. */
export function answerOutcome(call: Call, status: number): Outcome {
  if (call.repeatable) return 'rejected';
  const refused = status >= 400 && status < 500 && status !== 408;
  return refused && !call.trace.ambiguous ? 'rejected' : 'unknown';
}

function requestIdOf({ headers }: Answer, scrub: Scrub): string | null {
  for (const name of requestIdHeaders) {
    const value = headers.get(name);
    if (value !== null) return scrub(value);
  }
  return null;
}

function headersOf(answer: Answer, scrub: Scrub): Record<string, string> {
  const entries = [...safeHeaders, ...requestIdHeaders].map((name): [string, string | null] => [name, answer.headers.get(name)]);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, scrub(value)]])));
}
