import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { readTable, writeRow } from './csv.js';
import type { Row } from './csv.js';

/** What an import adds to the columns of its file. */
const added = ['id', 'status', 'payUrl', 'outcome', 'error'] as const;

/** What became of one row. */
export type Result = Readonly<Record<(typeof added)[number], string>>;

/** Where the results of a file go: `orders.csv` has `orders.result.csv` beside it. */
export function resultFileOf(file: string): string {
  return join(dirname(file), `${basename(file, extname(file))}.result${extname(file) || '.csv'}`);
}

/** What became of each row so far; a row is known by all of its values, so a changed one is a new one. */
export interface ResultFile {
  /** The result that an earlier run wrote for the row. */
  earlier(row: Row): Result | undefined;
  /** Writes a result at once: whoever stops the run loses none. */
  add(row: Row, result: Result): void;
  /** Puts the rows in the order of the file, each once. */
  finish(rows: readonly Row[]): void;
}

/** Takes up the results of an earlier run, where there was one; a line that was being written when it was stopped is left out. */
export function openResultFile(file: string, columns: readonly string[]): ResultFile {
  const results = new Map<string, { readonly row: Row; readonly result: Result }>();
  const head = writeRow([...columns, ...added]);
  const keyOf = ({ values }: Row): string => JSON.stringify(columns.map((name) => values[name] ?? ''));
  const lineOf = ({ row, result }: { readonly row: Row; readonly result: Result }): string =>
    writeRow([...columns.map((name) => row.values[name] ?? ''), ...added.map((name) => result[name])]);

  function write(kept: readonly { readonly row: Row; readonly result: Result }[]): void {
    writeFileSync(`${file}.new`, [head, ...kept.map(lineOf)].join(''));
    renameSync(`${file}.new`, file);
  }

  if (existsSync(file)) for (const row of readTable(file, true).rows) results.set(keyOf(row), { row, result: resultOf(row) });
  write([...results.values()]);
  return {
    earlier: (row) => results.get(keyOf(row))?.result,
    add(row, result) {
      results.set(keyOf(row), { row, result });
      appendFileSync(file, lineOf({ row, result }));
    },
    finish: (rows) => write(rows.flatMap((row) => results.get(keyOf(row)) ?? [])),
  };
}

function resultOf({ values }: Row): Result {
  const { id = '', status = '', payUrl = '', outcome = '', error = '' } = values;
  return { id, status, payUrl, outcome, error };
}
