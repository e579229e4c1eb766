import { InputError } from '../core/errors.js';
import type { PaymentLink } from './types.js';

/** The address that a payer opens: a template in which `{slug}` stands for the link's slug, or a function that gives it. */
export type PayUrl = string | ((link: PaymentLink<'published'>) => string);

const placeholder = '{slug}';
const where =
  "the API does not tell the payer's address; open a published link from the dashboard, copy its address and put {slug} where the link's slug stands, such as https://…/{slug}";

/** Why a value cannot lead from a link to its payer's address. */
export function payUrlIssue(payUrl: unknown): string | undefined {
  if (payUrl === undefined || typeof payUrl === 'function') return undefined;
  if (typeof payUrl !== 'string' || !payUrl.includes(placeholder)) return `must be a function, or a template with {slug}: ${where}`;
  return isAddress(payUrl.replaceAll(placeholder, 'slug')) ? undefined : 'must be an absolute address that starts with https:// or http://';
}

/** The address that a payer opens for a published link. */
export function payUrlOf(payUrl: PayUrl | undefined, link: PaymentLink<'published'>): string {
  if (payUrl === undefined) throw refusal('payUrl', `is not among the client's options: ${where}`);
  if (typeof link !== 'object' || link === null) throw refusal('link', 'must be a link, not its id, since the address is made of its slug');
  if (link.status !== 'published') throw refusal('link.status', `is ${String(link.status)}, but only a published link can be paid`);
  if (typeof payUrl === 'function') return addressFrom(payUrl(link));
  if (typeof link.slug !== 'string' || link.slug === '') throw refusal('link.slug', 'is missing, so the address cannot be made');
  return payUrl.replaceAll(placeholder, encodeURIComponent(link.slug));
}

function addressFrom(address: unknown): string {
  if (typeof address === 'string' && isAddress(address)) return address;
  throw refusal('payUrl', 'gave something that is no absolute address');
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^/\s]+/i.test(text);
}

function refusal(path: string, message: string): InputError {
  return new InputError('payUrl', [{ path, message }]);
}
