// In the order of their numbers, from 1.
const names = [
  'new',
  'opened',
  'paid',
  'canceled',
  'confirmed',
  'pending',
  'scheduled',
  'credit',
  'chargeback_init',
  'chargeback_accept',
  'error',
  'declined',
  'fraud',
  'pending_auth',
  '3d_auth',
  'chargeback_representment',
  'reversed',
  'pending_any',
  'programmed_recurrent_payment',
  'canceled_programmed_recurrent_payment',
  'trial_pending',
  'trial',
  'expired',
] as const;

/** A status by name; `unknown` stands for a number that the document does not name. */
export type PaymentStatus = (typeof names)[number] | 'unknown';

/** The name of a status' number. */
export function statusOf(number: number): PaymentStatus {
  return names[number - 1] ?? 'unknown';
}
