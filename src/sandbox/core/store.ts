/** The records of one sandbox, in the order they were created. */
export interface Store<Item> {
  readonly size: number;
  /** Grows with every change. */
  readonly version: number;
  all(): IterableIterator<Item>;
  /** At most `count` records from a position on, oldest first. */
  slice(from: number, count: number): readonly Item[];
  find(id: string): Item | undefined;
  /** Finds a record by its other name. */
  findByAlias(alias: string): Item | undefined;
  /** Adds a record, or replaces the one with its id. */
  put(item: Item): void;
  clear(): void;
}

/** What a record is found by: its id, which never changes, and another name that some have. */
export interface StoreKeys<Item> {
  id(item: Item): string;
  alias(item: Item): string | undefined;
}

/** A store that starts with the records given. */
export function createStore<Item>(keys: StoreKeys<Item>, start: Iterable<Item>): Store<Item> {
  const items: Item[] = [];
  const positions = new Map<string, number>();
  const aliases = new Map<string, number>();
  let version = 0;
  const at = (position: number | undefined): Item | undefined => (position === undefined ? undefined : items[position]);

  function put(item: Item): void {
    const id = keys.id(item);
    const position = positions.get(id) ?? items.length;
    positions.set(id, position);
    items[position] = item;
    const alias = keys.alias(item);
    if (alias !== undefined) aliases.set(alias, position);
    version += 1;
  }

  for (const item of start) put(item);
  return {
    get size() {
      return items.length;
    },
    get version() {
      return version;
    },
    all: () => items.values(),
    slice: (from, count) => items.slice(Math.max(0, from), Math.max(0, from) + count),
    find: (id) => at(positions.get(id)),
    findByAlias: (alias) => at(aliases.get(alias)),
    put,
    clear() {
      items.length = 0;
      positions.clear();
      aliases.clear();
      version += 1;
    },
  };
}
