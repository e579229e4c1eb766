import type { JournalEntry } from '../sandbox/journal.js';

/** One request in one line: time, method, path, status, how long it took, what came of it. */
export function logLine(entry: JournalEntry, secrets: readonly (string | undefined)[]): string {
  const took = `${Math.round(entry.duration ?? 0)} ms`;
  const status = entry.responded ? String(entry.status) : '---';
  const parts = [entry.at.slice(11, 19), entry.method.padEnd(5), mask(entry.path, secrets), status, took, entry.outcome];
  const notes = [entry.linkStatus, entry.reference, entry.fault === undefined ? undefined : `(fault: ${entry.fault})`];
  return printable([...parts, ...notes.filter((note) => note !== undefined)].join(' '));
}

/** A key that someone put into the path stays out of the log. */
function mask(path: string, secrets: readonly (string | undefined)[]): string {
  return secrets.reduce<string>(
    (text, secret) => (secret ? text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***') : text),
    path,
  );
}

/** Control characters could move a terminal's cursor or change its colours. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}
