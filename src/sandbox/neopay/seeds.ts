import { statuses, statusAliases, type Status } from '../../../generated/neopay/transitions.js';
import { explainCreateLinkInput, isPaymentLink } from '../../../generated/neopay/validators.js';
import { isObject } from '../../shared/json.js';
import { draftLink, holdLink, moveLink, type LinkRecord, type WireInput, type WireLink } from './link.js';
import type { State } from './state.js';

/** A link to start with: what creates it, or a whole link as the sandbox or the API gives it. */
export type SeedLink =
  | (WireInput & { readonly id?: string | number | undefined; readonly status?: Status | undefined; readonly slug?: string | undefined })
  | WireLink;

/** Replaces the links of a sandbox. Throws a `TypeError` that names the link and the field, and then changes nothing. */
export function seedLinks(state: State, items: readonly unknown[]): void {
  const before = [...state.store.all()];
  state.store.clear();
  try {
    items.forEach((item, index) => addSeed(state, item, index));
  } catch (error) {
    state.store.clear();
    for (const record of before) state.store.put(record);
    throw error;
  }
}

function addSeed(state: State, item: unknown, index: number): void {
  const place = `links.${index}`;
  if (!isObject(item)) throw new TypeError(`${place} must be an object with product and amount.`);
  const record = isPaymentLink(item) ? wholeLink(item, place) : newLink(state, item, place);
  const id = String(record.link.id);
  if (state.store.find(id) !== undefined) throw new TypeError(`${place}.id is that of an earlier link: ${id}.`);
  if (record.link.slug !== undefined && state.store.findByAlias(record.link.slug) !== undefined)
    throw new TypeError(`${place}.slug is that of an earlier link: ${record.link.slug}.`);
  state.store.put(record);
}

function wholeLink(link: WireLink, place: string): LinkRecord {
  return holdLink({ ...link }, readStatus(link.status, place), { requested: null, communication: null });
}

function newLink(state: State, item: Record<string, unknown>, place: string): LinkRecord {
  const { id, status = 'draft', slug, ...input } = item;
  const [issue] = explainCreateLinkInput(input);
  if (issue !== undefined) throw new TypeError(`${[place, issue.path].filter(Boolean).join('.')} ${issue.message}.`);
  for (const [name, value] of Object.entries({ id, slug }))
    if (value !== undefined && !(typeof value === 'string' && value !== '') && !(name === 'id' && Number.isSafeInteger(value)))
      throw new TypeError(`${place}.${name} must be text.`);
  // The document's rules have just been checked.
  const draft = draftLink(input as WireInput, state);
  const named = { ...draft.link, ...(id !== undefined && { id: String(id) }), ...(slug !== undefined && { slug: String(slug) }) };
  return moveLink(holdLink(named, 'draft', draft), readStatus(status, place), state.clock.now());
}

function readStatus(value: unknown, place: string): Status {
  const aliases: Readonly<Record<string, Status>> = statusAliases;
  const status = statuses.find((known) => known === value) ?? (typeof value === 'string' ? aliases[value] : undefined);
  if (status === undefined) throw new TypeError(`${place}.status must be one of ${statuses.join(', ')}.`);
  return status;
}
