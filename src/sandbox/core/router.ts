import type { Operation } from './api.js';

/** Where a request belongs: an operation with its path parameters, a known path with another method, or nowhere. */
export type Match =
  | { readonly kind: 'operation'; readonly operation: string; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'method'; readonly allow: readonly string[] }
  | { readonly kind: 'unknown' };

/** Finds the operation for a method and a path below the API's prefix, or at the root. */
export type Router = (method: string, path: string) => Match;

export function createRouter(operations: Readonly<Record<string, Operation>>, prefix: string): Router {
  const patterns = Object.values(operations).map(({ id, method, path }) => {
    // A slash at the end makes no difference, as in most frameworks.
    const whole = `^(?:${prefix})?${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/*$`;
    return { operation: id, method, path: new RegExp(whole) };
  });
  return (method, path) => {
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const pattern of patterns) {
      const found = pattern.method === wanted ? pattern.path.exec(path) : null;
      if (found !== null) return readParameters(pattern.operation, found.groups ?? {});
    }
    const allow = patterns.filter((pattern) => pattern.path.test(path)).map((pattern) => pattern.method);
    if (allow.length === 0) return { kind: 'unknown' };
    return { kind: 'method', allow: (allow.includes('GET') ? [...allow, 'HEAD'] : allow).sort() };
  };
}

function readParameters(operation: string, groups: Readonly<Record<string, string>>): Match {
  const parameters: Record<string, string> = {};
  try {
    for (const name in groups) parameters[name] = decodeURIComponent(groups[name] ?? '');
    return { kind: 'operation', operation, parameters };
  } catch {
    // A broken percent sign names nothing.
    return { kind: 'unknown' };
  }
}
