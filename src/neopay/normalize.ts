import { statusAliases } from '../../generated/neopay/transitions.js';
import { explainPaymentLink } from '../../generated/neopay/validators.js';
import { keepBody } from './body.js';
import type { Issue } from '../core/errors.js';
import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { isKnown } from './lifecycle.js';
import type { LinkStatus, PaymentLink } from './types.js';

const shownStatus = 40;

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
