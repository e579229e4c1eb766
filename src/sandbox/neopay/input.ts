import { explainCreateLinkInput, isCreateLinkInput } from '../../../generated/neopay/validators.js';
import { isObject } from '../../shared/json.js';
import { readJson, type SandboxRequest } from '../core/request.js';
import type { WireInput } from './link.js';

/** Reasons by field, dotted, as the 422 answer carries them. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** The body of a create, or why the document's rules refuse it. What is no JSON object reads as an empty one, as the framework behind the API does it. */
export function readInput(request: SandboxRequest): { readonly input: WireInput } | { readonly errors: FieldErrors } {
  const sent = readJson(request);
  const fields = isObject(sent) ? sent : {};
  if (isCreateLinkInput(fields)) return { input: fields };
  const errors: Record<string, string[]> = Object.create(null);
  for (const { path, message } of explainCreateLinkInput(fields)) (errors[path] ??= []).push(`The ${path} field ${message}.`);
  return { errors };
}

/** All reasons as one response's body, worded as the framework behind the API words it. */
export function describeErrors(errors: FieldErrors): string {
  const reasons = Object.values(errors).flat();
  const more = reasons.length - 1;
  const message = `${reasons[0] ?? 'The given data was invalid.'}${more > 0 ? ` (and ${more} more error${more > 1 ? 's' : ''})` : ''}`;
  return JSON.stringify({ message, errors });
}
