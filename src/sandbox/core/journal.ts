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

/** What travelled one way; what is long is cut. */
export interface Message {
  headers(): Iterable<readonly [name: string, value: string]>;
  readonly body: Uint8Array | string;
}

/** A request with its response. */
export interface Exchanged<Entry extends BaseEntry> {
  readonly entry: Entry;
  readonly request: Message;
  /** `undefined` while the request is under way. */
  response: Message | undefined;
}

/** How many exchanges are kept, and how many bytes of a body. */
const exchangesKept = 30;
const bodyKept = 64 * 1024;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An entry that is still being written. */
export type OpenEntry<Entry extends BaseEntry> = Writable<Entry>;

/** The requests so far, and how to add one. */
export interface Journal<Entry extends BaseEntry> {
  readonly entries: readonly Entry[];
  /** The latest of them with headers and bodies, oldest first. */
  readonly exchanges: readonly Exchanged<Entry>[];
  open(method: string, path: string, operation: string | undefined): OpenEntry<Entry>;
  /** Keeps an exchange for a while. */
  keep(exchange: Exchanged<Entry>): void;
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
  let exchanges: Exchanged<Entry>[] = [];
  let arrivals = 0;
  let changes = 0;
  return {
    get entries() {
      return entries;
    },
    get exchanges() {
      return exchanges;
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
    keep(exchange) {
      if (exchanges.push(exchange) > exchangesKept) exchanges.shift();
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
      exchanges = [];
      arrivals = 0;
      changes = 0;
    },
  };
}

/** A body as it is kept: a copy of its start, so that the rest can go. */
export function cutBody(body: Uint8Array | string): Uint8Array | string {
  return body.length > bodyKept ? body.slice(0, bodyKept) : body;
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
