import { listLinks } from '../../generated/neopay/client.js';
import type { Answered, Engine, Special } from '../core/transport.js';
import type { Scope } from '../core/layer.js';
import { hasId, isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import type { PaymentLink } from './types.js';

/** How the pages of a list are read. */
export interface PagesOptions {
  /** Gives the limits for the next request. */
  readonly scope: () => Scope;
  readonly special?: Special;
  /** Whether departures from the document are left untold. */
  readonly quiet?: boolean;
}

/** The list, page after page; ends only where the server says so. A next page elsewhere, or one already read, is a `ResponseError`. */
export async function* readPages(
  engine: Engine,
  { scope, special, quiet }: PagesOptions,
): AsyncGenerator<readonly PaymentLink[], void, undefined> {
  let answered = await engine.ask('listLinks', scope(), (via) => listLinks(engine.own, via), special);
  const visited = new Set([answered.call.url]);
  for (;;) {
    const { links, next, short } = engine.reader.page(answered.answer, answered.call, quiet);
    yield links;
    if (short) throw engine.unusable(answered, 'it says that more pages follow, but not where');
    if (next === undefined) return;
    const url = nextAddress(engine, answered, next, visited);
    answered = await engine.follow('listLinks', scope(), url, special);
  }
}

function nextAddress(engine: Engine, answered: Answered, next: string, visited: Set<string>): string {
  const { url: current } = answered.call;
  const address = URL.canParse(next, current) ? new URL(next, current) : undefined;
  if (address?.origin !== new URL(current).origin)
    throw engine.unusable(answered, 'its next page is on another origin, where the keys must not go');
  address.hash = '';
  const { href } = address;
  if (visited.has(href)) throw engine.unusable(answered, 'its next page is one that was read already');
  visited.add(href);
  return href;
}

/** Every link once, page after page; each request has the full limits of a call. */
export async function* readAll(
  engine: Engine,
  scope: () => Scope,
  signal: AbortSignal | undefined,
): AsyncGenerator<PaymentLink, void, undefined> {
  const seen = new Set<string>();
  for await (const links of readPages(engine, { scope })) {
    for (const link of links) {
      // Links created meanwhile push others onto the next page.
      if (seen.has(link.id)) continue;
      seen.add(link.id);
      if (signal?.aborted) throw signal.reason;
      yield link;
    }
  }
}

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
