import { initialStatus, statuses, type Status } from '../../../generated/neopay/transitions.js';
import { explainCreateLinkInput, isCreateLinkInput, isPaymentLink } from '../../../generated/neopay/validators.js';
import { isObject } from '../../shared/json.js';
import {
  draftLink,
  holdLink,
  moveLink,
  readStatus,
  recordKeys,
  type LinkOrigin,
  type LinkRecord,
  type WireInput,
  type WireLink,
} from './link.js';

/** A link to start with: what creates it, or a whole link as the sandbox or the API gives it. */
export type SeedLink =
  | (WireInput & { readonly id?: string | number | undefined; readonly status?: Status | undefined; readonly slug?: string | undefined })
  | WireLink;

/** The records of the links to start with; throws a `TypeError` that names the link and the field. */
export function readSeeds(items: readonly unknown[], origin: LinkOrigin): readonly LinkRecord[] {
  const records = items.map((item, index) => readSeed(item, `links.${index}`, origin));
  for (const [field, name] of [
    ['id', recordKeys.id],
    ['slug', recordKeys.alias],
  ] as const) {
    const seen = new Set<string>();
    for (const [index, record] of records.entries()) {
      const value = name(record);
      if (value !== undefined && seen.has(value)) throw new TypeError(`links.${index}.${field} is that of an earlier link: ${value}.`);
      if (value !== undefined) seen.add(value);
    }
  }
  return records;
}

function readSeed(item: unknown, place: string, origin: LinkOrigin): LinkRecord {
  if (!isObject(item)) throw new TypeError(`${place} must be an object with product and amount.`);
  return isPaymentLink(item) ? wholeLink(item, place) : newLink(item, place, origin);
}

/** A link tells whether it asks for customer data, not for which: its page then asks for everything. */
function wholeLink(link: WireLink, place: string): LinkRecord {
  const requested = link.request_customer_data === true ? 'full_customer' : null;
  return holdLink({ ...link }, statusOf(link.status, place), { requested, communication: link.communication ?? null });
}

function newLink(
  { id, status = initialStatus, slug, ...input }: Readonly<Record<string, unknown>>,
  place: string,
  origin: LinkOrigin,
): LinkRecord {
  if (!isCreateLinkInput(input)) {
    const [{ path, message } = { path: '', message: 'creates no link' }] = explainCreateLinkInput(input);
    throw new TypeError(`${[place, path].filter(Boolean).join('.')} ${message}.`);
  }
  for (const [name, value] of Object.entries({ id, slug }))
    if (value !== undefined && !(typeof value === 'string' && value !== '') && !(name === 'id' && Number.isSafeInteger(value)))
      throw new TypeError(`${place}.${name} must be text.`);
  const draft = draftLink(input, origin);
  const named = { ...draft.link, ...(id !== undefined && { id: String(id) }), ...(slug !== undefined && { slug: String(slug) }) };
  return moveLink(holdLink(named, initialStatus, draft), statusOf(status, place), origin.now());
}

function statusOf(value: unknown, place: string): Status {
  const status = readStatus(String(value));
  if (status === undefined) throw new TypeError(`${place}.status must be one of ${statuses.join(', ')}.`);
  return status;
}
