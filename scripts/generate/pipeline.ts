import { posix } from 'node:path';
import { loadDocument } from './document.js';
import { emitters, helperEmitters } from './emit/index.js';
import { requestTypes, startTypes } from './emit/types-process.js';
import { readModel, type Model } from './model.js';
import { DocumentError, problemAt, type Locate, type Problem, type Report } from './problems.js';
import { nestedNames } from './schema/order.js';

/** A document without a mistake. */
export interface Sound {
  readonly model: Model;
  /** Every file the document is made of. */
  readonly sources: readonly string[];
  /** What is read as an annotation only, as OpenAPI allows. */
  readonly notices: readonly Problem[];
  /** `file:line:column` of a pointer. */
  readonly locate: Locate;
}

export interface Generated extends Sound {
  /** File contents by name, from the folder they go to; nothing for a file that this document has no use for. */
  readonly contents: ReadonlyMap<string, string | undefined>;
}

/** Makes every generated file from a document, or throws a `DocumentError` with all that is wrong with it. */
export async function generate(file: string, own: boolean): Promise<Generated> {
  startTypes();
  const sound = await readSound(file, own);
  const { model } = sound;
  const { text } = await requestTypes({ document: model.document, recursive: [...nestedNames(model.components)] });
  const types = text.then((content): [string, string] => ['types.ts', content]);
  // The documents of this project share their helpers; the files of any other stand by themselves.
  const helpers = own ? '../' : './';
  const others = Object.entries(emitters).map(async ([name, emit]): Promise<[string, string | undefined]> => [
    name,
    await emit(model, helpers),
  ]);
  const shared = Object.entries(helperEmitters).map(async ([name, emit]): Promise<[string, string]> => [
    posix.join(helpers, name),
    await emit(),
  ]);
  return { ...sound, contents: new Map(await Promise.all([types, ...others, ...shared])) };
}

/** Reads a document, or throws a `DocumentError` with all that is wrong with it. */
export async function readSound(file: string, own: boolean): Promise<Sound> {
  const { bundle, files, locate, problems } = await loadDocument(file, own);
  const found: Problem[] = [...problems];
  const notices: Problem[] = [];
  const model = readModel(
    bundle,
    add(found, locate),
    add(notices, () => undefined),
  );
  if (found.length > 0) throw new DocumentError(found, files);
  return { model, sources: files, notices, locate };
}

/** Reports each place once: what the lint says of it is not said again. */
function add(problems: Problem[], locate: Locate): Report {
  const known = new Set(problems.map(({ pointer }) => pointer));
  return (pointer, message) => {
    if (known.has(pointer)) return;
    known.add(pointer);
    problems.push(problemAt(locate, pointer, message));
  };
}
