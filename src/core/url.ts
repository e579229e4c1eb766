import { InputError } from './errors.js';
import type { Operation } from './request.js';

// A dot segment is folded away by every URL parser, so `..` would reach another route; servers may decode its escaped forms too.
const dots = /^(?:\.|%2e){1,2}$/i;
const unsafe = /[/\\?#\u0000-\u001f\u007f-\u009f]|%2f|%5c/i;

// What every UUID and number is made of; nothing of it is escaped in an address.
const plain = /^[\w-]+$/;

/** A value as one path segment; throws `InputError` for whatever could reach another route. */
export function pathSegment(operation: string, name: string, value: unknown): string {
  if (typeof value === 'string' && plain.test(value)) return value;
  const message = segmentIssue(value);
  if (message !== undefined) throw new InputError(operation, [{ path: name, message }]);
  return encodeURIComponent(String(value));
}

function segmentIssue(value: unknown): string | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value > 0 ? undefined : 'must be a positive whole number when it is a number';
  if (typeof value !== 'string') return `must be text or a positive whole number, got ${value === null ? 'null' : typeof value}`;
  if (value.trim() === '') return 'must not be empty';
  if (dots.test(value) || unsafe.test(value))
    return 'must not be . or .. nor contain / \\ ? # or control characters, since it would reach another address';
  return /\p{Surrogate}/u.test(value) ? 'must be well-formed text; it holds half a surrogate pair' : undefined;
}

/** Fills an operation's path. */
export function fillPath({ id, path }: Pick<Operation, 'id' | 'path'>, values: Readonly<Record<string, unknown>> | undefined): string {
  let filled = '';
  let done = 0;
  for (let open = path.indexOf('{'); open >= 0; open = path.indexOf('{', done)) {
    const close = path.indexOf('}', open);
    const name = path.slice(open + 1, close);
    filled += path.slice(done, open) + pathSegment(id, name, values?.[name]);
    done = close + 1;
  }
  return done === 0 ? path : filled + path.slice(done);
}

/** A query with its question mark: text is taken as it is; members that are `undefined` or `null` are left out, lists are repeated. */
export function queryOf(query: string | object | undefined): string {
  if (query === undefined || query === '') return '';
  if (typeof query === 'string') return `?${query}`;
  const pairs = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined && item !== null)
      .map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(String(item))}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** The operation behind a method and a path. */
export function operationOf(operations: Readonly<Record<string, Operation>>, method: string, path: string): Operation | undefined {
  const segments = path.split('/');
  return Object.values(operations).find((operation) => operation.method === method && matches(operation.path.split('/'), segments));
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  return template.length === segments.length && template.every((part, index) => part.startsWith('{') || part === segments[index]);
}

/** The path of an address below the base; `undefined` when it lies elsewhere, where the credentials must not go. */
export function pathBelow(baseUrl: string, url: string): string | undefined {
  return url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length).replace(/[?#].*/s, '') : undefined;
}

/** An absolute address, or `undefined`; some runtimes have no `URL.canParse`. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
