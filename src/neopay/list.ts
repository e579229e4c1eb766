import type { Response, Scope, Special } from '../core/request.js';
import { hasId, isObject } from '../shared/json.js';
import { pageOf } from './page.js';
import type { Sign } from './page.js';
import type { LinksTransport } from './transport.js';
import type { PaymentLink } from './types.js';

/** How the pages of a list are read. */
export interface ListOptions {
  /** Gives the limits for the next request. */
  readonly scope: () => Scope;
  readonly special?: Special;
  /** Whether departures from the document are left untold. */
  readonly quiet?: boolean;
}

// A link deleted between two pages moves another one past the reader; a list that keeps shrinking is given up.
const mostReadings = 4;

/** What is known of a list that was read whole. */
export interface Whole {
  /** The server's clock when it sent the first page, by its `Date` header in milliseconds; `undefined` without one. */
  readonly serverTime: number | undefined;
  /** When the first page was asked for, on the clock of `performance.now()`. */
  readonly begunAt: number;
}

/**
 * Every link once, page after page, until the list is known to be whole.
 *
 * Reads the list again when fewer links came than it says there are, or when their number fell meanwhile. Throws `ResponseError` when the list says that
 * more follows, but not where.
 */
export async function* readList(transport: LinksTransport, options: ListOptions): AsyncGenerator<readonly PaymentLink[], Whole, undefined> {
  const seen = new Set<string>();
  for (let reading = 1; ; reading += 1) {
    const begunAt = performance.now();
    const { first, last, missing } = yield* readPages(transport, options, seen);
    if (missing === undefined) return { begunAt, serverTime: dateOf(first) };
    if (reading === mostReadings) throw transport.unusable(last, missing);
  }
}

interface Pass {
  readonly first: Response;
  readonly last: Response;
  /** Why links may have been missed. */
  readonly missing: string | undefined;
}

async function* readPages(
  transport: LinksTransport,
  { scope, special, quiet }: ListOptions,
  seen: Set<string>,
): AsyncGenerator<readonly PaymentLink[], Pass, undefined> {
  const came = seen.size === 0 ? seen : new Set<string>();
  const visited = new Set(['']);
  const first = await transport.send('listLinks', {}, scope(), special);
  let response = first;
  let total: Sign | undefined;
  let fell = false;
  for (;;) {
    const from = response;
    const page = pageOf(transport.reader.body(from), from.headers, from.status, visited.size);
    if (page === undefined) throw transport.unusable(response, 'the body holds no list of links');
    const links: PaymentLink[] = [];
    for (const item of page.items) {
      if (!isObject(item) || !hasId(item)) throw transport.unusable(from, 'a link in the list has no usable id');
      const link = transport.reader.read(item, from, quiet);
      if (came !== seen) came.add(link.id);
      if (seen.has(link.id)) continue;
      seen.add(link.id);
      links.push(link);
    }
    yield links;
    const { next, more } = page;
    if (more !== undefined) throw transport.unusable(response, `its ${more.name} says that more follows, but not where`);
    fell ||= Number(page.total?.value) < Number(total?.value);
    total = page.total ?? total;
    if (next === undefined) {
      const missing = fell ? `its ${total?.name} fell while the pages were read` : shortage(total, came.size);
      return { first, last: response, missing };
    }
    if (visited.has(next)) throw transport.unusable(response, 'its next page is one that was read already');
    visited.add(next);
    response = await transport.send('listLinks', { query: next }, scope(), special);
  }
}

function dateOf({ headers }: Response): number | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function shortage(total: Sign | undefined, came: number): string | undefined {
  return Number(total?.value) > came ? `its ${total?.name} is ${String(total?.value)}, but ${came} different links came` : undefined;
}

/** Every link once, as it comes; each request has the full limits of a call. */
export async function* readAll(
  transport: LinksTransport,
  scope: () => Scope,
  signal: AbortSignal | undefined,
): AsyncGenerator<PaymentLink, void, undefined> {
  for await (const links of readList(transport, { scope })) {
    for (const link of links) {
      if (signal?.aborted) throw signal.reason;
      yield link;
    }
  }
}
