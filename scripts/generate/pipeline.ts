import { loadDocument } from './document.js';
import { emitters } from './emit/index.js';
import { format } from './format.js';
import { readModel } from './model.js';
import { DocumentError, type Problem } from './problems.js';

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
  const { bundle, files, locate, problems } = await loadDocument(file, own);
  const found: Problem[] = [...problems];
  const notices: Problem[] = [];
  const model = readModel(
    bundle,
    add(found, locate),
    add(notices, () => undefined),
  );
  if (found.length > 0) throw new DocumentError(found);
  const contents = await format(new Map(Object.entries(emitters).map(([name, emit]) => [name, emit(model)])));
  return { contents, sources: files, notices };
}

function add(problems: Problem[], locate: (pointer: string) => string | undefined): (pointer: string, message: string) => void {
  return (pointer, message) => {
    const position = locate(pointer);
    if (!problems.some((problem) => problem.pointer === pointer))
      problems.push({ pointer, message, ...(position === undefined ? {} : { position }) });
  };
}
