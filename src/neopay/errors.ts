import type { Action } from '../../generated/neopay/transitions.js';
import { OutcomeUnknownError as AnyOutcomeUnknownError, RequestError, nameError } from '../core/errors.js';
import type { ErrorOrigin, Issue } from '../core/errors.js';
import type { LinkStatus, PaymentLink } from './types.js';

/** The link's status does not allow the action. */
export class TransitionError extends RequestError {
  /** The status the link has. */
  readonly from: LinkStatus;
  readonly action: Action | 'ensure';
  /** The actions that its status allows. */
  readonly allowed: readonly Action[];

  static {
    nameError(this, 'TransitionError');
  }

  constructor(message: string, state: { from: LinkStatus; action: Action | 'ensure'; allowed: readonly Action[] }, origin: ErrorOrigin) {
    super(message, origin);
    this.from = state.from;
    this.action = state.action;
    this.allowed = state.allowed;
  }
}

/** `createOnce` could not learn whether the link exists; call it again with the same reference to go on looking. */
export class OutcomeUnknownError extends AnyOutcomeUnknownError {
  readonly reference: string;

  static {
    nameError(this, 'OutcomeUnknownError', 'neopay.OutcomeUnknownError');
  }

  constructor(message: string, search: { reference: string; since: Date }, origin: ErrorOrigin) {
    super(message, search.since, origin);
    this.reference = search.reference;
  }
}

/** `createOnce` found the reference on a link with another product or amount, or on several links. */
export class ReferenceConflictError extends RequestError {
  readonly reference: string;
  readonly links: readonly PaymentLink[];

  static {
    nameError(this, 'ReferenceConflictError');
  }

  constructor(message: string, found: { reference: string; links: readonly PaymentLink[] }, origin: ErrorOrigin) {
    super(message, origin);
    this.reference = found.reference;
    this.links = found.links;
  }
}

/** With `strict`: the response departs from the document. The link is here all the same. */
export class DriftError extends RequestError {
  readonly issues: readonly Issue[];
  readonly link: PaymentLink;

  static {
    nameError(this, 'DriftError');
  }

  constructor(message: string, found: { issues: readonly Issue[]; link: PaymentLink }, origin: ErrorOrigin) {
    super(message, origin);
    this.issues = found.issues;
    this.link = found.link;
  }
}
