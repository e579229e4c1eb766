import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { objectAt } from '../generate/json.js';
import { findStale } from '../generate/output.js';
import { generate, readSound, type Generated, type Sound } from '../generate/pipeline.js';
import { DocumentError, problemAt } from '../generate/problems.js';
import { isEnough, isVersion, verdictOf, type Change, type Impact } from './change.js';
import { documentChanges } from './document-changes.js';
import { extensibleEnumChanges } from './extensible-enum-changes.js';
import { lifecycleChanges } from './lifecycle-changes.js';
import { readSurface } from './surface.js';
import { surfaceChanges } from './surface-changes.js';

/** The files that say what was last released, and the document that says what comes next. */
export const files = {
  released: 'spec/neopay/released.yaml',
  surface: 'spec/released-surface.txt',
  next: 'spec/neopay/openapi.yaml',
} as const;

/** What has changed since the last release, and what its version must say. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly verdict: Impact | undefined;
  readonly before: string;
  readonly after: string;
  /** `file:line:column` of the version. */
  readonly position: string;
  readonly enough: boolean;
  /** Generated files that do not hold what the document says now, so that the declarations cannot be trusted. */
  readonly stale: readonly string[];
  /** The public declarations as they are now. */
  readonly surface: readonly string[];
  readonly next: Generated;
}

export async function compareWithReleased(root: string): Promise<Comparison> {
  const places = { released: join(root, files.released), next: join(root, files.next) };
  const [released, { next, stale }, recorded] = await Promise.all([
    readSound(places.released, false),
    readNext(root),
    readLines(join(root, files.surface)),
  ]);
  const [before, after] = [versionOf(released), versionOf(next)];
  const bundles = { before: released.model.bundle, after: next.model.bundle };
  const [rated, surface] = await Promise.all([
    documentChanges(places.released, places.next, bundles),
    // Redocly works in a process of its own meanwhile.
    Promise.resolve().then(() => readSurface(root)),
  ]);
  const changes = [
    ...rated,
    ...baseUrlChanges(released, next),
    ...extensibleEnumChanges(bundles.before, bundles.after),
    ...lifecycleChanges(released.model.lifecycle, next.model.lifecycle),
    ...surfaceChanges(recorded, surface),
  ];
  const verdict = verdictOf(changes);
  const position = next.locate('#/info/version') ?? files.next;
  return { changes, verdict, before, after, position, enough: isEnough(before, after, verdict), stale, surface, next };
}

/** The document that comes next, and which generated files do not hold what it says. */
export async function readNext(root: string): Promise<Pick<Comparison, 'next' | 'stale'>> {
  const next = await generate(join(root, files.next), true);
  return { next, stale: await findStale(join(root, 'generated/neopay'), next.contents) };
}

/** Whether the version says enough of declarations that can be trusted. */
export function isReleasable({ enough, stale }: Comparison): boolean {
  return enough && stale.length === 0;
}

/** The first server is where the client sends requests unless it is told otherwise, which Redocly does not know. */
function baseUrlChanges({ model: before }: Sound, { model: after }: Sound): Change[] {
  const [[was = ''] = [], [is = ''] = []] = [[...before.servers.values()], [...after.servers.values()]];
  return was === is ? [] : [{ impact: 'major', text: `The client's \`baseUrl\` is \`${is}\` by default instead of \`${was}\`.` }];
}

function versionOf({ model: { bundle }, locate }: Sound): string {
  const { version: found = '' } = objectAt(bundle.info);
  const version = String(found);
  if (isVersion(version)) return version;
  const message = `"${version}" is no version of a release; write info.version as three numbers, such as 1.2.3.`;
  throw new DocumentError([problemAt(locate, '#/info/version', message)]);
}

async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}
