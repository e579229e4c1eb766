import type { Change } from './change.js';

/** What changed in the public declarations. What was there must stay; a new name, member or choice is an addition. */
export function surfaceChanges(before: readonly string[], after: readonly string[]): Change[] {
  const [old, current] = [new Set(before), new Set(after)];
  const removed = before
    .filter((line) => !current.has(line))
    .map((line): Change => ({ impact: 'major', text: `Declarations: \`${line}\` was removed.` }));
  const known = new Set(before.map(placeOf));
  const added = after
    .filter((line) => !old.has(line))
    .map((line): Change => ({ impact: rate(line, known), text: `Declarations: \`${line}\` was added.` }));
  return [...removed, ...added];
}

function rate(line: string, known: ReadonlySet<string>): Change['impact'] {
  const place = placeOf(line);
  // Another kind of value where callers have relied on the kinds there were; one more word in a list of words is expected.
  if (known.has(place)) return /: '[^']*'$/.test(line) ? 'minor' : 'major';
  // Callers write these objects themselves, so a member that they must give breaks them.
  const demanded = /^\w*(Options|Input)(\.\w+)*\.\w+: /.test(line);
  const owner = place.slice(0, place.lastIndexOf('.'));
  return demanded && [...known].some((other) => other.startsWith(`${owner}.`)) ? 'major' : 'minor';
}

function placeOf(line: string): string {
  return line.slice(0, line.indexOf(': ') < 0 ? line.length : line.indexOf(': '));
}
