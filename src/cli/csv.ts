import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from './flags.js';

/** One row of a file by its column names, and the line it begins on. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A table as spreadsheets write it: with a byte order mark or without, with commas, semicolons or tabs. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Reads a whole table; throws a `UsageError` that names the file and the line. With `damaged`, lines that cannot be read are left out. */
export function readTable(file: string, damaged = false): Table {
  const [head, ...records] = parseText(file, readText(file), damaged);
  if (head === undefined) throw new UsageError(`${file} is empty; its first line names the columns.`);
  const columns = head.record.map((name) => name.trim());
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`${file} has the column ${twice} twice.`);
  const rows = records.map(({ record, info }) => ({
    line: info.lines,
    values: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])),
  }));
  return { columns, rows };
}

/** One line of a table, its end included. */
export function writeRow(values: readonly string[]): string {
  return stringify([[...values]]);
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseText(file: string, text: string, damaged: boolean): readonly Parsed[] {
  const options = { bom: true, delimiter: delimiterOf(text), info: true, skip_empty_lines: true, skip_records_with_error: damaged };
  try {
    // With `info` a record comes with where it was read, which its types do not know.
    return parse(text, options) as unknown as Parsed[];
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The one that the first line has most of: two at a time would cut what stands in a field. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
