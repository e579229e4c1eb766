import { loadDocument } from './document.js';
import { emitters } from './emit/index.js';
import { startTypes } from './emit/types-process.js';
import { readModel } from './model.js';
import { DocumentError, type Problem, type Report } from './problems.js';

export interface Generated {
  /** File contents by name. */
  readonly contents: ReadonlyMap<string, string>;
  /** Every file the document is made of. */
  readonly sources: readonly string[];
  /** What is read as an annotation only, as OpenAPI allows. */
  readonly notices: readonly Problem[];
}

/** Makes every generated file from a document, or throws a `DocumentError` with all that is wrong with it. */
export async function generate(file: string, own: boolean): Promise<Generated> {
  startTypes();
  const { bundle, files, locate, problems } = await loadDocument(file, own);
  const found: Problem[] = [...problems];
  const notices: Problem[] = [];
  const model = readModel(
    bundle,
    add(found, locate),
    add(notices, () => undefined),
  );
  if (found.length > 0) throw new DocumentError(found);
  const emitted = Object.entries(emitters).map(async ([name, emit]): Promise<[string, string]> => [name, await emit(model)]);
  return { contents: new Map(await Promise.all(emitted)), sources: files, notices };
}

/** Reports each place once: what the lint says of it is not said again. */
function add(problems: Problem[], locate: (pointer: string) => string | undefined): Report {
  const known = new Set(problems.map(({ pointer }) => pointer));
  return (pointer, message) => {
    if (known.has(pointer)) return;
    known.add(pointer);
    const position = locate(pointer);
    problems.push({ pointer, message, ...(position === undefined ? {} : { position }) });
  };
}
