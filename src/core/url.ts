import { operations } from '../../generated/neopay/operations.js';
import type { OperationId } from '../../generated/neopay/operations.js';
import { InputError } from './errors.js';
import { pathSegment } from './path.js';

/** Stands where openapi-fetch would build a `Request`, which costs more than all the rest of a call. */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: RequestInit['body'] | undefined;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, init: { method: string; headers: Headers; body?: NonNullable<RequestInit['body']>; signal?: AbortSignal }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body;
    this.signal = init.signal;
  }
}

// openapi-fetch types whatever its `Request` option builds as a Request; here that is always a `PlainRequest`.
/** The request behind openapi-fetch's type for it. */
export function plain(request: Request): PlainRequest {
  return request as unknown as PlainRequest;
}

/** Fills a path template; an id that could reach another route never gets into an address. */
export function serializePath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => pathSegment('raw', values[name]));
}

// A Blob cannot be replayed, so no runtime sends it twice by itself when a reused connection dies.
/** A body that is delivered once. */
export function onceBody(json: string): Blob {
  return new Blob([json]);
}

/** The document's operation behind a request, and the path without its host. */
export function operationOf(method: string, path: string): OperationId | undefined {
  const segments = path.split('/');
  const found = Object.values(operations).find((operation) => operation.method === method && matches(operation.path.split('/'), segments));
  return found?.id;
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  return template.length === segments.length && template.every((part, index) => part.startsWith('{') || part === segments[index]);
}

/** The part of an address below the base; throws when it lies elsewhere, where the keys must not go. */
export function pathBelow(baseUrl: string, url: string): string {
  if (!url.startsWith(`${baseUrl}/`))
    throw new InputError('raw', [{ path: 'baseUrl', message: 'cannot be changed for one call; make another client' }]);
  const path = url.slice(baseUrl.length);
  const end = path.search(/[?#]/);
  const bare = end < 0 ? path : path.slice(0, end);
  if (bare.includes('{')) throw new InputError('raw', [{ path: 'params.path', message: `is missing a value for ${bare}` }]);
  return bare;
}
