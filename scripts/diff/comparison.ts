import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDocument } from '../generate/document.js';
import { readModel, type Model } from '../generate/model.js';
import { DocumentError, type Problem } from '../generate/problems.js';
import { isEnough, verdictOf, type Change, type Impact } from './change.js';
import { documentChanges } from './document-changes.js';
import { lifecycleChanges } from './lifecycle-changes.js';
import { readSurface } from './surface.js';
import { surfaceChanges } from './surface-changes.js';

/** The files that say what was last released, and the document that says what comes next. */
export const files = { released: 'spec/released.yaml', surface: 'spec/released-surface.txt', next: 'spec/links.yaml' } as const;

/** What has changed since the last release, and what its version must say. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly verdict: Impact | undefined;
  readonly before: string;
  readonly after: string;
  readonly enough: boolean;
  /** The public declarations as they are now. */
  readonly surface: readonly string[];
}

export async function compareWithReleased(root: string): Promise<Comparison> {
  const [released, next] = [join(root, files.released), join(root, files.next)];
  const [document, before, after, recorded] = await Promise.all([
    documentChanges(released, next),
    modelOf(released),
    modelOf(next),
    readLines(join(root, files.surface)),
  ]);
  const surface = readSurface(root);
  const changes = [...document, ...lifecycleChanges(before.lifecycle, after.lifecycle), ...surfaceChanges(recorded, surface)];
  const verdict = verdictOf(changes);
  const versions = { before: versionOf(before), after: versionOf(after) };
  return { changes, verdict, ...versions, enough: isEnough(versions.before, versions.after, verdict), surface };
}

async function modelOf(file: string): Promise<Model> {
  const { bundle, problems } = await loadDocument(file, false);
  const found: Problem[] = [...problems];
  const model = readModel(
    bundle,
    (pointer, message) => found.push({ pointer, message }),
    () => undefined,
  );
  if (found.length > 0) throw new DocumentError(found);
  return model;
}

function versionOf({ bundle: { info } }: Model): string {
  return String(typeof info === 'object' && info !== null && 'version' in info ? info.version : '');
}

async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}
