import { relative } from 'node:path';

/** Something wrong with the document, and where. */
export interface Problem {
  readonly message: string;
  /** JSON pointer into the document, `#/…`. */
  readonly pointer: string;
  /** `file:line:column`, when the place is known. */
  readonly position?: string;
}

/** Gives `file:line:column` of a pointer, when the place is known. */
export type Locate = (pointer: string) => string | undefined;

/** Takes a problem while the work goes on, so that all of them are reported at once. */
export type Report = (pointer: string, message: string) => void;

/** The document cannot be generated from; nothing was written. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly problems: readonly Problem[];
  /** Every file the document is made of, as far as they are known. */
  readonly sources: readonly string[];

  constructor(problems: readonly Problem[], sources: readonly string[] = []) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
    this.sources = sources;
  }
}

/** A problem with its position, where that is known. */
export function problemAt(locate: Locate, pointer: string, message: string): Problem {
  const position = locate(pointer);
  return { pointer, message, ...(position === undefined ? {} : { position }) };
}

/** The name of a file as it is said to people. */
export function nameOfFile(file: string): string {
  return relative('', file) || '.';
}

function formatProblem({ position, pointer, message }: Problem): string {
  return [position, pointer].filter(Boolean).join(' ') + `\n  ${message}`;
}
