import { excerpt } from './excerpt.js';
import { PaylinksError, nameError } from './paylinks-error.js';
import type { ErrorOrigin } from './paylinks-error.js';

export { InputError, PaylinksError, nameError } from './paylinks-error.js';
export type { ErrorOrigin, Issue, Outcome } from './paylinks-error.js';

/** What errors have in common that may hold what a server said: at most 64 KiB of JSON. */
export class RequestError extends PaylinksError {
  override toJSON(): unknown {
    return excerpt(super.toJSON());
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
export class ApiError extends RequestError {
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
export class ConnectionError extends RequestError {
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
export class TimeoutError extends RequestError {
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
export class ResponseError extends RequestError {
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
export class OutcomeUnknownError extends RequestError {
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
