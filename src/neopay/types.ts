import type { Action, Status, initialStatus, transitions } from '../../generated/neopay/transitions.js';
import type { components } from '../../generated/neopay/types.js';

/** Where a link stands; `unknown` for a status that this version does not know. */
export type LinkStatus = Status | 'unknown';

/** A link's identifier: the text or the positive integer that an answer gave. */
export type LinkId = string | number;

type WireLink = Known<components['schemas']['PaymentLink']>;

/**
 * A payment link in one status, so that an illegal step does not compile.
 *
 * Field names are those on the wire. Members that the document does not name stay on the object; `rawOf` gives the body as it was sent.
 */
export interface Link<S extends LinkStatus = LinkStatus> extends Omit<WireLink, 'id' | 'status'> {
  /** NEOPAY's identifier, always as text. */
  readonly id: string;
  /** Where the link stands; `unknown` for a status that this version does not know. */
  readonly status: S;
}

/** A payment link in any of the statuses; asking its `status` narrows it. */
export type PaymentLink<S extends LinkStatus = LinkStatus> = S extends LinkStatus ? Link<S> : never;

/** A link just created. */
export type NewLink = PaymentLink<typeof initialStatus>;

/** The statuses from which an action may be taken. */
export type StatusBefore<A extends Action> = (typeof transitions)[A]['from'][number];

/** The status to which an action leads. */
export type StatusAfter<A extends Action> = (typeof transitions)[A]['to'];

/** What a caller may send to create a link. */
export interface CreateLinkInput extends Given<Omit<components['schemas']['CreateLinkInput'], 'expired_at'>> {
  /**
   * When the link expires: text as `YYYY-MM-DD HH:MM:SS`, or a `Date`, which is sent in UTC since the API names no zone. It must be to come.
   *
   * @example 2030-01-31 18:00:00
   */
  readonly expired_at?: string | Date | undefined;
}

type Known<T> = { readonly [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };

// What may be left out may also be given as `undefined`, as parsed and spread objects have it.
type Given<T> = { readonly [K in keyof T]: GivenValue<T[K]> | (object extends Pick<T, K> ? undefined : never) };
type GivenValue<V> = V extends object ? Given<V> : V;
