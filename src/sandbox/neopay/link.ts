import { initialStatus, statusAliases, statuses, type Status } from '../../../generated/neopay/transitions.js';
import type { components } from '../../../generated/neopay/types.js';
import { explainCreateLinkInput } from '../../../generated/neopay/validators.js';
import { drawHex, drawText, type Random } from '../core/random.js';
import type { StoreKeys } from '../core/store.js';

/** A link as the API responds with it. */
export type WireLink = components['schemas']['PaymentLink'];

/** What may be sent to create one. */
export type WireInput = components['schemas']['CreateLinkInput'];

/** A link as the sandbox holds it: what it responds with, and what only the payer's page shows. */
export interface LinkRecord {
  readonly link: Readonly<WireLink>;
  readonly status: Status;
  /** Which set of customer data the payer is asked for; responses only tell whether. */
  readonly requested: string | null;
  readonly communication: string | null;
  /** `link` as it travels. */
  readonly json: string;
}

/** Who makes the link, and when. */
export interface LinkOrigin {
  readonly random: Random;
  readonly applicationId: string;
  now(): number;
}

/** A link is found by its id, and by the slug of its payer's page. */
export const recordKeys: StoreKeys<LinkRecord> = { id: ({ link }) => String(link.id), alias: ({ link }) => link.slug };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new draft. Values the API reads only with their flag set are dropped without it, as its page says. */
export function draftLink(input: WireInput, origin: LinkOrigin): LinkRecord {
  const { request_customer_data: requested = null, communication = null } = input;
  const link = describeLink(input, origin);
  return holdLink(link, initialStatus, { requested: link.settings?.requestCustomerData ? requested : null, communication });
}

/** What the API responds about a link that was just created. */
export function describeLink(input: WireInput, { random, applicationId, now: clock }: LinkOrigin): WireLink {
  const { product, amount, expired_at = null, request_customer_data, communication, settings, ...echoed } = input;
  const { expirationDate = false, requestCustomerData = false, showPayeeData = false } = settings ?? {};
  const now = clock();
  const time = stamp(now);
  return {
    id: drawId(random, now),
    application_id: applicationId,
    status: wireStatus(initialStatus),
    slug: drawText(random, letters, 10),
    product,
    amount,
    description: null,
    reference: null,
    ...echoed,
    currency: 'EUR',
    expired_at: expirationDate ? expired_at : null,
    request_customer_data: requestCustomerData && request_customer_data !== undefined,
    show_payee_data: showPayeeData,
    enabled: true,
    settings: { ...settings, expirationDate, showPayeeData, requestCustomerData, theme: completeTheme(settings?.theme) },
    created_at: time,
    updated_at: time,
  };
}

/** The same link in another status. */
export function moveLink(record: LinkRecord, status: Status, now: number): LinkRecord {
  return holdLink({ ...record.link, status: wireStatus(status), updated_at: stamp(now) }, status, record);
}

/** Freezes a link and prepares the text that every response about it carries. */
export function holdLink(link: WireLink, status: Status, rest: Pick<LinkRecord, 'requested' | 'communication'>): LinkRecord {
  if (link.settings?.theme) Object.freeze(link.settings.theme);
  if (link.settings) Object.freeze(link.settings);
  return { link: Object.freeze(link), status, requested: rest.requested, communication: rest.communication, json: JSON.stringify(link) };
}

// The page's own response to unpublish spells its status "unpublised": an alias of the document is what the wire shows.
const spellings = new Map<string, string>(Object.entries(statusAliases).map(([alias, status]) => [status, alias]));

/** The status as the API spells it. */
export function wireStatus(status: Status): string {
  return spellings.get(status) ?? status;
}

/** What is wrong with a value that should name a set of customer data; nothing when it does. */
export function explainRequested(value: unknown): string | undefined {
  return explainCreateLinkInput({ product: 'any', amount: 1, request_customer_data: value })[0]?.message;
}

/** The status that a spelling of the API means. */
export function readStatus(spelling: string): Status | undefined {
  const aliases: Readonly<Record<string, Status>> = statusAliases;
  return statuses.find((known) => known === spelling) ?? (Object.hasOwn(aliases, spelling) ? aliases[spelling] : undefined);
}

/** Defaults as in the page's response to a theme that names only its colour. */
function completeTheme(theme: NonNullable<WireInput['settings']>['theme']): NonNullable<NonNullable<WireLink['settings']>['theme']> {
  return { ...theme, selected: theme?.selected ?? 'blue', logo: theme?.logo ?? null, logoType: theme?.logoType ?? 'icon' };
}

/** UTC with six decimals, whole seconds, as in every sample. */
function stamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, -5)}.000000Z`;
}

/** A UUID that starts with the time in ten-microsecond steps, as the samples' do, so that ids sort by age. */
function drawId(random: Random, now: number): string {
  const time = Math.floor(now * 100)
    .toString(16)
    .padStart(12, '0');
  const [first, second] = [drawHex(random), drawHex(random)];
  return `${time.slice(0, 8)}-${time.slice(8)}-4${first.slice(0, 3)}-${drawText(random, '89ab', 1)}${first.slice(3, 6)}-${second}${drawHex(random).slice(0, 4)}`;
}
