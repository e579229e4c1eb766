import { explainCreateLinkInput, isCreateLinkInput } from '../../generated/neopay/validators.js';
import type { WireInput } from './wire.js';

/** Reasons by field, dotted, as the 422 answer carries them. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** The body of a create, or why it is refused: the document's rules, and what it can only say in words. */
export function readInput(fields: object): { readonly input: WireInput } | { readonly errors: FieldErrors } {
  if (isCreateLinkInput(fields)) return { input: fields };
  const errors: Record<string, string[]> = Object.create(null);
  for (const { path, message } of explainCreateLinkInput(fields)) (errors[path] ??= []).push(`The ${path} field ${message}.`);
  return { errors };
}

/** All reasons as one answer's body, worded as the framework behind the API words it. */
export function describeErrors(errors: FieldErrors): string {
  const reasons = Object.values(errors).flat();
  const more = reasons.length - 1;
  const message = `${reasons[0] ?? 'The given data was invalid.'}${more > 0 ? ` (and ${more} more error${more > 1 ? 's' : ''})` : ''}`;
  return JSON.stringify({ message, errors });
}
