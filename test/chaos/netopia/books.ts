import { inspect } from 'node:util';
import { readNotes, writeNote, type Note } from './notes.js';

/** What one shop knows of its orders: a table in memory, and the file it is read from after a kill. */
export interface Books {
  /** The attempts at an order, as the client described them, oldest first. */
  attemptsAt(order: string): readonly unknown[];
  /** Every order that a payer was sent to a page for. */
  orders(): Iterable<string>;
  /** The payment that an order counts as paid by. */
  paidBy(order: string): string | undefined;
  write(note: Note): void;
  /** What would go to a log, secrets and all if they are in it. */
  log(value: unknown): void;
}

export function openBooks(file: string): Books {
  const attempts = new Map<string, Map<string, unknown>>();
  const paid = new Map<string, string>();
  const learn = (note: Note): void => {
    if (note.kind === 'page')
      attempts.set(note.order, (attempts.get(note.order) ?? new Map<string, unknown>()).set(note.ntpID, note.attempt));
    if (note.kind === 'paid' && !paid.has(note.order)) paid.set(note.order, note.ntpID);
  };
  for (const note of readNotes(file)) learn(note);
  const write = (note: Note): void => {
    writeNote(file, note);
    learn(note);
  };
  return {
    attemptsAt: (order) => [...(attempts.get(order)?.values() ?? [])],
    orders: () => attempts.keys(),
    paidBy: (order) => paid.get(order),
    write,
    log: (value) => write({ kind: 'log', text: typeof value === 'string' ? value : inspect(value, { depth: 8 }) }),
  };
}
