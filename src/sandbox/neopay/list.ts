import type { Context } from '../core/api.js';
import type { SandboxRequest } from '../core/request.js';
import { bytesOf, respondJson, type SandboxResponse } from '../core/response.js';
import type { Store } from '../core/store.js';
import type { LinkRecord } from './link.js';
import type { JournalEntry } from './journal.js';
import type { State } from './state.js';

/** One page of a list. */
interface Page {
  readonly number: number;
  readonly size: number;
}

// The framework's own page size, and a bound of ours.
const usualSize = 15;
const largestSize = 1000;

/** All links at once, or the page that was asked for. */
export function respondList({ state, request }: Context<State, JournalEntry>): SandboxResponse {
  const page = readPage(request.query, state.perPage);
  return page === undefined ? respondJson(200, wholeList(state.store)) : respondPage(state.store, request, page);
}

interface Kept {
  readonly version: number;
  readonly bytes: Uint8Array;
}

const lists = new WeakMap<Store<LinkRecord>, Kept>();

/** The body of the whole list, kept until a link changes. */
function wholeList(store: Store<LinkRecord>): Uint8Array {
  const kept = lists.get(store);
  if (kept?.version === store.version) return kept.bytes;
  const bytes = bytesOf(`{"data":[${joinLinks(store.all())}]}`);
  lists.set(store, { version: store.version, bytes });
  return bytes;
}

/** The links' texts, separated as in a JSON array. */
function joinLinks(records: Iterable<LinkRecord>): string {
  return Array.from(records, (record) => record.json).join(',');
}

/** The page asked for, or `undefined` when the list is sent whole. Paging is inferred from the framework; the API's page documents none. */
function readPage(query: string, perPage: number | undefined): Page | undefined {
  const asked = new URLSearchParams(query);
  if (perPage === undefined && !asked.has('page') && !asked.has('per_page')) return undefined;
  const size = Math.min(readCount(asked.get('per_page')) ?? perPage ?? usualSize, largestSize);
  return { number: readCount(asked.get('page')) ?? 1, size };
}

function readCount(text: string | null): number | undefined {
  const count = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return count > 0 ? count : undefined;
}

/** A page in the shape of Laravel's paginated resources. */
function respondPage(store: Store<LinkRecord>, request: SandboxRequest, page: Page): SandboxResponse {
  const total = store.size;
  const last = Math.max(1, Math.ceil(total / page.size));
  const from = (page.number - 1) * page.size;
  const records = store.slice(from, page.size);
  const address = (number: number): string => `${request.origin}${request.path}?page=${number}&per_page=${page.size}`;
  const links = {
    first: address(1),
    last: address(last),
    prev: page.number > 1 ? address(page.number - 1) : null,
    next: page.number < last ? address(page.number + 1) : null,
  };
  const span = { from: records.length > 0 ? from + 1 : null, to: records.length > 0 ? from + records.length : null };
  const meta = { current_page: page.number, ...span, last_page: last, path: request.origin + request.path, per_page: page.size, total };
  return respondJson(200, `{"data":[${joinLinks(records)}],"links":${JSON.stringify(links)},"meta":${JSON.stringify(meta)}}`);
}
