import type { ErrorOrigin } from './errors.js';
import { isError } from './failure.js';
import type { Failure } from './failure.js';
import type { Answer, Call } from './request.js';

const shownReason = 200;

/** Method and path only: headers hold the keys, and a query string may hold a customer. */
export function summary(call: Call): string {
  return `${call.method} ${call.path}`;
}

/** How many attempts were made, where it was more than one. */
export function tries({ trace }: Call): string {
  return trace.attempts > 1 ? ` after ${trace.attempts} attempts` : '';
}

/** Why there was no answer. */
export function connectionReason({ notSent, cause, status }: Failure, code: string | undefined): string {
  const detail = code === undefined ? '' : ` (${code})`;
  if (status !== undefined) return `the answer with status ${status} broke off${detail}`;
  if (code === 'UND_ERR_INVALID_ARG')
    return `fetch refused its arguments${detail}; an undici dispatcher of another version is the usual reason`;
  if (notSent) return `no connection${detail}`;
  return isError(cause) ? `no answer${detail}` : 'fetch failed without an Error';
}

/** What to do before the call is made again. */
export function advice(call: Call, { outcome: known }: ErrorOrigin): string {
  if (call.repeatable) return 'it only reads, so it may be repeated';
  if (known === 'not-sent') return 'the server cannot have acted, so it may be repeated';
  if (known === 'done') return 'the server acted; read the link before going on';
  return call.method === 'POST'
    ? 'the link may exist; look its reference up before creating it again'
    : 'the server may have acted; read the link before repeating it';
}

/** What a caller can do about a status that is no success. */
export function hintFor(call: Call, { status, redirectedTo }: Answer, origin: ErrorOrigin): string {
  if (redirectedTo !== undefined) return 'redirects are never followed, since the keys would travel along; check baseUrl';
  if (status === 401) return 'check appKey (the Application ID) and token, which are easily swapped';
  if (status === 403) return 'check the IP and domain restrictions of the Application';
  if (status === 404) return 'check the id, and that it belongs to the Application of this key';
  if (status === 409) return 'read the link to learn its state before going on';
  if (status === 429) return 'nothing was processed; wait before trying again';
  if (status >= 500 || status === 408 || status < 400) return advice(call, origin);
  return 'correct the request before repeating it';
}

/** The reason that an answer gives. */
export function reasonOf({ redirectedTo }: Answer, body: unknown): string {
  if (redirectedTo !== undefined) return `redirected to ${redirectedTo}`;
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' && message !== '' ? message.slice(0, shownReason).replace(/[;.\s]+$/, '') : 'no reason given';
}
