import { listLinks } from '../../generated/neopay/client.js';
import type { Answered, Engine, Special } from '../core/transport.js';
import type { Scope } from '../core/layer.js';
import { hasId, isObject } from '../shared/json.js';
import { pageOf } from './page.js';
import type { Sign } from './page.js';
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

/**
 * Every link once, page after page, until the list is known to be whole; gives the response that ended it.
 *
 * Reads the list again when fewer links came than it says there are, or when their number fell meanwhile. Throws `ResponseError` when the list says that
 * more follows, but not where.
 */
export async function* readList(engine: Engine, options: ListOptions): AsyncGenerator<readonly PaymentLink[], Answered, undefined> {
  const seen = new Set<string>();
  for (let reading = 1; ; reading += 1) {
    const { missing, answered } = yield* readPages(engine, options, seen);
    if (missing === undefined) return answered;
    if (reading === mostReadings) throw engine.unusable(answered, missing);
  }
}

async function* readPages(
  engine: Engine,
  { scope, special, quiet }: ListOptions,
  seen: Set<string>,
): AsyncGenerator<readonly PaymentLink[], { readonly missing: string | undefined; readonly answered: Answered }, undefined> {
  const came = new Set<string>();
  const visited = new Set(['']);
  let answered = await engine.ask('listLinks', scope(), (via) => listLinks(engine.own, via), special);
  const { url } = answered.call;
  let least = Number.POSITIVE_INFINITY;
  let missing: string | undefined;
  for (;;) {
    const { answer, call } = answered;
    const page = pageOf(engine.reader.body(answer, call), answer.headers, answer.status, visited.size);
    if (page === undefined) throw engine.unusable(answered, 'the body holds no list of links');
    const links = page.items.map((item) => {
      if (!isObject(item) || !hasId(item)) throw engine.unusable(answered, 'a link in the list has no usable id');
      return engine.reader.read(item, call, quiet);
    });
    for (const { id } of links) came.add(id);
    yield links.filter(({ id }) => !seen.has(id) && seen.add(id));
    const { next, total, more } = page;
    if (more !== undefined) throw engine.unusable(answered, `its ${more.name} says that more follows, but not where`);
    if (Number(total?.value) < least) {
      if (least !== Number.POSITIVE_INFINITY) missing = `its ${total?.name} fell while the pages were read`;
      least = Number(total?.value);
    }
    if (next === undefined) return { answered, missing: missing ?? shortage(total, came.size) };
    if (visited.has(next)) throw engine.unusable(answered, 'its next page is one that was read already');
    visited.add(next);
    answered = await engine.follow('listLinks', scope(), `${url}?${next}`, special);
  }
}

function shortage(total: Sign | undefined, came: number): string | undefined {
  return Number(total?.value) > came ? `its ${total?.name} is ${String(total?.value)}, but ${came} different links came` : undefined;
}

/** Every link once, as it comes; each request has the full limits of a call. */
export async function* readAll(
  engine: Engine,
  scope: () => Scope,
  signal: AbortSignal | undefined,
): AsyncGenerator<PaymentLink, void, undefined> {
  for await (const links of readList(engine, { scope })) {
    for (const link of links) {
      if (signal?.aborted) throw signal.reason;
      yield link;
    }
  }
}
