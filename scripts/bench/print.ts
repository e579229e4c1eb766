/** Prints a table that reads as text and as Markdown. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(`\n### ${title}\n`);
  console.log([line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}

/** Says whether one of the project's aims is reached. */
export function printAim(what: string, measured: number, limit: number, unit: string): void {
  console.log(`\nAim: ${what} ≤ ${limit} ${unit}; measured ${measured.toFixed(2)}: ${measured <= limit ? 'reached' : 'not reached'}.`);
}
