import type { Action, Status, initialStatus, transitions } from '../../generated/neopay/transitions.js';
import type { components } from '../../generated/neopay/types.js';

/** Where a link stands; `unknown` for a status that this version does not know. */
export type LinkStatus = Status | 'unknown';

/** A link's identifier: the text or the positive integer that an answer gave. */
export type LinkId = string | number;

type WireLink = Known<components['schemas']['PaymentLink']>;

/** What every link has beside its status. */
export interface LinkFields extends Omit<WireLink, 'id' | 'status'> {
  /** NEOPAY's identifier, always as text. */
  readonly id: string;
}

/**
 * A payment link; its type says its status, so an illegal step does not compile.
 *
 * Field names are those on the wire. Members that the document does not name stay on the object; `rawOf` gives the body as it was sent.
 */
export type PaymentLink<S extends LinkStatus = LinkStatus> = S extends LinkStatus ? LinkFields & { readonly status: S } : never;

/** A link just created. */
export type NewLink = PaymentLink<typeof initialStatus>;

/** The statuses from which an action may be taken. */
export type StatusBefore<A extends Action> = (typeof transitions)[A]['from'][number];

/** The status to which an action leads. */
export type StatusAfter<A extends Action> = (typeof transitions)[A]['to'];

/** What a caller may send to create a link; `expired_at` also takes a `Date`, which is sent in UTC since the API names no zone. */
export interface CreateLinkInput extends Readonly<Omit<components['schemas']['CreateLinkInput'], 'expired_at'>> {
  readonly expired_at?: string | Date;
}

type Known<T> = { readonly [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };
