import { operations } from '../../generated/neopay/operations.js';
import type { Settings } from '../neopay/options.js';
import { newTrace } from './request.js';
import type { Call, Scope, Send } from './request.js';
import { unusable } from './outcome.js';
import type { Scrub } from './redact.js';
import { onceBody, operationOf, pathBelow } from './url.js';
import type { PlainRequest } from './url.js';

/** Sends what the generated client asks for through the same layers; refusals come back as answers, as openapi-fetch has it. */
export async function sendRaw(request: PlainRequest, settings: Settings, send: Send, scrub: Scrub): Promise<Response> {
  const call = rawCall(request, settings);
  const answer = await send(call).catch((error: unknown) => {
    // openapi-fetch goes on as if nothing had happened after a rejection without a reason.
    throw error || new DOMException('This operation was aborted', 'AbortError');
  });
  if (answer.ok && answer.body !== '' && !isJson(answer.body)) throw unusable(call, answer, 'the body is no JSON', scrub);
  if (answer.status > 599) throw unusable(call, answer, 'that status cannot be an answer', scrub);
  const bodyless = answer.status === 204 || answer.status === 205;
  return new Response(bodyless ? null : answer.body, { status: answer.status, headers: answer.headers });
}

function rawCall(request: PlainRequest, settings: Settings): Call {
  const { url, method, body, signal } = request;
  const { timeout, deadline } = settings;
  const path = pathBelow(settings.baseUrl, url);
  const operation = operationOf(method, path);
  const scope: Scope = { signal, timeout, deadline, deadlineAt: performance.now() + deadline };
  return {
    operation: operation ?? `${method} ${path}`,
    url,
    method,
    path,
    headers: headersOf(request),
    body: typeof body === 'string' ? onceBody(body) : body,
    scope,
    trace: newTrace(),
    repeatable: operation === undefined ? method === 'GET' : operations[operation].repeatable,
    tolerant: true,
  };
}

// The credentials are the client's to set, in whatever case a caller spells their names.
function headersOf(request: PlainRequest): Record<string, string> {
  const headers = Object.fromEntries(request.headers);
  for (const name of ['x-app-key', 'authorization', 'accept']) delete headers[name];
  return { Accept: 'application/json', ...headers };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
