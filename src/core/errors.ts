import { excerpt } from './excerpt.js';

/** One thing that is wrong, and where: a path with dots, empty for the whole. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/**
 * What the server may have done: `not-sent` it cannot have acted, `rejected` it refused, `unknown` it may have acted, `done` it acted but its response was unusable.
 */
export type Outcome = 'not-sent' | 'rejected' | 'unknown' | 'done';

/** Where an error comes from and what it means for the server's state. */
export interface ErrorOrigin {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly cause?: unknown;
}

const brand = Symbol.for('paylinks.error');
const deepestCause = 5;

/**
 * Names an error class, so that its instances are recognised across two copies of the package and both module formats, and keep the name in a minified file.
 * Each class calls it once; `id` tells classes of one name apart.
 */
export function nameError(errorClass: { readonly prototype: PaylinksError }, name: string, id = name): void {
  Object.defineProperties(errorClass.prototype, { name: { value: name, configurable: true, writable: true }, [brand]: { value: id } });
}

function brandsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.getOwnPropertyDescriptor(value, brand)?.value as unknown;
  return [...(own === undefined ? [] : [own]), ...brandsOf(Object.getPrototypeOf(value))];
}

/** Base of every error that a client throws. */
export class PaylinksError extends Error {
  /** The operation's id in the document, or the function that refused its arguments. */
  readonly operation: string;
  /** What the server may have done. */
  readonly outcome: Outcome;

  static {
    nameError(this, 'PaylinksError');
  }

  constructor(message: string, origin: ErrorOrigin) {
    super(message, origin.cause === undefined ? undefined : { cause: origin.cause });
    this.operation = origin.operation;
    this.outcome = origin.outcome;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (Object.prototype.isPrototypeOf.call(this.prototype, Object(value))) return true;
    return Object.hasOwn(this.prototype, brand) && brandsOf(value).includes(brandsOf(this.prototype)[0]);
  }

  /** What loggers write: name, message and every member, without secrets, in at most 64 KiB of JSON. */
  toJSON(): unknown {
    return excerpt(described(this, 0));
  }
}

// The cause of a foreign error may hold anything, so only what says what it was is shown.
function described(error: Error, depth: number): object {
  const { name, message, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const members = error instanceof PaylinksError ? error : { code };
  const shown = cause instanceof Error && depth < deepestCause ? { cause: described(cause, depth + 1) } : {};
  return { name, message, ...members, ...shown };
}

/** Arguments or options that cannot work; nothing was sent. */
export class InputError extends PaylinksError {
  readonly issues: readonly Issue[];

  static {
    nameError(this, 'InputError');
  }

  constructor(operation: string, issues: readonly Issue[], cause?: unknown) {
    const list = issues.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; ');
    super(`${operation} refused its input: ${list}`, { operation, outcome: 'not-sent', cause });
    this.issues = issues;
  }
}

/** What an `ApiError` tells of the response. */
export interface ApiResponse {
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfter: number | undefined;
}

/** The API responded with a status that is no success. */
export class ApiError extends PaylinksError {
  readonly status: number;
  /** The response's JSON, or its text where it is none, cut at 64 KiB and 32 levels; credentials in it are redacted. */
  readonly body: unknown;
  readonly requestId: string | null;
  /** The response's headers that are known to hold no secret, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds the server asked to wait, if it did. */
  readonly retryAfter: number | undefined;

  static {
    nameError(this, 'ApiError');
  }

  constructor(message: string, response: ApiResponse, origin: ErrorOrigin) {
    super(message, origin);
    this.status = response.status;
    this.body = excerpt(response.body);
    this.requestId = response.requestId;
    this.headers = response.headers;
    this.retryAfter = response.retryAfter;
  }
}

/** 401: a credential is missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  static {
    nameError(this, 'AuthenticationError');
  }
}

/** 403: the credentials may not do this, often because of an IP or domain restriction. */
export class PermissionError extends ApiError {
  static {
    nameError(this, 'PermissionError');
  }
}

/** 404: nothing that belongs to these credentials has the id. */
export class NotFoundError extends ApiError {
  static {
    nameError(this, 'NotFoundError');
  }
}

/** 409: the state of things forbids the request. */
export class ConflictError extends ApiError {
  static {
    nameError(this, 'ConflictError');
  }
}

/** 422: the server found the body at fault. */
export class ValidationError extends ApiError {
  /** The server's reasons by field, nested fields written with dots. */
  readonly fields: Readonly<Record<string, readonly string[]>>;

  static {
    nameError(this, 'ValidationError');
  }

  constructor(message: string, response: ApiResponse, origin: ErrorOrigin) {
    super(message, response, origin);
    this.fields = fieldsOf(this.body);
  }
}

/** 429: too many requests; `retryAfter` says when to come back. */
export class RateLimitError extends ApiError {
  static {
    nameError(this, 'RateLimitError');
  }
}

/** 5xx: the server failed; it may have acted all the same. */
export class ServerError extends ApiError {
  static {
    nameError(this, 'ServerError');
  }
}

/** No response came: refused, reset, unresolved, or the `fetch` in use failed. */
export class ConnectionError extends PaylinksError {
  /** The runtime's code, such as `ECONNREFUSED`, where it gives one. */
  readonly code: string | undefined;

  static {
    nameError(this, 'ConnectionError');
  }

  constructor(message: string, code: string | undefined, origin: ErrorOrigin) {
    super(message, origin);
    this.code = code;
  }
}

/** Time ran out: `timeout` for one attempt, `deadline` for the whole call. */
export class TimeoutError extends PaylinksError {
  readonly limit: 'timeout' | 'deadline';

  static {
    nameError(this, 'TimeoutError');
  }

  constructor(message: string, limit: 'timeout' | 'deadline', origin: ErrorOrigin) {
    super(message, origin);
    this.limit = limit;
  }
}

/** A success status with a response that cannot be used. */
export class ResponseError extends PaylinksError {
  readonly status: number;
  /** The first 500 characters of the body; credentials in it are redacted. */
  readonly text: string;

  static {
    nameError(this, 'ResponseError');
  }

  constructor(message: string, response: { status: number; text: string }, origin: ErrorOrigin) {
    super(message, origin);
    this.status = response.status;
    this.text = response.text;
  }
}

/** Whether a request took effect could not be learnt. */
export class OutcomeUnknownError extends PaylinksError {
  /** When the request whose outcome is unknown was sent. */
  readonly since: Date;

  static {
    nameError(this, 'OutcomeUnknownError');
  }

  constructor(message: string, since: Date, origin: ErrorOrigin) {
    super(message, origin);
    this.since = since;
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
