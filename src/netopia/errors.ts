import {
  OutcomeUnknownError as AnyOutcomeUnknownError,
  RequestError,
  ResponseError as AnyResponseError,
  nameError,
} from '../core/errors.js';
import type { ErrorOrigin, Issue } from '../core/errors.js';
import { withoutSecrets } from './payment.js';
import type { Payment } from './types.js';

/** The order stands in the way of what was asked: its attempt's id is used up, it has another amount, or an earlier attempt cannot be judged. */
export class OrderConflictError extends RequestError {
  readonly orderID: string;
  readonly attemptID: string | undefined;
  readonly payment: Payment | undefined;

  static {
    nameError(this, 'OrderConflictError');
  }

  constructor(
    message: string,
    found: { orderID: string; attemptID?: string | undefined; payment?: Payment | undefined },
    origin: ErrorOrigin,
  ) {
    super(message, origin);
    this.orderID = found.orderID;
    this.attemptID = found.attemptID;
    this.payment = found.payment && withoutSecrets(found.payment);
  }
}

/** A success status with a response that cannot be used. */
export class ResponseError extends AnyResponseError {
  /** NETOPIA's id of the payment, where the response held one: keep it. */
  readonly ntpID: string | undefined;

  static {
    nameError(this, 'ResponseError', 'netopia.ResponseError');
  }

  constructor(message: string, response: { status: number; text: string; ntpID: string | undefined }, origin: ErrorOrigin) {
    super(message, response, origin);
    this.ntpID = response.ntpID;
  }
}

/** Whether a payment came about, or was paid, could not be learnt; read it later by the attempt's id, and never charge again meanwhile. */
export class OutcomeUnknownError extends AnyOutcomeUnknownError {
  readonly orderID: string;
  readonly attemptID: string;
  readonly ntpID: string | undefined;

  static {
    nameError(this, 'OutcomeUnknownError', 'netopia.OutcomeUnknownError');
  }

  constructor(
    message: string,
    search: { orderID: string; attemptID: string; ntpID?: string | undefined; since: Date },
    origin: ErrorOrigin,
  ) {
    super(message, search.since, origin);
    this.orderID = search.orderID;
    this.attemptID = search.attemptID;
    this.ntpID = search.ntpID;
  }
}

/** The refund was answered with success, but what came with it does not say that money moved; look in NETOPIA's console before refunding again. */
export class RefundUnconfirmedError extends RequestError {
  readonly ntpID: string;
  /** What was to be paid back, in the currency of the start. */
  readonly amount: number;
  readonly payment: Payment | undefined;

  static {
    nameError(this, 'RefundUnconfirmedError');
  }

  constructor(message: string, refund: { ntpID: string; amount: number; payment: Payment | undefined }, origin: ErrorOrigin) {
    super(message, origin);
    this.ntpID = refund.ntpID;
    this.amount = refund.amount;
    this.payment = refund.payment && withoutSecrets(refund.payment);
  }
}

/** With `strict`: the response departs from the document. The payment is here all the same. */
export class DriftError extends RequestError {
  readonly issues: readonly Issue[];
  readonly payment: Payment | undefined;

  static {
    nameError(this, 'DriftError', 'netopia.DriftError');
  }

  constructor(message: string, found: { issues: readonly Issue[]; payment: Payment | undefined }, origin: ErrorOrigin) {
    super(message, origin);
    this.issues = found.issues;
    this.payment = found.payment && withoutSecrets(found.payment);
  }
}
