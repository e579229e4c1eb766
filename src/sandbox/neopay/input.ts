import { explainCreateLinkInput, isCreateLinkInput } from '../../../generated/neopay/validators.js';
import { isObject } from '../../shared/json.js';
import { readJson, type SandboxRequest } from '../core/request.js';
import type { WireInput } from './link.js';

/** Reasons by field, dotted, as the 422 response carries them. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** The body of a create, or why it is refused: by the document's rules, read as the framework behind the API reads it. */
export function readInput(request: SandboxRequest): { readonly input: WireInput } | { readonly errors: FieldErrors } {
  const errors: Record<string, string[]> = Object.create(null);
  const refuse = (path: string, reason: string): void => void (errors[path] ??= []).push(`The ${path} field ${reason}.`);
  const fields = readFields(request, (path) => refuse(path, 'must be text: it holds half of a surrogate pair'));
  if (Object.keys(errors).length > 0) return { errors };
  if (isCreateLinkInput(fields)) return { input: fields };
  for (const { path, message } of explainCreateLinkInput(fields)) refuse(path, message);
  return { errors };
}

// PHP reads no deeper JSON.
const deepest = 512;

/** What was sent, as the framework hands it on: strings trimmed, empty ones and null as if they had not been sent. What is no JSON object reads as an empty one. */
function readFields(request: SandboxRequest, onBroken: (path: string) => void): object {
  const sent = readJson(request);
  if (!isObject(sent)) return {};
  try {
    return Object(tidy(sent, '', 1, onBroken));
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

function tidy(value: unknown, path: string, depth: number, onBroken: (path: string) => void): unknown {
  if (depth > deepest) throw new RangeError('Too deep.');
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) onBroken(path);
    return trim(value) || undefined;
  }
  if (Array.isArray(value)) return value.map((item, index) => tidy(item, `${path}.${index}`, depth + 1, onBroken));
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const prefix = path === '' ? '' : `${path}.`;
  const members = Object.entries(value).map(([name, item]) => [name, tidy(item, prefix + name, depth + 1, onBroken)] as const);
  return Object.fromEntries(members.filter(([, item]) => item !== undefined));
}

const blank = /[\s\ufeff\u200b\u200e]/;

/** Without outer white space, in the framework's sense. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** All reasons as one response's body, worded as the framework behind the API words it. */
export function describeErrors(errors: FieldErrors): string {
  const reasons = Object.values(errors).flat();
  const more = reasons.length - 1;
  const message = `${reasons[0] ?? 'The given data was invalid.'}${more > 0 ? ` (and ${more} more error${more > 1 ? 's' : ''})` : ''}`;
  return JSON.stringify({ message, errors });
}
