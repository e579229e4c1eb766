import type { Engine } from '../core/transport.js';
import type { Outcome, PaylinksError } from '../core/errors.js';
import { OutcomeUnknownError, ReferenceConflictError } from './errors.js';
import type { WireInput } from './input.js';
import { readList } from './list.js';
import type { Scope } from '../core/layer.js';
import type { PaymentLink } from './types.js';

/** A create request that carries the reference by which its link can be found. */
export type Referenced = WireInput & { readonly reference: string };

const operation = 'createOnce';

/** The link with the reference, or `undefined` once the whole list was read without one. */
export async function lookUp(engine: Engine, input: Referenced, scope: Scope, outcome: Outcome): Promise<PaymentLink | undefined> {
  const found = new Map<string, PaymentLink>();
  const special = { once: outcome === 'unknown' };
  for await (const links of readList(engine, { scope: () => scope, special, quiet: true })) {
    for (const link of links) if (link.reference === input.reference) found.set(link.id, link);
  }
  const [link, ...others] = found.values();
  if (link === undefined) return undefined;
  if (others.length > 0 || !matches(input, link)) throw conflict(input.reference, [link, ...others], outcome);
  return link;
}

/** The link, when it is what the input asks for. */
export function agreed(input: Referenced, link: PaymentLink): PaymentLink {
  if (!matches(input, link)) throw conflict(input.reference, [link], 'not-sent');
  return link;
}

/** Whether product and amount are those of the input; answers may write the amount as text. */
export function matches(input: Referenced, other: { readonly product: string; readonly amount: number }): boolean {
  return other.product === input.product && Number(other.amount) === input.amount;
}

/** Whether the input has a reference to find its link by. */
export function isReferenced(input: WireInput): input is Referenced {
  return typeof input.reference === 'string' && input.reference.trim() !== '';
}

/** The error for a reference that is on another link, or on several. */
export function conflict(reference: string, links: readonly PaymentLink[], outcome: Outcome): ReferenceConflictError {
  const what = links.length > 1 ? `${links.length} links have it` : 'a link with another product or amount has it';
  const message = `${operation} failed: reference ${JSON.stringify(reference)} is taken, ${what}; see this error's links`;
  return new ReferenceConflictError(message, { reference, links }, { operation, outcome });
}

/** The error for a search that found nothing. */
export function unknownOutcome(reference: string, since: Date, cause: PaylinksError | undefined): OutcomeUnknownError {
  const message = `${operation} failed: whether a link with reference ${JSON.stringify(reference)} exists is not known; call it again with the same reference to go on looking`;
  return new OutcomeUnknownError(message, { reference, since }, { operation, outcome: 'unknown', cause });
}
