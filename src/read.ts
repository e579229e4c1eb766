import { statusAliases } from '../generated/transitions.js';
import { explainPaymentLink, isPaymentLink } from '../generated/validators.js';
import { keepBody } from './body.js';
import { DriftError } from './errors.js';
import type { Issue } from './errors.js';
import { isKnown } from './status.js';
import { unusable } from './transport/outcome.js';
import type { Answer, Call } from './transport/layer.js';
import { notify } from './transport/observe.js';
import type { Scrub } from './transport/scrub.js';
import type { LinkStatus, PaymentLink } from './types.js';

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

type Json = Record<string, unknown>;

const shownStatus = 40;
const wrappers = ['data', 'links', 'payment_links'];
const deepestWrapper = 3;

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
      const body = parse(answer, call, scrub);
      const items = itemsOf(body);
      if (items === undefined) throw unusable(call, answer, 'the body holds no list of links', scrub);
      const links = items.map((item) => {
        if (!isObject(item) || !hasId(item)) throw unusable(call, answer, 'a link in the list has no usable id', scrub);
        return read(item, call, quiet);
      });
      const next = nextOf(body);
      return { links, next, short: next === undefined && hasMore(body) };
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

// The rest of the document's shape is checked apart, by `departures`; this is the one place that vouches for it.
function normalize(wire: Json): PaymentLink {
  const { id, status, settings } = wire;
  const theme = isObject(settings) ? settings['theme'] : undefined;
  const misspelt = isObject(theme) && 'logoTYpe' in theme;
  const same = typeof id === 'string' && isKnown(status) && !misspelt;
  const link = same ? wire : { ...wire, id: String(id), status: statusOf(status) };
  if (misspelt) link['settings'] = { ...(settings as Json), theme: withLogoType(theme) };
  keepBody(link, same ? undefined : wire);
  return link as Json & PaymentLink;
}

// The page's list sample spells one member this way.
function withLogoType({ logoTYpe, ...theme }: Json): Json {
  return { ...theme, logoType: theme['logoType'] ?? logoTYpe };
}

function statusOf(status: unknown): LinkStatus {
  if (isKnown(status)) return status;
  return typeof status === 'string' && Object.hasOwn(statusAliases, status)
    ? statusAliases[status as keyof typeof statusAliases]
    : 'unknown';
}

function departures(wire: Json): Issue[] {
  const issues = explainPaymentLink(wire);
  const { status } = wire;
  if (typeof status !== 'string' || statusOf(status) !== 'unknown' || issues.some(({ path }) => path === 'status')) return issues;
  return [...issues, { path: 'status', message: `is ${JSON.stringify(status.slice(0, shownStatus))}, which this version does not know` }];
}

// A larger integer has lost digits on the way through JSON, and would name another link.
function hasId(value: Json): boolean {
  const { id } = value;
  return typeof id === 'number' ? Number.isSafeInteger(id) : typeof id === 'string' && id !== '';
}

function itemsOf(body: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  if (!isObject(body) || depth > deepestWrapper) return undefined;
  if (hasId(body)) return [body];
  return firstOf(wrappers, (key) => itemsOf(body[key], depth + 1));
}

// The address of the next page stands beside the items, however deep those are wrapped.
function nextOf(body: unknown, depth = 0): string | undefined {
  if (!isObject(body) || depth > deepestWrapper || hasId(body)) return undefined;
  const { links, next_page_url: flat } = body;
  const next = [isObject(links) && links['next'], flat].find((address) => typeof address === 'string' && address !== '');
  return typeof next === 'string' ? next : firstOf(wrappers, (key) => nextOf(body[key], depth + 1));
}

function hasMore(body: unknown, depth = 0): boolean {
  if (!isObject(body) || depth > deepestWrapper || hasId(body)) return false;
  const { current_page: current, last_page: last } = isObject(body['meta']) ? body['meta'] : body;
  return (
    (typeof current === 'number' && typeof last === 'number' && current < last) || wrappers.some((key) => hasMore(body[key], depth + 1))
  );
}

function firstOf<T>(keys: readonly string[], give: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = give(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
