/** What is wrong with a value, and where: `settings.theme.logoType`, `items.0.id`, or nothing for the value itself. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Whether a value fits; nothing is a no. */
export type Verdict = boolean | undefined;

/** Tells whether a value fits. With a report it tells that one of every problem instead, and goes on to the next. */
export type Check = (value: unknown, report?: Report) => Verdict;

/** Collects the problems of a value that stands at a path. Whatever it is told, it says yes, so that the check goes on. */
export class Report {
  readonly #path: string;
  readonly #issues: Issue[];

  constructor(path: string, issues: Issue[]) {
    this.#path = path;
    this.#issues = issues;
  }

  /** The report about a member. */
  at(name: string | number): Report {
    return new Report(this.#path === '' ? String(name) : `${this.#path}.${name}`, this.#issues);
  }

  tell(message: string, actual?: number): true {
    this.#issues.push({ path: this.#path, message: actual === undefined ? message : `${message} ${actual}` });
    return true;
  }

  tellType(expected: string, value: unknown): true {
    return this.tell(this.#isMissing(value) ? 'is required' : `must be ${expected}, not ${typeOf(value)}`);
  }

  tellChoice(choice: string, value: unknown): true {
    return this.tell(this.#isMissing(value) ? 'is required' : `must be ${choice}`);
  }

  /** Tells about the member of a choice that comes nearest to the value: the one whose problems lie deepest, then the one with the fewest. */
  closest(value: unknown, members: readonly Check[]): true {
    const found = members.map((check) => problemsOf(check, value, this.#path));
    const deep = found.filter((problems) => problems.every(({ path }) => path !== this.#path));
    const [nearest] = members.length === 1 ? found : deep.sort((one, other) => one.length - other.length);
    if (!nearest) return this.tell([...new Set(found.flat().map(({ message }) => message))].slice(0, 5).join(', or '));
    this.#issues.push(...nearest);
    return true;
  }

  #isMissing(value: unknown): boolean {
    return value === undefined && this.#path !== '';
  }
}

export function explain(check: Check, value: unknown): Issue[] {
  return problemsOf(check, value, '');
}

function problemsOf(check: Check, value: unknown, path: string): Issue[] {
  const issues: Issue[] = [];
  check(value, new Report(path, issues));
  return issues;
}

function typeOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The member that the value of the discriminating property names. */
export function tagged(value: unknown, property: string, members: readonly (readonly [string, Check])[]): readonly Check[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const tag = Object.getOwnPropertyDescriptor(value, property)?.value;
  const member = members.find(([name]) => name === tag)?.[1];
  return member && [member];
}
