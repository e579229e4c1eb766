import { isPaymentLink } from '../../generated/neopay/validators.js';
import { DriftError } from '../core/errors.js';
import type { Issue } from '../core/errors.js';
import { hasId, isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { listingOf } from './listing.js';
import { departures, normalize } from './normalize.js';
import { unusable } from '../core/outcome.js';
import type { Answer, Call } from '../core/layer.js';
import { notify } from '../core/observe.js';
import type { Scrub } from '../core/scrub.js';
import type { PaymentLink } from './types.js';

/** One way in which an answer departs from the document. */
export interface Drift {
  readonly operation: string;
  /** Where in the link, with dots; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** The link as the client gives it back all the same. */
  readonly link: PaymentLink;
}

/** Reads answers generously: what carries an id becomes a link, and departures are told, not thrown. */
export interface Reader {
  link(answer: Answer, call: Call, quiet?: boolean): PaymentLink;
  /** The links of one answer and the address of the next, `short` when more are said to follow but not where; `quiet` leaves departures untold, for a search among links that nobody asked for. */
  page(
    answer: Answer,
    call: Call,
    quiet?: boolean,
  ): { readonly links: PaymentLink[]; readonly next: string | undefined; readonly short: boolean };
  report(link: PaymentLink, issues: readonly Issue[], call: Call): void;
}

/** Reads answers for one client. */
export function createReader(strict: boolean, onDrift: ((drift: Drift) => unknown) | undefined, scrub: Scrub): Reader {
  const listener = onDrift ?? createWarner();

  function report(link: PaymentLink, issues: readonly Issue[], call: Call): void {
    const clean = issues.map(({ path, message }) => ({ path, message: scrub(message) }));
    if (!strict) return clean.forEach((issue) => notify(listener, { operation: call.operation, ...issue, link }));
    const list = clean.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
    const message = `${call.method} ${call.path} failed: the answer departs from the document: ${list}; the link is in this error's link`;
    throw new DriftError(message, { issues: clean, link }, { operation: call.operation, outcome: call.repeatable ? 'rejected' : 'done' });
  }

  function read(wire: Json, call: Call, quiet = false): PaymentLink {
    const link = normalize(wire);
    if (quiet) return link;
    if (link.status === 'unknown' || !isPaymentLink(wire)) report(link, departures(wire), call);
    return link;
  }

  return {
    report,
    link(answer, call, quiet) {
      const body = parse(answer, call, scrub);
      const inner = isObject(body) && !hasId(body) && isObject(body['data']) ? body['data'] : body;
      if (!isObject(inner)) throw unusable(call, answer, 'the body is no JSON object', scrub);
      if (!hasId(inner)) throw unusable(call, answer, 'the link has no usable id', scrub);
      return read(inner, call, quiet);
    },
    page(answer, call, quiet) {
      const listing = listingOf(parse(answer, call, scrub));
      if (listing === undefined) throw unusable(call, answer, 'the body holds no list of links', scrub);
      const { items, next, short } = listing;
      const links = items.map((item) => {
        if (!isObject(item) || !hasId(item)) throw unusable(call, answer, 'a link in the list has no usable id', scrub);
        return read(item, call, quiet);
      });
      return { links, next, short };
    },
  };
}

function parse(answer: Answer, call: Call, scrub: Scrub): unknown {
  if (answer.body.trim() === '') throw unusable(call, answer, 'the body is empty', scrub);
  try {
    return JSON.parse(answer.body);
  } catch {
    throw unusable(call, answer, /^\s*</.test(answer.body) ? 'the body is HTML' : 'the body is no JSON', scrub);
  }
}

function createWarner(): (drift: Drift) => void {
  const told = new Set<string>();
  return ({ operation, path, message }) => {
    const key = `${operation} ${path}`;
    if (told.has(key)) return;
    told.add(key);
    console.warn(`paylinks: ${operation} answered against the document: ${path === '' ? message : `${path} ${message}`}`);
  };
}
