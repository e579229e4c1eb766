import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareWithReleased, files, type Comparison } from '../diff/comparison.js';
import { formatComparison } from '../diff/print.js';
import { findStale } from '../generate/output.js';
import { generate } from '../generate/pipeline.js';
import { addSection, formatSection, hasSection } from './changelog.js';

/** What a release would do. */
export interface Plan {
  readonly version: string;
  readonly section: string;
  /** New contents by file. */
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
  const section = formatSection(version, date, comparison.changes);
  const writes = new Map([
    [files.released, read(files.next)],
    [files.surface, `${comparison.surface.join('\n')}\n`],
    ['package.json', stamp(read('package.json'), version)],
    ['package-lock.json', stamp(read('package-lock.json'), version)],
    ['CHANGELOG.md', addSection(changelog, section)],
  ]);
  return { version, section, writes, objections: await objectionsTo(root, comparison, changelog), uncommitted: uncommittedFiles(root) };
}

async function objectionsTo(root: string, comparison: Comparison, changelog: string): Promise<string[]> {
  const { contents } = await generate(join(root, files.next), true);
  const stale = await findStale(join(root, 'generated'), contents);
  return [
    ...(comparison.enough ? [] : [formatComparison(comparison)]),
    ...(hasSection(changelog, comparison.after)
      ? [`${comparison.after} is released already: CHANGELOG.md has its section. Raise info.version in ${files.next}.`]
      : []),
    ...(stale.length ? [`generated/ is stale (${stale.join(', ')}). Run npm run generate.`] : []),
  ];
}

/** Sets the version of the package, in the lock file in both places that repeat it. */
function stamp(text: string, version: string): string {
  const count = text.includes('"lockfileVersion"') ? 2 : 1;
  let done = 0;
  return text.replace(/^( {2,6}"version": )"[^"]*"/gm, (line, start: string) => ((done += 1) > count ? line : `${start}"${version}"`));
}

function uncommittedFiles(root: string): string[] {
  const status = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return status
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
  for (const [file, text] of writes) await writeFile(join(root, file), text);
}
