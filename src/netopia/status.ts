import { statusNames, statuses } from '../../generated/netopia/statuses.js';
import type { StatusName, StatusPhase } from '../../generated/netopia/statuses.js';

/** A status by name; `unknown` stands for a number that the document does not name. */
export type PaymentStatus = StatusName | 'unknown';

/**
 * What a status means for the shop: `open` (the payer may still pay), `held` (not yet taken), `paid`, `failed` (may be tried again on the same page), `ended`,
 * `returned` (money went back), `disputed`, `unclear`.
 */
export type Phase = StatusPhase;

const names: Readonly<Record<number, StatusName>> = statusNames;

/** The name of a status' number. */
export function statusOf(number: number): PaymentStatus {
  return names[number] ?? 'unknown';
}

/** What a status means for the shop; `unclear` for one that is not known. No status is final for money. */
export function phaseOf(status: PaymentStatus): Phase {
  return Object.values(statuses).find(({ name }) => name === status)?.phase ?? 'unclear';
}

/** Whether the money was taken: `paid` or `confirmed`, and nothing else. */
export function isPaid<T extends { readonly status: PaymentStatus }>(payment: T): payment is T & { readonly status: 'paid' | 'confirmed' } {
  return payment.status === 'paid' || payment.status === 'confirmed';
}
