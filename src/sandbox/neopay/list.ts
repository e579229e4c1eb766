import { answerJson, type Answer } from './answer.js';
import type { Call } from './call.js';
import { joinLinks, type Store } from './store.js';

/** One page of a list. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

// The framework's own page size, and a bound of ours.
const usualSize = 15;
const largestSize = 1000;

/** The page asked for, or `undefined` when the list is answered whole. Paging is inferred from the framework; the API's page documents none. */
export function readPage(query: string, perPage: number | undefined): Page | undefined {
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
export function answerPage(store: Store, call: Call, page: Page): Answer {
  const total = store.size();
  const last = Math.max(1, Math.ceil(total / page.size));
  const from = (page.number - 1) * page.size;
  const records = [...store.all()].slice(from, from + page.size);
  const address = (number: number): string => `${call.origin}${call.path}?page=${number}&per_page=${page.size}`;
  const links = {
    first: address(1),
    last: address(last),
    prev: page.number > 1 ? address(page.number - 1) : null,
    next: page.number < last ? address(page.number + 1) : null,
  };
  const span = { from: records.length > 0 ? from + 1 : null, to: records.length > 0 ? from + records.length : null };
  const meta = { current_page: page.number, ...span, last_page: last, path: call.origin + call.path, per_page: page.size, total };
  return answerJson(200, `{"data":[${joinLinks(records)}],"links":${JSON.stringify(links)},"meta":${JSON.stringify(meta)}}`);
}
