import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselineOf } from './baseline.js';
import { compareWithReleased, isReleasable, type Comparison } from './comparison.js';
import { formatComparison } from './print.js';
import { writeTogether } from '../generate/output.js';
import { addSection, formatSection, hasSection } from './changelog.js';

/** What a release would do. */
export interface Plan {
  readonly version: string;
  readonly section: string;
  /** New contents by file, for the files that change. */
  readonly writes: ReadonlyMap<string, string>;
  /** Why it must not be done, whatever the state of the working tree. */
  readonly objections: readonly string[];
  /** Files that are changed and not committed. */
  readonly uncommitted: readonly string[];
}

export async function planRelease(root: string, date: string): Promise<Plan> {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const comparison = await compareWithReleased(root);
  const version = comparison.after;
  const changelog = read('CHANGELOG.md');
  const section = formatSection(version, date, comparison.changes, changelog);
  const writes = [
    ...(await baselineOf(root, comparison)),
    ...['package.json', 'package-lock.json'].map((file): [string, string] => [file, stamp(read(file), version)]),
    ['CHANGELOG.md', addSection(changelog, section)] as const,
  ];
  return {
    version,
    section,
    writes: new Map(writes.filter(([file, text]) => read(file) !== text)),
    objections: objectionsTo(comparison, changelog),
    uncommitted: uncommittedFiles(root),
  };
}

function objectionsTo(comparison: Comparison, changelog: string): string[] {
  const { after, position } = comparison;
  const released = `${after} is released already: CHANGELOG.md has its section. Raise info.version (${position}).`;
  // The comparison says so itself when the generated files are stale.
  return [...(isReleasable(comparison) ? [] : [formatComparison(comparison)]), ...(hasSection(changelog, after) ? [released] : [])];
}

/** Sets the version of the package, in the lock file in both places that repeat it. */
function stamp(text: string, version: string): string {
  const count = text.includes('"lockfileVersion"') ? 2 : 1;
  let done = 0;
  return text.replace(/^( {2,6}"version": )"[^"]*"/gm, (line, start: string) => ((done += 1) > count ? line : `${start}"${version}"`));
}

function uncommittedFiles(root: string): string[] {
  const parameters = ['-c', 'core.quotePath=false', 'status', '--porcelain', '--untracked-files=all'];
  const { status, stdout, stderr, error } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (status !== 0) return [`unknown files, since git does not say (${error?.message ?? stderr.trim()})`];
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3));
}

/** Why the release must not be done; a dry run may look at a working tree that is not committed. */
export function refusalsOf({ objections, uncommitted }: Plan, dryRun: boolean): string[] {
  const dirty = uncommitted.length > 0 && !dryRun;
  return [...objections, ...(dirty ? [`The working tree has changes that are not committed: ${uncommitted.join(', ')}.`] : [])];
}

export function describePlan({ version, section, writes }: Plan): string {
  return `Version ${version}\nFiles: ${[...writes.keys()].join(', ')}\n\n${section}`;
}

export async function carryOut(root: string, { writes }: Plan): Promise<void> {
  await writeTogether(root, writes);
}
