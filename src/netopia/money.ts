import type { Payment, Worth } from './types.js';

/** Above 0 and up to 100000 with at most two decimals, in major units. */
const decimals = /^(?:0|[1-9]\d{0,5})(?:\.\d{1,2})?$/;
const largest = 100_000;

/** The number that an amount stands for, or why it cannot be one. */
export function readAmount(amount: unknown): number | string {
  const text = typeof amount === 'number' ? String(amount) : amount;
  if (typeof text !== 'string') return 'must be a number or decimal text in major units, such as 350.41 or "350.41"';
  if (!decimals.test(text)) return `must have at most two decimals and no sign or exponent, such as 350.41${suggestion(amount)}`;
  const value = Number(text);
  return value > 0 && value <= largest ? value : `must be above 0 and at most ${largest} in major units of the currency`;
}

// Sums of floating-point numbers miss the cent by a hair.
function suggestion(amount: unknown): string {
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return '';
  const near = Math.round(amount * 100) / 100;
  return near > 0 && Math.abs(near - amount) < 1e-6 ? `; did you mean ${near}?` : '';
}

/** Whether two amounts are the same to the cent. */
export function isSameAmount(one: number, other: number): boolean {
  return Math.round(one * 100) === Math.round(other * 100);
}

/**
 * Whether the payment is about what the order costs: `same`; `other-currency` when NETOPIA settled it in another currency, so that the amounts tell nothing;
 * or `different`.
 */
export function paidFor(
  order: Worth,
  payment: Pick<Payment, 'amount' | 'currency'> | { readonly amount?: number | undefined; readonly currency?: string | undefined },
): 'same' | 'other-currency' | 'different' {
  if (payment.currency !== undefined && payment.currency !== order.currency) return 'other-currency';
  const amount = Number(order.amount);
  return payment.currency === order.currency && payment.amount !== undefined && isSameAmount(amount, payment.amount) ? 'same' : 'different';
}
