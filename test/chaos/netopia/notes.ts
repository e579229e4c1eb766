import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What a shop writes down, one JSON object a line, before anybody learns of it. It is all that survives a kill. */
export type Note =
  /** A page that the payer is about to be sent to, and the attempt as the client describes it. */
  | {
      readonly kind: 'page';
      readonly order: string;
      readonly ntpID: string;
      readonly attempt: unknown;
      readonly stillPayable: readonly string[];
    }
  /** The order counts as paid. */
  | { readonly kind: 'paid'; readonly order: string; readonly ntpID: string }
  /** A notification was believed. */
  | { readonly kind: 'believed'; readonly body: string }
  /** A refund that the shop counts as made. */
  | { readonly kind: 'refunded'; readonly ntpID: string; readonly amount: number }
  /** How long a call of the client took beyond what it may, in milliseconds. */
  | { readonly kind: 'late'; readonly name: string; readonly took: number }
  /** Whatever would go to a log. */
  | { readonly kind: 'log'; readonly text: string };

/** The notes in a shop's file. The last line of a process that was killed may be cut short. */
export function readNotes(file: string): Note[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [parseNote(line)] : []));
}

function parseNote(line: string): Note {
  return JSON.parse(line);
}

export function writeNote(file: string, note: Note): void {
  appendFileSync(file, `${JSON.stringify(note)}\n`);
}
