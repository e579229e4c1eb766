import type { OperationId } from '../../generated/neopay/operations.js';
import type { FaultName } from './fault.js';

/**
 * What became of a request: `applied` changed a link, `read` only looked, `rejected` was refused, `faulted` was answered or dropped by a fault
 * before it took effect, `incomplete` never arrived whole, `pending` is under way.
 */
export type Outcome = 'pending' | 'applied' | 'read' | 'rejected' | 'faulted' | 'incomplete';

/** One request as the server saw it. Headers and bodies are not kept. */
export interface JournalEntry {
  /** Position among all requests, from 1, in the order they arrived. */
  readonly sequence: number;
  /** When it arrived, ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly operation: OperationId | undefined;
  readonly outcome: Outcome;
  /** The status answered, or `undefined` while there is none. */
  readonly status: number | undefined;
  /** Whether the request arrived whole. */
  readonly received: boolean;
  /** Position among all changes, from 1, in the order they took effect; `undefined` when nothing changed. */
  readonly change: number | undefined;
  /** Whether it changed a link. */
  readonly applied: boolean;
  /** Whether a whole answer left the server. */
  readonly responded: boolean;
  readonly linkId: string | undefined;
  readonly reference: string | undefined;
  /** The link's status after the request, in the document's spelling. */
  readonly linkStatus: string | undefined;
  /** The fault that struck it. */
  readonly fault: FaultName | undefined;
  /** From arrival to the end of the answer, in milliseconds. */
  readonly duration: number | undefined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An entry that is still being written. */
export type OpenEntry = Writable<JournalEntry>;

/** The requests so far, and how to add one. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  open(method: string, path: string, operation: OperationId | undefined): OpenEntry;
  /** Marks that a request changed a link. */
  markApplied(entry: OpenEntry): void;
  /** Ends an entry after so many milliseconds: its answer left whole, or was lost. */
  close(entry: OpenEntry, responded: boolean, duration: number): void;
}

/** Keeps the latest `limit` entries. */
export function createJournal(now: () => number, limit: number, onRequest: (entry: JournalEntry) => unknown): Journal {
  const entries: OpenEntry[] = [];
  let arrivals = 0;
  let changes = 0;
  return {
    entries,
    open(method, path, operation) {
      const entry = startEntry(++arrivals, new Date(now()).toISOString(), method, path.slice(0, 300), operation);
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
  };
}

/** What the listener throws, at once or later, is its own affair: no caller shall suffer from it. */
function notify(listener: (entry: JournalEntry) => unknown, entry: JournalEntry): void {
  new Promise((resolve) => resolve(listener(entry))).catch(() => undefined);
}

function startEntry(sequence: number, at: string, method: string, path: string, operation: OperationId | undefined): OpenEntry {
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
    linkId: undefined,
    reference: undefined,
    linkStatus: undefined,
    fault: undefined,
    duration: undefined,
  };
}
