import { explainCreateLinkInput, isCreateLinkInput } from '../../generated/neopay/validators.js';
import type { WireInput } from './wire.js';

/** Reasons by field, dotted, as the 422 answer carries them. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** The body of a create, or why it is refused: the document's rules, and what it can only say in words. */
export function readInput(fields: object): { readonly input: WireInput } | { readonly errors: FieldErrors } {
  if (isCreateLinkInput(fields)) {
    const errors = explainMeaning(fields);
    return Object.keys(errors).length === 0 ? { input: fields } : { errors };
  }
  const errors: Record<string, string[]> = Object.create(null);
  for (const { path, message } of explainCreateLinkInput(fields)) (errors[path] ??= []).push(`The ${path} field ${message}.`);
  return { errors };
}

/** Rules that a schema cannot state: decimals without rounding errors, and dates that exist. */
function explainMeaning(input: WireInput): FieldErrors {
  const errors: Record<string, string[]> = {};
  if (!/^\d+(\.\d{1,2})?$/.test(String(input.amount))) errors['amount'] = ['The amount field must have 0-2 decimal places.'];
  if (input.expired_at !== undefined && !isDate(input.expired_at)) errors['expired_at'] = ['The expired_at field must be a valid date.'];
  return errors;
}

function isDate(text: string): boolean {
  const iso = `${text.replace(' ', 'T')}.000Z`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString() === iso;
}

/** All reasons as one answer's body, worded as the framework behind the API words it. */
export function describeErrors(errors: FieldErrors): string {
  const reasons = Object.values(errors).flat();
  const more = reasons.length - 1;
  const message = `${reasons[0] ?? 'The given data was invalid.'}${more > 0 ? ` (and ${more} more error${more > 1 ? 's' : ''})` : ''}`;
  return JSON.stringify({ message, errors });
}
