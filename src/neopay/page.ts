import { hasId, isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';

/** What one response of a list holds. */
export interface Page {
  readonly items: readonly unknown[];
  /** The query of the next page's address; the address itself may be that of a proxy or a gateway, so it is never used. */
  readonly next: string | undefined;
  /** How many links there are in all, and the member that says so. */
  readonly total: Sign | undefined;
  /** What says that more follows, but not where. */
  readonly more: Sign | undefined;
}

/** A member of a response that tells of links beyond it. */
export interface Sign {
  readonly name: string;
  readonly value: unknown;
}

interface Member extends Sign {
  /** The name's words in lower case: `nextPageUrl` and `next_page_url` have the same. */
  readonly words: ReadonlySet<string>;
}

const wrappers = ['data', 'links', 'payment_links'];
const deepestWrapper = 3;

/** Finds the list in a body, bare or wrapped, and what stands beside it; `undefined` when there is none. */
export function pageOf(body: unknown, headers: Pick<Headers, 'get'>, status: number, number: number): Page | undefined {
  const items = itemsOf(body, 0);
  if (items === undefined) return undefined;
  const around = envelopes(body, 0);
  const next = around.map(nextOf).find((address) => address !== undefined);
  const members = [...around.flatMap((envelope) => membersOf(envelope, '', 0)), ...headerMembers(headers)];
  const total = members.filter(isTotal).sort((one, other) => Number(other.value) - Number(one.value))[0];
  const partial = status === 206 ? { name: 'status 206', value: 206 } : undefined;
  const more = next === undefined ? endless(members, items.length, number) : undefined;
  return { items, next, total, more: partial ?? more };
}

function itemsOf(body: unknown, depth: number): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  if (!isObject(body) || depth > deepestWrapper) return undefined;
  if (hasId(body)) return [body];
  for (const key of wrappers) {
    const items = itemsOf(body[key], depth + 1);
    if (items !== undefined) return items;
  }
  return undefined;
}

// What tells of the next page stands beside the items, however deep those are wrapped.
function envelopes(body: unknown, depth: number): Json[] {
  if (!isObject(body) || depth > deepestWrapper || hasId(body)) return [];
  return [body, ...wrappers.flatMap((key) => envelopes(body[key], depth + 1))];
}

function nextOf({ links, next_page_url: flat }: Json): string | undefined {
  const addresses = [isObject(links) && links['next'], flat];
  const address = addresses.find((one): one is string => typeof one === 'string' && one !== '');
  if (address === undefined) return undefined;
  const query = address.indexOf('?');
  return query < 0 ? '' : address.slice(query + 1).replace(/#.*/, '');
}

/** The members beside the items, those of nested objects too; lists and links are no part of them. */
function membersOf(around: Json, path: string, depth: number): Member[] {
  return Object.entries(around).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (isObject(value) && !hasId(value) && depth < deepestWrapper)
      return [memberOf(name, key, value), ...membersOf(value, name, depth + 1)];
    return wrappers.includes(key) ? [] : [memberOf(name, key, value)];
  });
}

function memberOf(name: string, key: string, value: unknown): Member {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return { name, value, words: new Set(words.split(/[^a-z]+/)) };
}

function headerMembers(headers: Pick<Headers, 'get'>): Member[] {
  const link = /\brel\s*=\s*"?[^",;]*\bnext\b/i.test(headers.get('link') ?? '');
  const named = ['x-next-page', 'x-total-count', 'x-total'].map((name) => memberOf(`header ${name}`, name, headers.get(name)));
  return [memberOf('header Link', 'next', link), ...named];
}

const leading = [
  'next',
  'more',
  'cursor',
  'continuation',
  'continue',
  'truncated',
  'partial',
  'incomplete',
  'remaining',
  'after',
  'siguiente',
  'suivant',
];
const trailing = ['prev', 'previous', 'before', 'first', 'start'];
const ending = ['last', 'complete', 'completed', 'done', 'finished', 'final', 'end'];

function has({ words }: Member, ...any: readonly string[]): boolean {
  return any.some((word) => words.has(word));
}

/** What denies that this page, the given one in number, is the last. */
function endless(members: readonly Member[], length: number, number: number): Member | undefined {
  const pages = members.find((member) => countsPages(member) && Number(member.value) > number);
  return members.find(saysMore) ?? pages ?? fullPage(members, length);
}

/** Whether it names a way on, in whatever spelling, or denies that this is the end. */
function saysMore(member: Member): boolean {
  if (has(member, ...leading) && !has(member, ...trailing)) return !isNothing(member.value);
  return has(member, ...ending) && member.value === false;
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isNothing);
  return value === null || value === undefined || value === false || value === '' || value === 0;
}

function countsPages(member: Member): boolean {
  return isCount(member.value) && has(member, 'page', 'pages') && has(member, 'pages', 'last', 'total', 'count');
}

function isTotal(member: Member): boolean {
  if (!isCount(member.value) || has(member, 'page', 'pages')) return false;
  return has(member, 'total', 'count', 'results') && !has(member, 'amount', 'price', 'sum', 'value');
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}

/** A page as long as a page may be, with no word on what follows. */
function fullPage(members: readonly Member[], length: number): Member | undefined {
  const told = members.some((member) => has(member, ...leading, ...ending) && !member.name.startsWith('header '));
  if (told || members.some((member) => isTotal(member) || countsPages(member))) return undefined;
  const size = (member: Member): boolean => has(member, 'limit') || (has(member, 'page') && has(member, 'per', 'size'));
  return members.find((member) => isCount(member.value) && size(member) && Number(member.value) <= length && length > 0);
}
