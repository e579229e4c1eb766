/**
 * A client for the NETOPIA Payments API: hosted payments, saved cards, refunds.
 *
 * @module
 */
export { createPaymentsClient } from './netopia/client.js';
export { attemptID, orderOf } from './netopia/attempt-id.js';
export { isPaid, phaseOf } from './netopia/status.js';
export { paidFor } from './netopia/money.js';
export { actionForm } from './netopia/action-form.js';

export type { Authentication, PaymentsClient, SettledOptions } from './netopia/client.js';
export type { Environment, PaymentsClientOptions } from './netopia/options.js';
export type { StartOptions } from './netopia/start.js';
export type { ChargeOptions } from './netopia/charge.js';
export type { RefundInput } from './netopia/refund.js';
export type { Action, Address, Attempt, Order, Payment, PaymentRef, Refund, Started, TokenOrder, Worth } from './netopia/types.js';
export type { PaymentStatus, Phase } from './netopia/status.js';
export type { Drift } from './netopia/response.js';
export type { CallOptions, TransportOptions } from './core/options.js';
export type { Token } from './core/auth.js';
export type { Fetch, FetchInit } from './core/fetch.js';
export type { FetchResponse } from './core/response.js';
// Here an attempt is one at an order.
export type { Attempt as RequestAttempt } from './core/attempts.js';

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
  ServerError,
  TimeoutError,
  ValidationError,
} from './core/errors.js';
export { DriftError, OrderConflictError, OutcomeUnknownError, RefundUnconfirmedError, ResponseError } from './netopia/errors.js';
export { NotificationError } from './netopia/notifications.js';
export type { ApiResponse, ErrorOrigin, Issue, Outcome } from './core/errors.js';
