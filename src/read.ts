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
  link(answer: Answer, call: Call): PaymentLink;
  /** The links of one answer and the address of the next; `quiet` leaves departures untold, for a search among links that nobody asked for. */
  page(answer: Answer, call: Call, quiet?: boolean): { readonly links: PaymentLink[]; readonly next: string | undefined };
  report(link: PaymentLink, issues: readonly Issue[], call: Call): void;
}

type Json = Record<string, unknown>;

const shownStatus = 40;

/** Reads answers for one client. */
export function createReader(strict: boolean, onDrift: ((drift: Drift) => unknown) | undefined, scrub: Scrub): Reader {
  const listener = onDrift ?? createWarner();

  function report(link: PaymentLink, issues: readonly Issue[], call: Call): void {
    const clean = issues.map(({ path, message }) => ({ path, message: scrub(message) }));
    if (!strict) return clean.forEach((issue) => notify(listener, { operation: call.operation, ...issue, link }));
    const list = clean.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
    const message = `${call.method} ${call.path} answered against the document: ${list}; the link is in this error's link`;
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
    link(answer, call) {
      const body = parse(answer, call, scrub);
      const inner = isObject(body) && !hasId(body) && isObject(body['data']) ? body['data'] : body;
      if (!isObject(inner)) throw unusable(call, answer, 'the body is no JSON object', scrub);
      if (!hasId(inner)) throw unusable(call, answer, 'the link has no usable id', scrub);
      return read(inner, call);
    },
    page(answer, call, quiet) {
      const body = parse(answer, call, scrub);
      const items = itemsOf(body);
      if (items === undefined) throw unusable(call, answer, 'the body holds no list of links', scrub);
      const links = items.map((item) => {
        if (!isObject(item) || !hasId(item)) throw unusable(call, answer, 'a link in the list has no usable id', scrub);
        return read(item, call, quiet);
      });
      return { links, next: nextOf(body) };
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

function itemsOf(body: unknown): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  if (!isObject(body)) return undefined;
  if (hasId(body)) return [body];
  for (const key of ['data', 'links', 'payment_links']) {
    const items = itemsOf(body[key]);
    if (items !== undefined) return items;
  }
  return undefined;
}

function nextOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { links, next_page_url: flat } = body;
  const next = isObject(links) ? links['next'] : flat;
  return typeof next === 'string' && next !== '' ? next : undefined;
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
