import type { LinkRecord } from '../link.js';

/** When a link expires, in milliseconds; `undefined` when it does not, or at no time that can be read. The API names no zone: UTC is assumed. */
export function expiryOf({ link }: LinkRecord): number | undefined {
  if (!link.settings?.expirationDate || typeof link.expired_at !== 'string') return undefined;
  const time = Date.parse(`${link.expired_at.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether that time has come. */
export function isExpired(record: LinkRecord, now: number): boolean {
  const expiry = expiryOf(record);
  return expiry !== undefined && expiry <= now;
}

/** An amount with its currency, for people. */
export function formatAmount({ amount, currency = 'EUR' }: LinkRecord['link']): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
}

/** A time for people, in UTC. */
export function formatTime(time: number): string {
  return `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(time)} UTC`;
}
