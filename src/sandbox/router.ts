import { operations, type OperationId } from '../../generated/operations.js';

/** Where a request belongs: an operation with its path parameters, a known path with another method, or nowhere. */
export type Match =
  | { readonly kind: 'operation'; readonly operation: OperationId; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'method'; readonly allow: readonly string[] }
  | { readonly kind: 'unknown' };

interface Pattern {
  readonly operation: OperationId;
  readonly method: string;
  readonly segments: readonly string[];
}

const ids = Object.keys(operations).filter((key): key is OperationId => Object.hasOwn(operations, key));
const patterns: readonly Pattern[] = ids.map((operation) => {
  const { method, path } = operations[operation];
  return { operation, method, segments: path.split('/').slice(1) };
});

/** Finds the operation for a method and a path below the base path. A slash at the end makes no difference, as in the framework behind the API. */
export function matchOperation(method: string, path: string): Match {
  const segments = path.replace(/\/+$/, '').split('/').slice(1);
  const fitting = patterns.filter((pattern) => fits(pattern, segments));
  const found = fitting.find((pattern) => pattern.method === (method === 'HEAD' ? 'GET' : method));
  if (found !== undefined) return readParameters(found, segments);
  return fitting.length === 0 ? { kind: 'unknown' } : { kind: 'method', allow: listMethods(fitting) };
}

function fits(pattern: Pattern, segments: readonly string[]): boolean {
  if (pattern.segments.length !== segments.length) return false;
  return pattern.segments.every((part, index) => (part.startsWith('{') ? segments[index] !== '' : part === segments[index]));
}

function listMethods(fitting: readonly Pattern[]): readonly string[] {
  const methods = fitting.map((pattern) => pattern.method as string);
  return (methods.includes('GET') ? [...methods, 'HEAD'] : methods).sort();
}

function readParameters(pattern: Pattern, segments: readonly string[]): Match {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.segments.entries()) {
    if (!part.startsWith('{')) continue;
    const value = decodeSegment(segments[index] ?? '');
    if (value === undefined) return { kind: 'unknown' };
    parameters[part.slice(1, -1)] = value;
  }
  return { kind: 'operation', operation: pattern.operation, parameters };
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
