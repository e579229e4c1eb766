/** The lines of earlier declarations with the names that others have now: nobody can import what is not exported, so its name is no promise. */
export function forgiveRenames(before: readonly string[], after: readonly string[]): readonly string[] {
  const exported = new Set([...before, ...after].flatMap((line) => exportIn(line) ?? []));
  const namesIn = (lines: readonly string[]): string[] => [...new Set(lines.map(nameOf))].filter((name) => !exported.has(name));
  const [old, current] = [namesIn(before), namesIn(after)];
  const taken = new Set(after);
  return old
    .filter((name) => !current.includes(name))
    .reduce((lines, name) => {
      const twin = current.find(
        (other) => !old.includes(other) && rename(lines, name, other).every((line, at) => line === lines[at] || taken.has(line)),
      );
      return twin === undefined ? lines : rename(lines, name, twin);
    }, before);
}

function rename(lines: readonly string[], name: string, other: string): string[] {
  const [pattern, replacement] = [new RegExp(`\\b${bare(name)}\\b`, 'g'), bare(other)];
  const sameEntry = (line: string): boolean => !line.startsWith('export ') && entryOf(line) === entryOf(name);
  return lines.map((line) => (sameEntry(line) ? line.replace(pattern, () => replacement) : line));
}

function exportIn(line: string): string | undefined {
  const [, name = '', entry] = /^export (\S+) from paylinks(?:\/(\S+))?$/.exec(line) ?? [];
  return entry === undefined ? name || undefined : `${entry.replace('/', '-')}/${name}`;
}

function nameOf(line: string): string {
  return /^(?:[\w-]+\/)?\w+/.exec(line)?.[0] ?? line;
}

/** The entry whose declaration a line tells of; nothing for the main one. */
function entryOf(text: string): string | undefined {
  return /^([\w-]+)\//.exec(text)?.[1];
}

function bare(name: string): string {
  return name.replace(/^[\w-]+\//, '');
}
