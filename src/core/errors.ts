import type { Action } from '../../generated/neopay/transitions.js';
import type { Issue } from '../../generated/neopay/validators.js';
import type { LinkStatus, PaymentLink } from '../neopay/types.js';

export type { Issue };

/**
 * What the server may have done: `not-sent` it cannot have acted, `rejected` it refused, `unknown` it may have acted, `done` it acted but its answer was unusable.
 */
export type Outcome = 'not-sent' | 'rejected' | 'unknown' | 'done';

/** Where an error comes from and what it means for the server's state. */
export interface ErrorOrigin {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly cause?: unknown;
}

/** Base of every error that a client throws. */
export class LinksError extends Error {
  override readonly name: string = 'LinksError';
  /** The operation's id in the document, or the function that refused its arguments. */
  readonly operation: string;
  /** What the server may have done. */
  readonly outcome: Outcome;

  constructor(message: string, origin: ErrorOrigin) {
    super(message, origin.cause === undefined ? undefined : { cause: origin.cause });
    this.operation = origin.operation;
    this.outcome = origin.outcome;
  }
}

/** Arguments or options that cannot work; nothing was sent. */
export class InputError extends LinksError {
  override readonly name: string = 'InputError';
  readonly issues: readonly Issue[];

  constructor(operation: string, issues: readonly Issue[], cause?: unknown) {
    const list = issues.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; ');
    super(`${operation} refused its input: ${list}`, { operation, outcome: 'not-sent', cause });
    this.issues = issues;
  }
}

/** The link's status does not allow the action. */
export class TransitionError extends LinksError {
  override readonly name: string = 'TransitionError';
  /** The status the link has. */
  readonly from: LinkStatus;
  readonly action: Action | 'ensure';
  /** The actions that its status allows. */
  readonly allowed: readonly Action[];

  constructor(message: string, state: { from: LinkStatus; action: Action | 'ensure'; allowed: readonly Action[] }, origin: ErrorOrigin) {
    super(message, origin);
    this.from = state.from;
    this.action = state.action;
    this.allowed = state.allowed;
  }
}

/** What an `ApiError` tells of the answer. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfter: number | undefined;
}

/** The API answered with a status that is no success. */
export class ApiError extends LinksError {
  override readonly name: string = 'ApiError';
  readonly status: number;
  /** The answer's JSON, or its text where it is none; credentials in it are blotted out. */
  readonly body: unknown;
  readonly requestId: string | null;
  /** The answer's headers that are known to hold no secret, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds the server asked to wait, if it did. */
  readonly retryAfter: number | undefined;

  constructor(message: string, answer: ApiAnswer, origin: ErrorOrigin) {
    super(message, origin);
    this.status = answer.status;
    this.body = answer.body;
    this.requestId = answer.requestId;
    this.headers = answer.headers;
    this.retryAfter = answer.retryAfter;
  }
}

/** 401: a credential is missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  override readonly name: string = 'AuthenticationError';
}

/** 403: the Application may not do this, often because of an IP or domain restriction. */
export class PermissionError extends ApiError {
  override readonly name: string = 'PermissionError';
}

/** 404: no link of this Application has the id. */
export class NotFoundError extends ApiError {
  override readonly name: string = 'NotFoundError';
}

/** 409: the link's state forbids the request. */
export class ConflictError extends ApiError {
  override readonly name: string = 'ConflictError';
}

/** 422: the server found the body at fault. */
export class ValidationError extends ApiError {
  override readonly name: string = 'ValidationError';
  /** The server's reasons by field, nested fields written with dots. */
  readonly fields: Readonly<Record<string, readonly string[]>>;

  constructor(message: string, answer: ApiAnswer, origin: ErrorOrigin) {
    super(message, answer, origin);
    this.fields = fieldsOf(answer.body);
  }
}

/** 429: too many requests; `retryAfter` says when to come back. */
export class RateLimitError extends ApiError {
  override readonly name: string = 'RateLimitError';
}

/** 5xx: the server failed; after a create or a transition it may have acted all the same. */
export class ServerError extends ApiError {
  override readonly name: string = 'ServerError';
}

/** No answer came: refused, reset, unresolved, or the `fetch` in use failed. */
export class ConnectionError extends LinksError {
  override readonly name: string = 'ConnectionError';
  /** The runtime's code, such as `ECONNREFUSED`, where it gives one. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined, origin: ErrorOrigin) {
    super(message, origin);
    this.code = code;
  }
}

/** Time ran out: `timeout` for one attempt, `deadline` for the whole call. */
export class TimeoutError extends LinksError {
  override readonly name: string = 'TimeoutError';
  readonly limit: 'timeout' | 'deadline';

  constructor(message: string, limit: 'timeout' | 'deadline', origin: ErrorOrigin) {
    super(message, origin);
    this.limit = limit;
  }
}

/** A success status with an answer that cannot be used. */
export class ResponseError extends LinksError {
  override readonly name: string = 'ResponseError';
  readonly status: number;
  /** The first 500 characters of the body; credentials in it are blotted out. */
  readonly text: string;

  constructor(message: string, answer: { status: number; text: string }, origin: ErrorOrigin) {
    super(message, origin);
    this.status = answer.status;
    this.text = answer.text;
  }
}

/** `createOnce` could not learn whether the link exists; call it again with the same reference to go on looking. */
export class OutcomeUnknownError extends LinksError {
  override readonly name: string = 'OutcomeUnknownError';
  readonly reference: string;
  /** When the request whose outcome is unknown was sent. */
  readonly since: Date;

  constructor(message: string, search: { reference: string; since: Date }, origin: ErrorOrigin) {
    super(message, origin);
    this.reference = search.reference;
    this.since = search.since;
  }
}

/** `createOnce` found the reference on a link with another product or amount, or on several links. */
export class ReferenceConflictError extends LinksError {
  override readonly name: string = 'ReferenceConflictError';
  readonly reference: string;
  readonly links: readonly PaymentLink[];

  constructor(message: string, found: { reference: string; links: readonly PaymentLink[] }, origin: ErrorOrigin) {
    super(message, origin);
    this.reference = found.reference;
    this.links = found.links;
  }
}

/** With `strict`: the answer departs from the document. The link is here all the same. */
export class DriftError extends LinksError {
  override readonly name: string = 'DriftError';
  readonly issues: readonly Issue[];
  readonly link: PaymentLink;

  constructor(message: string, found: { issues: readonly Issue[]; link: PaymentLink }, origin: ErrorOrigin) {
    super(message, origin);
    this.issues = found.issues;
    this.link = found.link;
  }
}

const byStatus = new Map<number, typeof ApiError>([
  [401, AuthenticationError],
  [403, PermissionError],
  [404, NotFoundError],
  [409, ConflictError],
  [422, ValidationError],
  [429, RateLimitError],
]);

/** The class for a status that is no success. */
export function apiErrorClass(status: number): typeof ApiError {
  return byStatus.get(status) ?? (status >= 500 ? ServerError : ApiError);
}

function fieldsOf(body: unknown): Record<string, readonly string[]> {
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
  if (typeof errors !== 'object' || errors === null) return {};
  const entries = Object.entries(errors).map(([field, reasons]) => [field, (Array.isArray(reasons) ? reasons : [reasons]).map(textOf)]);
  return Object.fromEntries(entries);
}

function textOf(reason: unknown): string {
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}
