/**
 * A client for the NEOPAY Payment Links API.
 *
 * @module
 */
export { createLinksClient } from './client.js';
export { rawOf } from './body.js';
export { allowedActions, canTransition, isFinal, planTransition, transitions } from './status.js';

export type { LinksClient } from './links.js';
export type { CallOptions, ClientOptions } from './options.js';
export type { CreateOnceOptions, ReferencedInput } from './create-once.js';
export type { CreateManyOptions, CreateManyResult } from './create-many.js';
export type { RawClient } from './engine.js';
export type { Drift } from './read.js';
export type { Token } from './transport/auth.js';
export type { Fetch } from './transport/fetch.js';
export type { Attempt } from './transport/observe.js';
export type { CreateLinkInput, LinkFields, LinkId, LinkStatus, NewLink, PaymentLink, StatusAfter, StatusBefore } from './types.js';
export type { Action } from '../generated/transitions.js';

export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  DriftError,
  InputError,
  LinksError,
  NotFoundError,
  OutcomeUnknownError,
  PermissionError,
  RateLimitError,
  ReferenceConflictError,
  ResponseError,
  ServerError,
  TimeoutError,
  TransitionError,
  ValidationError,
} from './errors.js';
export type { ApiAnswer, ErrorOrigin, Issue, Outcome } from './errors.js';
