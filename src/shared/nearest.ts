const farthest = 3;

/** The known name that a misspelt one most likely means, or `undefined`. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const candidates = known.map((candidate) => ({ candidate, steps: distance(fold(name), fold(candidate)) }));
  const [best] = candidates.sort((a, b) => a.steps - b.steps);
  return best !== undefined && best.steps <= Math.min(farthest, name.length / 2) ? best.candidate : undefined;
}

/** How to mend an unknown name. */
export function unknownName(name: string, known: readonly string[], kind: string): string {
  const guess = nearest(name, known);
  return `is no known ${kind}; ${guess === undefined ? `known are ${known.join(', ')}` : `did you mean ${guess}?`}`;
}

/** ` (did you mean …?)` for a name close to a known one, else nothing. */
export function suggest(name: string, known: Iterable<string>): string {
  const guess = nearest(name, [...known]);
  return guess === undefined ? '' : ` (did you mean ${guess}?)`;
}

// Case and word separators are the commonest slips.
function fold(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      next.push(Math.min((row[j] ?? 0) + (left === right ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
