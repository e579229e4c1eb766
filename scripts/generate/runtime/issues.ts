/** What is wrong with a value, and where: `settings.theme.logoType`, `items.0.id`, or nothing for the value itself. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

type Inspect = (value: unknown, path: string, issues: Issue[]) => void;

export function at(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}

export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

export function tell(issues: Issue[], path: string, message: string): void {
  issues.push({ path, message });
}

export function tellKind(issues: Issue[], path: string, expected: string, value: unknown): void {
  issues.push({ path, message: `must be ${expected}, not ${kindOf(value)}` });
}

/** Tells about the member that comes nearest to the value: the one whose problems lie deepest, then the one with the fewest. */
export function closest(value: unknown, path: string, issues: Issue[], members: readonly Inspect[]): void {
  const found = members.map((inspect) => problemsOf(inspect, value, path));
  const deep = found.filter((problems) => problems.every((problem) => problem.path !== path));
  const [nearest] = members.length === 1 ? found : deep.sort((one, other) => one.length - other.length);
  if (nearest) issues.push(...nearest);
  else
    issues.push({
      path,
      message: [...new Set(found.flatMap((problems) => problems.map((problem) => problem.message)))].slice(0, 5).join(', or '),
    });
}

function problemsOf(inspect: Inspect, value: unknown, path: string): Issue[] {
  const problems: Issue[] = [];
  inspect(value, path, problems);
  return problems;
}

/** The member that the value of the discriminating property names. */
export function tagged(value: unknown, property: string, members: readonly (readonly [string, Inspect])[]): readonly Inspect[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const tag = Object.getOwnPropertyDescriptor(value, property)?.value;
  const member = members.find(([name]) => name === tag)?.[1];
  return member && [member];
}
