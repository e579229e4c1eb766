import type { Issue, Outcome } from '../core/errors.js';
import { InputError } from '../core/errors.js';
import { ReferenceConflictError } from './errors.js';
import { prepareInput } from './input.js';
import type { WireInput } from './input.js';
import { isFinal } from './lifecycle.js';
import type { CreateLinkInput, PaymentLink } from './types.js';

/** A create request with the reference that makes it repeatable. */
export type ReferencedInput = CreateLinkInput & { readonly reference: string };

/** A create request for the wire, with the reference by which its link can be found. */
export type Referenced = WireInput & { readonly reference: string };

/** Checks a create request that must have a reference; servers drop white space around a text, so it is not sent. */
export function prepareReferenced(operation: string, input: ReferencedInput): Referenced {
  const wire = prepareInput(operation, input, ['product', 'reference']);
  if (!isReferenced(wire)) throw new InputError(operation, [{ path: 'reference', message: 'is required and must not be empty' }]);
  return wire;
}

function isReferenced(input: WireInput): input is Referenced {
  return Object.hasOwn(input, 'reference') && input.reference !== undefined;
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const deepestEscape = 3;

/** A text as servers leave it: without outer white space, composed, its HTML entities undone; numbers are read as text. */
export function plainText(value: unknown): string {
  let text = value === null || value === undefined ? '' : String(value);
  for (let depth = 0; depth < deepestEscape && text.includes('&'); depth += 1) text = text.replace(entity, undo);
  return text.trim().normalize('NFC');
}

function undo(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

// Narrow columns and binary fractions change what stands behind the cents.
function cents(amount: unknown): number {
  return Math.round(Number(amount) * 100);
}

/** Whether a link, or another request, is for the same product and amount. */
export function agrees(input: WireInput, other: { readonly product: string; readonly amount: number }): boolean {
  return plainText(other.product) === plainText(input.product) && cents(other.amount) === cents(input.amount);
}

/** How a created link differs from what was asked for. */
export function differences(input: WireInput, link: PaymentLink): Issue[] {
  const issues: Issue[] = [];
  const compare = (path: 'product' | 'amount' | 'reference' | 'description' | 'expired_at', reads: (value: unknown) => unknown): void => {
    if (input[path] === undefined || link[path] === input[path] || reads(link[path]) === reads(input[path])) return;
    issues.push({ path, message: `came back as ${JSON.stringify(link[path] ?? null)}, but ${JSON.stringify(input[path])} was asked for` });
  };
  compare('product', plainText);
  compare('amount', cents);
  compare('reference', plainText);
  compare('description', plainText);
  compare('expired_at', moment);
  return issues;
}

// Answers may write a date in another form than requests.
function moment(date: unknown): string {
  return plainText(date).replace('T', ' ').slice(0, 19);
}

/** The link that a reference stands for among all that have it, or `undefined`; a closed one counts only where there is no other. */
export function pick(operation: string, input: Referenced, found: readonly PaymentLink[], outcome: Outcome): PaymentLink | undefined {
  if (found.length === 0) return undefined;
  const open = found.filter(({ status }) => !isFinal(status));
  const [link, ...others] = open.length > 0 ? open : found.filter((closed) => agrees(input, closed)).slice(0, 1);
  if (link !== undefined && others.length === 0 && agrees(input, link)) return link;
  throw conflict(operation, input.reference, open.length > 0 ? open : found, outcome);
}

/** The error for a reference that is on another link, or on several. */
export function conflict(operation: string, reference: string, links: readonly PaymentLink[], outcome: Outcome): ReferenceConflictError {
  const what = links.length > 1 ? `${links.length} links have it` : 'a link with another product or amount has it';
  const message = `${operation} failed: reference ${JSON.stringify(reference)} is taken, ${what}; see this error's links`;
  return new ReferenceConflictError(message, { reference, links }, { operation, outcome });
}
