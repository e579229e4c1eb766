import { InputError } from './errors.js';
import { newTrace } from './request.js';
import { reasonOf } from './timeout.js';
import type { Api, OpenTransport } from './transport.js';
import { operationOf, pathBelow } from './url.js';

// Set by the transport for every request; and a body is sent as text, which needs no further word.
const ours = ['method', 'headers', 'body', 'signal', 'redirect', 'keepalive', 'duplex'];
const standard = ['cache', 'credentials', 'integrity', 'mode', 'priority', 'referrer', 'referrerPolicy'] as const;

/**
 * A `fetch` for the generated openapi-fetch client that sends through the transport: credentials, time limits and retries are on, and whatever else a call's
 * init holds reaches the `fetch` in use. Refusals come back as responses, as openapi-fetch has it.
 */
export function createRawFetch<Operations>(
  transport: OpenTransport<Operations>,
  { operations, credentials }: Pick<Api, 'operations' | 'credentials'>,
  baseUrl: string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, signal } = request;
    const path = pathBelow(baseUrl, url);
    if (path === undefined) throw refused('baseUrl', 'cannot be changed for one call; make another client');
    const operation = operationOf(operations, method, path) ?? unknownOperation(method, path, Object.keys(credentials));
    const scope = transport.start(operation.id, { signal });
    const prepared = {
      operation,
      path,
      url,
      headers: headersOf(request, Object.keys(credentials)),
      body: await bodyOf(request),
      scope,
      trace: newTrace(),
      special: { tolerant: true, init: initOf(request) },
    };
    const response = await transport.sendPrepared(prepared).catch((error: unknown) => {
      // openapi-fetch goes on as if nothing had happened after a rejection without a reason.
      throw error || reasonOf(new AbortController().signal);
    });
    const { status, ok, body, headers } = response;
    if (ok && body !== '' && !isJson(body)) throw transport.unusable(response, 'the body is no JSON');
    if (status > 599) throw transport.unusable(response, 'that status cannot be a response');
    const bodyless = status === 204 || status === 205;
    return new Response(bodyless ? null : body, { status, headers: headers instanceof Headers ? headers : {} });
  };
}

// What the document does not name may do anything, so it is never sent twice.
function unknownOperation(method: string, path: string, security: readonly string[]) {
  return { id: `${method} ${path}`, method, path, security, effect: 'change' } as const;
}

// The credentials are the client's to set, in whatever case a caller spells their names.
function headersOf(request: Request, credentials: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', ...Object.fromEntries(request.headers) };
  for (const name of credentials) delete headers[name.toLowerCase()];
  return headers;
}

async function bodyOf(request: Request): Promise<string | undefined> {
  if (request.bodyUsed) throw refused('body', 'was read already; hand on a clone of the request');
  const text = await request.text();
  return text === '' ? undefined : text;
}

// What a plain request has as well was not asked for.
function initOf(request: Request): Record<string, unknown> {
  const plain = new Request(request.url);
  const asked = standard.filter((name) => name in request && Reflect.get(request, name) !== Reflect.get(plain, name));
  const init = Object.fromEntries(asked.map((name) => [name, Reflect.get(request, name)]));
  // openapi-fetch puts what is no member of a Request on the object itself.
  const extra = Object.entries(request).filter(([name]) => !ours.includes(name));
  return { ...init, ...Object.fromEntries(extra) };
}

function refused(path: string, message: string): InputError {
  return new InputError('raw', [{ path, message }]);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
