import { bytesOf } from './answer.js';
import type { LinkRecord } from './link.js';

/** The links, in the order they were created. */
export interface Store {
  all(): IterableIterator<LinkRecord>;
  size(): number;
  find(id: string): LinkRecord | undefined;
  findBySlug(slug: string): LinkRecord | undefined;
  /** Adds a link, or replaces the one with its id. */
  put(record: LinkRecord): void;
  /** All links as the answer to a list, kept until one changes. */
  list(): Uint8Array;
}

/** An empty store, or one that starts with the links given. */
export function createStore(records: Iterable<LinkRecord>): Store {
  const byId = new Map<string, LinkRecord>();
  const idBySlug = new Map<string, string>();
  let list: Uint8Array | undefined;

  function put(record: LinkRecord): void {
    const id = String(record.link.id);
    byId.set(id, record);
    if (record.link.slug !== undefined) idBySlug.set(record.link.slug, id);
    list = undefined;
  }

  for (const record of records) put(record);
  return {
    put,
    all: () => byId.values(),
    size: () => byId.size,
    find: (id) => byId.get(id),
    findBySlug: (slug) => byId.get(idBySlug.get(slug) ?? ''),
    list: () => (list ??= bytesOf(`{"data":[${joinLinks(byId.values())}]}`)),
  };
}

/** The links' texts, separated as in a JSON array. */
export function joinLinks(records: Iterable<LinkRecord>): string {
  return Array.from(records, (record) => record.json).join(',');
}
