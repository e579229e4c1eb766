/** RON for one unit of each currency that a payment may be started with. The rates are ours: 68.70 EUR were notified as 361.78 RON in 2026. */
const rates: ReadonlyMap<string, number> = new Map([
  ['RON', 1],
  ['EUR', 5.2661],
  ['USD', 4.5217],
]);

export function isKnownCurrency(currency: string): boolean {
  return rates.has(currency);
}

/** What an amount is settled as, in RON. */
export function toRon(amount: number, currency: string): number {
  return fromCents(Math.round(toCents(amount) * (rates.get(currency) ?? 1)));
}

/** Major units to whole cents, so that sums of them are exact. */
export function toCents(amount: number): number {
  return Math.round(amount * 100);
}

export function fromCents(cents: number): number {
  return cents / 100;
}
