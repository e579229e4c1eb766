import { hasId, isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';

/** What an answer that lists links holds. */
export interface Listing {
  readonly items: readonly unknown[];
  /** The address of the next page. */
  readonly next: string | undefined;
  /** Whether more is said to follow, but not where. */
  readonly short: boolean;
}

const wrappers = ['data', 'links', 'payment_links'];
const deepestWrapper = 3;

/** Finds the list in an answer, bare or wrapped, and what stands beside it; `undefined` when there is none. */
export function listingOf(body: unknown): Listing | undefined {
  const items = itemsOf(body, 0);
  if (items === undefined) return undefined;
  const around = envelopes(body, 0);
  const next = around.map(nextOf).find((address) => address !== undefined);
  return { items, next, short: next === undefined && around.some(hasMore) };
}

function itemsOf(body: unknown, depth: number): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  if (!isObject(body) || depth > deepestWrapper) return undefined;
  if (hasId(body)) return [body];
  for (const key of wrappers) {
    const items = itemsOf(body[key], depth + 1);
    if (items !== undefined) return items;
  }
  return undefined;
}

// What tells of the next page stands beside the items, however deep those are wrapped.
function envelopes(body: unknown, depth: number): Json[] {
  if (!isObject(body) || depth > deepestWrapper || hasId(body)) return [];
  return [body, ...wrappers.flatMap((key) => envelopes(body[key], depth + 1))];
}

function nextOf({ links, next_page_url: flat }: Json): string | undefined {
  const addresses = [isObject(links) && links['next'], flat];
  return addresses.find((address): address is string => typeof address === 'string' && address !== '');
}

function hasMore(envelope: Json): boolean {
  const { current_page: current, last_page: last } = isObject(envelope['meta']) ? envelope['meta'] : envelope;
  return typeof current === 'number' && typeof last === 'number' && current < last;
}
