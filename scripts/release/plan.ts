import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { baselineOf } from './baseline.js';
import { nextVersion, type Change } from './change.js';
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
  const changelog = read('CHANGELOG.md');
  const version = versionAfter(Manifest.parse(JSON.parse(read('package.json'))).version, comparison);
  const section = formatSection(version, date, changesOf(comparison), changelog);
  const writes = [
    ...(await baselineOf(root, comparison.documents, comparison.surface)),
    ...['package.json', 'package-lock.json'].map((file): [string, string] => [file, stamp(read(file), version)]),
    ['CHANGELOG.md', addSection(changelog, section)] as const,
  ];
  return {
    version,
    section,
    writes: new Map(writes.filter(([file, text]) => read(file) !== text)),
    objections: objectionsTo(comparison, version, changelog),
    uncommitted: uncommittedFiles(root),
  };
}

const Manifest = z.object({ version: z.string() });

/** The version of the package: the next that says enough of all that changed, or the one that stands there when nothing did. */
function versionAfter(stamped: string, { verdict }: Comparison): string {
  return verdict === undefined ? stamped : nextVersion(stamped, verdict);
}

/** Every change, with the API in front of what changed in its document. */
function changesOf({ documents, declarations }: Comparison): Change[] {
  const rated = documents.flatMap(({ api, changes }) => changes.map((change) => ({ ...change, text: `${api.name}: ${change.text}` })));
  return [...rated, ...declarations];
}

function objectionsTo(comparison: Comparison, version: string, changelog: string): string[] {
  const released = `${version} is released already: CHANGELOG.md has its section, and nothing changed since.`;
  // The comparison says so itself when the generated files are stale.
  return [...(isReleasable(comparison) ? [] : [formatComparison(comparison)]), ...(hasSection(changelog, version) ? [released] : [])];
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
