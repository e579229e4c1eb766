import { invariants, type Invariant } from './checker/index.js';
import { matrixRows } from './fault-matrix.js';
import { brokenIn, type Report } from './report.js';

export interface Column {
  readonly title: string;
  readonly report: Report;
}

/** The runs side by side, one row for each thing that must be zero, as Markdown that also reads well in a terminal. */
export function formatTable(columns: readonly Column[]): string {
  const head = ['', ...columns.map(({ title }) => title)];
  const facts: [string, (report: Report) => string][] = [
    ['calls', ({ calls }) => count(calls)],
    ['requests', ({ requests }) => count(requests)],
    ['requests that met a fault', ({ faults, requests }) => share(faults, requests)],
    ['reads the runtime sent twice by itself', ({ resentReads }) => count(resentReads)],
    ['creates and transitions it sent twice', ({ resentWrites }) => count(resentWrites)],
    ['links made', ({ created }) => count(created)],
  ];
  const rules = Object.entries(invariants).map(([name, meaning]): [string, (report: Report) => string] => [
    `${name} ${meaning}`,
    ({ broken }) => count(isInvariant(name) ? broken[name] : 0),
  ]);
  const ends: [string, (report: Report) => string][] = [
    ['succeeded', ({ ok, calls }) => share(ok, calls)],
    ['I14 ended as unknown, said so', ({ unknown, calls }) => share(unknown, calls)],
    ['I14 of these, createOnce with the link there', ({ unknownThoughThere }) => count(unknownThoughThere)],
    ['half of the calls within', ({ latencies }) => milliseconds(latencies, 0.5)],
    ['99 % of the calls within', ({ latencies }) => milliseconds(latencies, 0.99)],
    ['true rate of each zero, 95 % sure', ({ calls }) => `< ${(300 / Math.max(1, calls)).toFixed(3)} %`],
  ];
  const rows = [...facts, ...rules, ...ends].map(([title, tell]) => [title, ...columns.map(({ report }) => tell(report))]);
  return align([head, ...rows]);
}

/** What became of each fault, as a table of its own. */
export function formatMatrix({ title, report }: Column): string {
  return `${title}\n\n${align(matrixRows(report.byFault))}`;
}

/** What went wrong, in words; empty when all is well. */
export function formatFindings({ title, report }: Column): string {
  if (brokenIn(report).length === 0) return '';
  return [`${title}:`, ...report.examples.map((example) => `  ${example}`)].join('\n');
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function milliseconds(latencies: readonly number[], quantile: number): string {
  const sorted = [...latencies].sort((one, other) => one - other);
  return `${Math.round(sorted[Math.floor(sorted.length * quantile)] ?? 0)} ms`;
}

function isInvariant(name: string): name is Invariant {
  return name in invariants;
}
