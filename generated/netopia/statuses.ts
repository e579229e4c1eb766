// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

/** The name of each number in a status field, for who needs no more of it. */
export const statusNames = {
  1: 'new',
  2: 'opened',
  3: 'paid',
  4: 'canceled',
  5: 'confirmed',
  6: 'pending',
  7: 'scheduled',
  8: 'credit',
  9: 'chargeback_init',
  10: 'chargeback_accept',
  11: 'error',
  12: 'declined',
  13: 'fraud',
  14: 'pending_auth',
  15: '3d_auth',
  16: 'chargeback_representment',
  17: 'reversed',
  18: 'pending_any',
  19: 'programmed_recurrent_payment',
  20: 'canceled_programmed_recurrent_payment',
  21: 'trial_pending',
  22: 'trial',
  23: 'expired',
} as const;

/** What each number in a status field means. The list is open: another number may come. */
export const statuses = {
  1: { number: 1, name: 'new', phase: 'open', sentence: 'Started; the payer has not paid. An expired card leaves it here too.' },
  2: { number: 2, name: 'opened', phase: 'held', sentence: 'The amount is held on the card and not yet taken.' },
  3: { number: 3, name: 'paid', phase: 'paid', sentence: 'The amount has been taken.' },
  4: { number: 4, name: 'canceled', phase: 'ended', sentence: 'Cancelled before the amount was taken.' },
  5: { number: 5, name: 'confirmed', phase: 'paid', sentence: 'The amount has been taken and confirmed.' },
  6: { number: 6, name: 'pending', phase: 'open', sentence: 'Waiting for an answer from the payer or the bank.' },
  7: { number: 7, name: 'scheduled', phase: 'unclear', sentence: 'Planned for later; a state of older ways to pay.' },
  8: { number: 8, name: 'credit', phase: 'returned', sentence: 'Paid back in part or whole.' },
  9: { number: 9, name: 'chargeback_init', phase: 'disputed', sentence: 'The payer has disputed the payment at the bank.' },
  10: { number: 10, name: 'chargeback_accept', phase: 'disputed', sentence: 'The dispute was decided for the payer.' },
  11: { number: 11, name: 'error', phase: 'failed', sentence: 'Failed; the payer may try again on the same page.' },
  12: { number: 12, name: 'declined', phase: 'failed', sentence: 'The card was declined; the payer may try again on the same page.' },
  13: { number: 13, name: 'fraud', phase: 'open', sentence: 'Under review for fraud; hold the delivery.' },
  14: { number: 14, name: 'pending_auth', phase: 'open', sentence: 'Waiting for the authorisation.' },
  15: { number: 15, name: '3d_auth', phase: 'open', sentence: "The payer's bank wants to see the payer before it pays." },
  16: { number: 16, name: 'chargeback_representment', phase: 'disputed', sentence: 'The dispute is being contested.' },
  17: { number: 17, name: 'reversed', phase: 'unclear', sentence: 'Reversed; what that means for the money is not documented.' },
  18: { number: 18, name: 'pending_any', phase: 'open', sentence: 'Waiting for any answer.' },
  19: { number: 19, name: 'programmed_recurrent_payment', phase: 'unclear', sentence: 'A planned payment of an older kind of recurrence.' },
  20: {
    number: 20,
    name: 'canceled_programmed_recurrent_payment',
    phase: 'unclear',
    sentence: 'A cancelled payment of an older kind of recurrence.',
  },
  21: { number: 21, name: 'trial_pending', phase: 'unclear', sentence: 'A trial of an older kind of recurrence that has not begun.' },
  22: { number: 22, name: 'trial', phase: 'unclear', sentence: 'A trial of an older kind of recurrence.' },
  23: { number: 23, name: 'expired', phase: 'ended', sentence: 'Nobody paid in time.' },
} as const;

type Listed = (typeof statuses)[keyof typeof statuses];

export type StatusNumber = Listed['number'];

export type StatusName = Listed['name'];

export type StatusPhase = Listed['phase'];
