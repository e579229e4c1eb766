/**
 * A client for the NEOPAY Payment Links API.
 *
 * @module
 */
export { createLinksClient } from './neopay/client.js';
export { rawOf } from './neopay/response.js';
export { allowedActions, canTransition, isFinal, planTransition, transitions } from './neopay/lifecycle.js';

export type { LinksClient } from './neopay/client.js';
export type { CallOptions, TransportOptions } from './core/options.js';
export type { ClientOptions } from './neopay/options.js';
export type { CreateOnceOptions } from './neopay/create-once.js';
export type { ReferencedInput } from './neopay/reference.js';
export type { PublishOnceOptions } from './neopay/publish-once.js';
export type { CreateManyOptions, CreateManyResult, CreateManyResults } from './neopay/create-many.js';
export type { PayUrl } from './neopay/pay-url.js';
export type { Drift } from './neopay/response.js';
export type { Token } from './core/auth.js';
export type { Fetch, FetchInit } from './core/fetch.js';
export type { FetchResponse } from './core/response.js';
export type { Attempt } from './core/attempts.js';
export type { CreateLinkInput, Link, LinkId, LinkStatus, NewLink, PaymentLink, StatusAfter, StatusBefore } from './neopay/types.js';
export type { Action } from '../generated/neopay/transitions.js';

export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  InputError,
  NotFoundError,
  PaylinksError,
  PermissionError,
  RateLimitError,
  ResponseError,
  ServerError,
  TimeoutError,
  ValidationError,
} from './core/errors.js';
export { DriftError, OutcomeUnknownError, ReferenceConflictError, TransitionError } from './neopay/errors.js';
export type { ApiResponse, ErrorOrigin, Issue, Outcome } from './core/errors.js';
