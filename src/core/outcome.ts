import { ConnectionError, InputError, ResponseError, TimeoutError, apiErrorClass } from './errors.js';
import type { ErrorOrigin, Outcome, PaylinksError } from './errors.js';
import { Failure, isError } from './failure.js';
import { redactBody, safeCause } from './redact.js';
import type { Redact } from './redact.js';
import { requestIdOf } from './response.js';
import type { Layer, Request, Response } from './request.js';
import { retryAfterOf } from './retry.js';
import { parseUrl } from './url.js';

/** What the messages of one API's errors say. */
export interface Wording {
  /** What to do once the server acted, but its response was lost. */
  readonly done: string;
  /** What to do when it is unknown whether the server acted, by what the operation may have done. */
  readonly inDoubt: { readonly create: string; readonly change: string };
  /** What a caller can do about a status. */
  readonly hints: Readonly<Record<number, string>>;
  /** Where a refusal says why, when that is not its `message`. */
  readonly reason?: ((body: unknown) => string | undefined) | undefined;
}

/** Makes the public errors of one client. */
export interface ErrorMaker {
  /** For an attempt that brought no usable response. */
  fromFailure(request: Request, failure: Failure): PaylinksError;
  /** For a status that is no success. */
  fromResponse(response: Response): PaylinksError;
  /** For a success status whose response cannot be used; `what` says why. */
  unusable(response: Pick<Response, 'request' | 'status' | 'body'>, what: string, origin?: ErrorOrigin): ResponseError;
}

const shownText = 500;
const shownReason = 200;
const safeHeaders = [
  'content-type',
  'date',
  'retry-after',
  'server',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-request-id',
  'request-id',
  'x-correlation-id',
];

/** Makes the public error of whatever the layers inside could not mend, and says what the server may have done. */
export function outcome(errors: ErrorMaker): Layer {
  return (next) => async (request, delivery) => {
    let response: Response;
    try {
      response = await next(request, delivery);
    } catch (error) {
      if (error instanceof Failure) throw errors.fromFailure(request, error);
      // A credential function that gives nonsense at a later attempt does not undo the attempts before it.
      const late = error instanceof InputError && request.trace.mayHaveActed;
      throw late ? errors.fromFailure(request, new Failure('credential', { notSent: true, text: 'token', cause: error })) : error;
    }
    if (response.ok || (request.special.tolerant && response.redirectedTo === undefined)) return response;
    throw errors.fromResponse(response);
  };
}

/** What the server may have done when it refused by this response; a success can refuse in its body, a redirect refuses nothing. */
export function responseOutcome({ request: { operation, trace }, status, redirectedTo }: Response): Outcome {
  if (operation.effect === 'none') return 'rejected';
  const refused = redirectedTo === undefined && (status < 300 || (status >= 400 && status < 500 && status !== 408));
  return refused && trace.inDoubt === 0 ? 'rejected' : 'unknown';
}

