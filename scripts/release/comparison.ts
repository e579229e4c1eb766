import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apis, type Api } from '../apis.js';
import { objectAt } from '../generate/json.js';
import { findStale } from '../generate/output.js';
import { generate, readSound, type Generated, type Sound } from '../generate/pipeline.js';
import { DocumentError, problemAt } from '../generate/problems.js';
import { bumpOf, isEnough, isVersion, strongest, verdictOf, type Change, type Impact } from './change.js';
import { documentChanges } from './document-changes.js';
import { extensibleEnumChanges } from './extensible-enum-changes.js';
import { lifecycleChanges } from './lifecycle-changes.js';
import { readSurface } from './surface.js';
import { surfaceChanges } from './surface-changes.js';

/** Where the public declarations of the last release are kept. */
export const surfaceFile = 'spec/released-surface.txt';

/** What has changed in one API's document since the last release, and what its `info.version` must say. */
export interface ApiComparison {
  readonly api: Api;
  readonly changes: readonly Change[];
  readonly verdict: Impact | undefined;
  readonly before: string;
  readonly after: string;
  /** `file:line:column` of the version. */
  readonly position: string;
  readonly enough: boolean;
  /** Generated files that do not hold what the document says now. */
  readonly stale: readonly string[];
  readonly next: Generated;
}

/** What has changed since the last release: each document, and the public declarations. */
export interface Comparison {
  readonly documents: readonly ApiComparison[];
  readonly declarations: readonly Change[];
  /** The public declarations as they are now. */
  readonly surface: readonly string[];
  /** What the version of the package must say: the strongest of all. */
  readonly verdict: Impact | undefined;
}

/** Compares every document and the declarations with what was last released. */
export async function compareWithReleased(root: string): Promise<Comparison> {
  const [documents, { surface, declarations }] = await Promise.all([
    Promise.all(apis.map((api) => compareDocument(root, api))),
    compareDeclarations(root),
  ]);
  const raised = documents.map(({ verdict, before, after }) => strongest(verdict, bumpOf(before, after)));
  return { documents, declarations, surface, verdict: strongest(verdictOf(declarations), ...raised) };
}

async function compareDocument(root: string, api: Api): Promise<ApiComparison> {
  const places = { released: join(root, api.released), next: join(root, api.document) };
  const [released, { next, stale }] = await Promise.all([readSound(places.released, false), readNext(root, api)]);
  const [before, after] = [versionOf(released), versionOf(next)];
  const bundles = { before: released.model.bundle, after: next.model.bundle };
  const changes = [
    ...(await documentChanges(places.released, places.next, bundles)),
    ...baseUrlChanges(released, next),
    ...extensibleEnumChanges(bundles.before, bundles.after),
    ...lifecycleChanges(released.model.lifecycle, next.model.lifecycle),
  ];
  const verdict = verdictOf(changes);
  const position = next.locate('#/info/version') ?? api.document;
  return { api, changes, verdict, before, after, position, enough: isEnough(before, after, verdict), stale, next };
}

async function compareDeclarations(root: string): Promise<Pick<Comparison, 'surface' | 'declarations'>> {
  const recorded = await readLines(join(root, surfaceFile));
  const surface = readSurface(root);
  return { surface, declarations: surfaceChanges(recorded, surface) };
}

/** The document that comes next, and which generated files do not hold what it says. */
export async function readNext(root: string, api: Api): Promise<Pick<ApiComparison, 'api' | 'next' | 'stale'>> {
  const next = await generate(join(root, api.document), true);
  return { api, next, stale: (await findStale(join(root, api.folder), next.contents)).map((name) => `${api.folder}/${name}`) };
}

/** Whether each version says enough, of declarations that can be trusted. */
export function isReleasable({ documents }: Comparison): boolean {
  return documents.every(({ enough, stale }) => enough && stale.length === 0);
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
