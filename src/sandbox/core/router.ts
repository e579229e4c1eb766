import { operations, type OperationId } from '../../generated/neopay/operations.js';

/** Where a request belongs: an operation with its path parameters, a known path with another method, or nowhere. */
export type Match =
  | { readonly kind: 'operation'; readonly operation: OperationId; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'method'; readonly allow: readonly string[] }
  | { readonly kind: 'unknown' };

interface Pattern {
  readonly operation: OperationId;
  readonly method: string;
  readonly path: RegExp;
}

// A slash at the end makes no difference, as in the framework behind the API.
const patterns: readonly Pattern[] = Object.values(operations).map(({ id, method, path }) => ({
  operation: id,
  method,
  path: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/*$`),
}));

/** Finds the operation for a method and a path below the base path. */
export function matchOperation(method: string, path: string): Match {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const pattern of patterns) {
    const found = pattern.method === wanted ? pattern.path.exec(path) : null;
    if (found !== null) return readParameters(pattern.operation, found.groups ?? {});
  }
  const allow = patterns.filter((pattern) => pattern.path.test(path)).map((pattern) => pattern.method);
  if (allow.length === 0) return { kind: 'unknown' };
  return { kind: 'method', allow: (allow.includes('GET') ? [...allow, 'HEAD'] : allow).sort() };
}

function readParameters(operation: OperationId, groups: Readonly<Record<string, string>>): Match {
  const parameters: Record<string, string> = {};
  try {
    for (const name in groups) parameters[name] = decodeURIComponent(groups[name] ?? '');
    return { kind: 'operation', operation, parameters };
  } catch {
    // A broken percent sign names no link.
    return { kind: 'unknown' };
  }
}