/** Makes errors in an API's words, without its secrets; `maxBody` is the client's limit in bytes. */
export function createErrorMaker(wording: Wording, redact: Redact, maxBody: number): ErrorMaker {
  /** What to do before the call is made again. */
  function advice({ operation: { effect } }: Request, known: Outcome): string {
    if (effect === 'none') return 'it only reads, so it may be repeated';
    if (known === 'rejected') return 'correct it before repeating it';
    if (known === 'not-sent') return 'the server cannot have acted, so it may be repeated';
    return known === 'done' ? wording.done : wording.inDoubt[effect];
  }

  function hint({ request, status, redirectedTo }: Response, known: Outcome): string {
    if (redirectedTo !== undefined) return 'redirects are never followed, since the credentials would travel along; check baseUrl';
    const said = (status === 401 ? request.trace.slip : undefined) ?? wording.hints[status];
    if (said !== undefined) return said;
    if (status === 429) return 'nothing was processed; wait before trying again';
    if (status >= 500 || status === 408 || (status >= 300 && status < 400)) return advice(request, known);
    return 'correct the request before repeating it';
  }

  function unusable(
    { request, status, body }: Pick<Response, 'request' | 'status' | 'body'>,
    what: string,
    origin: ErrorOrigin = { operation: request.operation.id, outcome: lostOutcome(request) },
  ): ResponseError {
    const message = `${summaryOf(request)} failed${attemptsOf(request)}: the response has status ${status}, but ${what}; ${advice(request, origin.outcome)}`;
    return new ResponseError(message, { status, text: redact(body).slice(0, shownText) }, origin);
  }

  return {
    unusable,

    fromFailure(request, failure) {
      const { kind, status } = failure;
      const code = failure.code === undefined ? undefined : redact(failure.code);
      // What a credential function throws may quote a secret that nobody has seen yet, so it is not passed on.
      const cause = kind === 'credential' ? undefined : safeCause(failure.cause, redact);
      const origin: ErrorOrigin = { operation: request.operation.id, outcome: failureOutcome(request, failure), cause };
      const failed = `${summaryOf(request)} failed${attemptsOf(request)}`;
      const next = advice(request, origin.outcome);
      const { timeout, deadline } = request.scope;
      if (kind === 'timeout') return new TimeoutError(`${failed}: no response within ${timeout} ms (timeout); ${next}`, kind, origin);
      if (kind === 'deadline') return new TimeoutError(`${failed}: not done within ${deadline} ms (deadline); ${next}`, kind, origin);
      if (kind === 'credential') {
        const thrown = isError(failure.cause) ? redact(failure.cause.name) : 'no Error';
        const sent = request.trace.attempts === 0 ? 'nothing was sent' : next;
        return new ConnectionError(`${failed}: the ${failure.text} function threw ${thrown}; ${sent}`, code, origin);
      }
      const broken = status === undefined || (kind === 'cut' && status >= 300) ? undefined : brokenReason(failure, maxBody);
      if (status !== undefined && broken !== undefined) return unusable({ request, status, body: failure.text }, broken, origin);
      return new ConnectionError(`${failed}: ${connectionReason(request, failure, code)}; ${next}`, code, origin);
    },

    fromResponse(response) {
      const { request, status } = response;
      const body = redactBody(response.body, redact);
      const origin: ErrorOrigin = { operation: request.operation.id, outcome: responseOutcome(response) };
      const details = {
        status,
        body,
        requestId: requestIdOf(response, redact),
        headers: headersOf(response, redact),
        retryAfter: retryAfterOf(response),
      };
      const message = `${summaryOf(request)} failed with ${status}${attemptsOf(request)}: ${reasonOf(response, body, wording.reason?.(body))}; ${hint(response, origin.outcome)}`;
      return new (apiErrorClass(status))(redact(message), details, origin);
    },
  };
}

/** Method and path only: headers hold the credentials, and a query string may hold a customer. */
export function summaryOf({ operation, path }: Request): string {
  return `${operation.method} ${path}`;
}

function attemptsOf({ trace }: Request): string {
  return trace.attempts > 1 ? ` after ${trace.attempts} attempts` : '';
}

// A success whose body was lost: a read has been refused its answer, a change is made; what is new has an id that nobody knows.
function lostOutcome({ operation }: Request): Outcome {
  return ({ none: 'rejected', create: 'unknown', change: 'done' } as const)[operation.effect];
}

function failureOutcome(request: Request, { kind, status }: Failure): Outcome {
  if (!request.trace.mayHaveActed) return 'not-sent';
  const headersCame = kind === 'cut' || kind === 'too-large' || kind === 'unreadable';
  return headersCame && status !== undefined && status < 300 ? lostOutcome(request) : 'unknown';
}

function brokenReason({ kind }: Failure, maxBody: number): string | undefined {
  if (kind === 'cut') return 'the body broke off';
  if (kind === 'too-large') return `the body is larger than ${maxBody} bytes (maxBody)`;
  return kind === 'unreadable' ? 'the fetch in use gave no way to read its body: neither a stream nor text() nor arrayBuffer()' : undefined;
}

function connectionReason({ url }: Request, { kind, notSent, cause, status }: Failure, code: string | undefined): string {
  const detail = code === undefined ? '' : ` (${code})`;
  if (kind === 'unreadable') return 'nothing was sent, since the fetch in use gives responses whose bodies cannot be read';
  if (status !== undefined) return `the response with status ${status} broke off${detail}`;
  if (code === 'UND_ERR_INVALID_ARG')
    return `fetch refused its arguments${detail}; an undici dispatcher of another version is the usual reason`;
  const origin = parseUrl(url)?.origin ?? 'the API';
  if (notSent) return `no connection to ${origin}${detail}`;
  return isError(cause) ? `no response from ${origin}${detail}` : 'fetch failed without an Error';
}

function reasonOf({ redirectedTo }: Response, body: unknown, said: string | undefined): string {
  if (redirectedTo !== undefined) return `redirected to ${redirectedTo}`;
  const message = said ?? (typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined);
  return typeof message === 'string' && message !== '' ? message.slice(0, shownReason).replace(/[;.\s]+$/, '') : 'no reason given';
}

function headersOf({ headers }: Response, redact: Redact): Record<string, string> {
  const entries = safeHeaders.map((name): [string, string | null] => [name, headers.get(name)]);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, redact(value)]])));
}
