import { statusAliases } from '../../generated/neopay/transitions.js';
import { explainPaymentLink, isPaymentLink } from '../../generated/neopay/validators.js';
import type { Issue } from '../core/errors.js';
import { DriftError } from './errors.js';
import { hasId, isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { isKnown } from './lifecycle.js';
import { notify } from '../core/attempts.js';
import { summaryOf } from '../core/outcome.js';
import type { Response } from '../core/request.js';
import type { Transport } from '../core/transport.js';
import type { LinkStatus, PaymentLink } from './types.js';

const shownStatus = 40;

/** One way in which a response departs from the document. */
export interface Drift {
  readonly operation: string;
  /** Where in the link, with dots; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** The link as the client gives it back all the same. */
  readonly link: PaymentLink;
}

/** Reads responses generously: what carries an id becomes a link, and departures are told, not thrown. */
export interface Reader {
  /** The body as JSON. */
  body(response: Response): unknown;
  /** The link of a response; `asked` is the id it must have. */
  link(response: Response, options?: { readonly asked?: string; readonly quiet?: boolean | undefined }): PaymentLink;
  /** A link of a list; `quiet` leaves departures untold, for a search among links that nobody asked for. */
  read(wire: Json, response: Response, quiet?: boolean): PaymentLink;
  report(link: PaymentLink, issues: readonly Issue[], response: Response): void;
  /** Tells what no response departs in: it never makes a call fail. */
  warn(link: PaymentLink, operation: string, issue: Issue): void;
}

/** Reads responses for one client. */
export function createReader(
  { redact, unusable }: Pick<Transport<unknown>, 'redact' | 'unusable'>,
  strict: boolean,
  onDrift: ((drift: Drift) => unknown) | undefined,
): Reader {
  const listener = onDrift ?? createWarner();

  function report(link: PaymentLink, issues: readonly Issue[], { request }: Response): void {
    const { id, effect } = request.operation;
    const clean = issues.map(({ path, message }) => ({ path, message: redact(message) }));
    if (!strict) return clean.forEach((issue) => notify(listener, { operation: id, ...issue, link }));
    const list = clean.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
    const message = `${summaryOf(request)} failed: the response departs from the document: ${list}; the link is in this error's link`;
    throw new DriftError(message, { issues: clean, link }, { operation: id, outcome: effect === 'none' ? 'rejected' : 'done' });
  }

  function parse(response: Response): unknown {
    if (response.body.trim() === '') throw unusable(response, 'the body is empty');
    try {
      return JSON.parse(response.body);
    } catch {
      throw unusable(response, /^\s*</.test(response.body) ? 'the body is HTML' : 'the body is no JSON');
    }
  }

  function read(wire: Json, response: Response, quiet = false): PaymentLink {
    const link = normalize(wire);
    if (quiet) return link;
    if (link.status === 'unknown' || !isPaymentLink(wire)) report(link, departures(wire), response);
    return link;
  }

  return {
    body: parse,
    read,
    report,
    warn: (link, operation, issue) => notify(listener, { operation, ...issue, link }),
    link(response, { asked, quiet } = {}) {
      const body = parse(response);
      const inner = isObject(body) && !hasId(body) && isObject(body['data']) ? body['data'] : body;
      if (!isObject(inner)) throw unusable(response, 'the body is no JSON object');
      if (!hasId(inner)) throw unusable(response, 'the link has no usable id');
      if (asked !== undefined && !isSameId(asked, inner['id'])) throw unusable(response, 'the link is another than the one asked for');
      return read(inner, response, quiet);
    },
  };
}

// Hexadecimal digits of a UUID may come back in the other case.
function isSameId(asked: string, id: unknown): boolean {
  return asked === id || asked.toLowerCase() === String(id).toLowerCase();
}

function createWarner(): (drift: Drift) => void {
  const told = new Set<string>();
  return ({ operation, path, message }) => {
    const key = `${operation} ${path}`;
    if (told.has(key)) return;
    told.add(key);
    console.warn(`paylinks: ${operation} responded against the document: ${path === '' ? message : `${path} ${message}`}`);
  };
}

// The rest of the document's shape is checked apart, by `departures`; this is the one place that vouches for it.
/** The link as the client gives it back: its id is text, and its names and status are those of the document. */
export function normalize(wire: Json): PaymentLink {
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

/** How a link's JSON departs from the document. */
export function departures(wire: Json): Issue[] {
  const issues = explainPaymentLink(wire);
  const { status } = wire;
  if (typeof status !== 'string' || statusOf(status) !== 'unknown' || issues.some(({ path }) => path === 'status')) return issues;
  return [...issues, { path: 'status', message: `is ${JSON.stringify(status.slice(0, shownStatus))}, which this version does not know` }];
}

/** Hands back what it is given, so that a subclass can put a private member on it. */
class Given {
  constructor(link: object) {
    return link;
  }
}

// A private member on the parsed object costs a list a twentieth of what a WeakMap entry does, and nothing else can see it.
class Body extends Given {
  readonly #wire: object | undefined;

  constructor(link: object, wire: object | undefined) {
    super(link);
    this.#wire = wire;
  }

  static of(link: unknown): object | undefined {
    return typeof link === 'object' && link !== null && #wire in link ? (link.#wire ?? link) : undefined;
  }
}

/** Notes that the client gave this link; `wire` is its JSON where reading it changed anything. */
export function keepBody(link: object, wire: object | undefined): void {
  new Body(link, wire);
}

/** The link's JSON exactly as the API sent it, or `undefined` for an object that no client gave. */
export function rawOf(link: PaymentLink): unknown {
  return Body.of(link);
}
