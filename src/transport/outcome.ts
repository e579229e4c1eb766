import { ConnectionError, InputError, ResponseError, TimeoutError, apiErrorClass } from '../errors.js';
import type { ErrorOrigin, LinksError, Outcome } from '../errors.js';
import { retryAfterOf } from './backoff.js';
import { Failure } from './failure.js';
import type { Answer, Call, Layer } from './layer.js';
import { safeCause, scrubBody } from './scrub.js';
import type { Scrub } from './scrub.js';

const shownText = 500;
const shownReason = 200;
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
export function failureError(call: Call, failure: Failure, scrub: Scrub): LinksError {
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
      `${failed}: the token function threw ${failure.cause instanceof Error ? failure.cause.name : 'no Error'}; ${call.trace.attempts === 0 ? 'nothing was sent' : advice(call, origin)}`,
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

function answerError(call: Call, answer: Answer, scrub: Scrub): LinksError {
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

/** Method and path only: headers hold the keys, and a query string may hold a customer. */
function summary(call: Call): string {
  return `${call.method} ${call.path}`;
}

function tries({ trace }: Call): string {
  return trace.attempts > 1 ? ` after ${trace.attempts} attempts` : '';
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

function connectionReason({ notSent, cause, status }: Failure, code: string | undefined): string {
  const detail = code === undefined ? '' : ` (${code})`;
  if (status !== undefined) return `the answer with status ${status} broke off${detail}`;
  if (code === 'UND_ERR_INVALID_ARG')
    return `fetch refused its arguments${detail}; an undici dispatcher of another version is the usual reason`;
  if (notSent) return `no connection${detail}`;
  return cause instanceof TypeError || cause instanceof Error ? `no answer${detail}` : 'fetch failed without an Error';
}

function advice(call: Call, { outcome: known }: ErrorOrigin): string {
  if (call.repeatable) return 'it only reads, so it may be repeated';
  if (known === 'not-sent') return 'the server cannot have acted, so it may be repeated';
  if (known === 'done') return 'the server acted; read the link before going on';
  return call.method === 'POST'
    ? 'the link may exist; look its reference up before creating it again'
    : 'the server may have acted; read the link before repeating it';
}

function hintFor(call: Call, { status, redirectedTo }: Answer, origin: ErrorOrigin): string {
  if (redirectedTo !== undefined) return 'redirects are never followed, since the keys would travel along; check baseUrl';
  if (status === 401) return 'check appKey (the Application ID) and token, which are easily swapped';
  if (status === 403) return 'check the IP and domain restrictions of the Application';
  if (status === 404) return 'check the id, and that it belongs to the Application of this key';
  if (status === 409) return 'read the link to learn its state before going on';
  if (status === 429) return 'nothing was processed; wait before trying again';
  if (status >= 500 || status === 408 || status < 400) return advice(call, origin);
  return 'correct the request before repeating it';
}

function reasonOf({ redirectedTo }: Answer, body: unknown): string {
  if (redirectedTo !== undefined) return `redirected to ${redirectedTo}`;
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' && message !== '' ? message.slice(0, shownReason).replace(/[;.\s]+$/, '') : 'no reason given';
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
