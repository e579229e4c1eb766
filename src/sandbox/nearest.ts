/** ` (did you mean …?)` for a name close to a known one, else nothing. */
export function nearest(name: unknown, known: Iterable<string>): string {
  if (typeof name !== 'string') return '';
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = countEdits(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= Math.max(2, candidate.length / 3) && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best === undefined ? '' : ` (did you mean ${best.candidate}?)`;
}

/** How many characters to add, remove or replace to turn one word into the other. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
