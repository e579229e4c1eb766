/** Something wrong with the document, and where. */
export interface Problem {
  readonly message: string;
  /** JSON pointer into the document, `#/…`. */
  readonly pointer: string;
  /** `file:line:column`, when the place is known. */
  readonly position?: string;
}

/** Takes a problem while the work goes on, so that all of them are reported at once. */
export type Report = (pointer: string, message: string) => void;

/** The document cannot be generated from; nothing was written. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

function formatProblem({ position, pointer, message }: Problem): string {
  return [position, pointer].filter(Boolean).join(' ') + `\n  ${message}`;
}
