/**
 * What became of a request: `applied` changed something, `read` only looked, `rejected` was refused, `faulted` was answered or dropped by a
 * fault before it took effect, `incomplete` never arrived whole, `pending` is under way.
 */
export type JournalOutcome = 'pending' | 'applied' | 'read' | 'rejected' | 'faulted' | 'incomplete';

/** One request as the server saw it, whatever the API. Headers and bodies are not kept. */
export interface BaseEntry {
  /** Position among all requests, from 1, in the order they arrived. */
  readonly sequence: number;
  /** When it arrived, ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly operation: string | undefined;
  readonly outcome: JournalOutcome;
  /** The status of the response, or `undefined` while there is none. */
  readonly status: number | undefined;
  /** Whether the request arrived whole. */
  readonly received: boolean;
  /** Position among all changes, from 1, in the order they took effect; `undefined` when nothing changed. */
  readonly change: number | undefined;
  /** Whether it changed something. */
  readonly applied: boolean;
  /** Whether a whole response left the server. */
  readonly responded: boolean;
  /** The fault that struck it. */
  readonly fault: string | undefined;
  /** From arrival to the end of the response, in milliseconds. */
  readonly duration: number | undefined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An entry that is still being written. */
export type OpenEntry<Entry extends BaseEntry> = Writable<Entry>;

/** The requests so far, and how to add one. */
export interface Journal<Entry extends BaseEntry> {
  readonly entries: readonly Entry[];
  open(method: string, path: string, operation: string | undefined): OpenEntry<Entry>;
  /** Marks that a request changed something. */
  markApplied(entry: OpenEntry<Entry>): void;
  /** Ends an entry after so many milliseconds: its response left whole, or was lost. */
  close(entry: OpenEntry<Entry>, responded: boolean, duration: number): void;
  /** Forgets every entry and counts from 1 again. */
  clear(): void;
}

/** How a journal is kept. */
export interface JournalSetup<Entry extends BaseEntry> {
  now(): number;
  /** How many of the latest entries are kept. */
  readonly limit: number;
  readonly onRequest: (entry: Entry) => unknown;
  /** What the API adds to each entry, before anything is known of it. */
  readonly details: Readonly<Omit<Entry, keyof BaseEntry>>;
}

/** An empty journal. */
export function createJournal<Entry extends BaseEntry>({ now, limit, onRequest, details }: JournalSetup<Entry>): Journal<Entry> {
  let entries: OpenEntry<Entry>[] = [];
  let arrivals = 0;
  let changes = 0;
  return {
    get entries() {
      return entries;
    },
    open(method, path, operation) {
      const start = startEntry(++arrivals, new Date(now()).toISOString(), method, path.slice(0, 300), operation);
      // A base entry with the API's own fields is an entry of that API; its operations are named by its own table.
      const entry = Object.assign(start, details) as unknown as OpenEntry<Entry>;
      entries.push(entry);
      // Cutting in larger steps keeps the cost of one request constant.
      if (entries.length > limit * 1.25 + 10) entries.splice(0, entries.length - limit);
      return entry;
    },
    markApplied(entry) {
      entry.outcome = 'applied';
      entry.applied = true;
      entry.change = ++changes;
    },
    close(entry, responded, duration) {
      entry.responded = responded;
      entry.duration = duration;
      notify(onRequest, entry);
    },
    clear() {
      entries = [];
      arrivals = 0;
      changes = 0;
    },
  };
}

/** What the listener throws, at once or later, is its own affair: no caller shall suffer from it. */
function notify<Entry>(listener: (entry: Entry) => unknown, entry: Entry): void {
  new Promise((resolve) => resolve(listener(entry))).catch(() => undefined);
}

function startEntry(sequence: number, at: string, method: string, path: string, operation: string | undefined): Writable<BaseEntry> {
  return {
    sequence,
    at,
    method,
    path,
    operation,
    outcome: 'pending',
    status: undefined,
    received: true,
    change: undefined,
    applied: false,
    responded: false,
    fault: undefined,
    duration: undefined,
  };
}
