import { Failure, connectionFailure, isControlFlow } from './failure.js';
import type { Delivery, Request, Send } from './request.js';
import { readResponse } from './response.js';
import type { FetchResponse } from './response.js';

/** What `fetch` is called with. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
  readonly keepalive: false;
  readonly cache?: 'no-store';
}

/** The part of `fetch` that the client uses; that of browsers and runtimes, undici's and node-fetch's fit. */
export interface Fetch {
  (url: string, init: FetchInit): Promise<FetchResponse>;
  /**
   * Whether it wants `onAbort` in the place of `signal`: a function to which it gives what ends the request. Making a signal costs a fifth of a request over
   * node:http.
   */
  readonly takesOnAbort?: true;
}

const refusedUnprocessed = new Set([401, 429]);

/** The innermost step: one call of `fetch`, its response read whole. */
export function dispatch(custom: Fetch | undefined, maxBody: number): Send {
  const takesOnAbort = custom?.takesOnAbort === true;
  let unreadable: Failure | undefined;
  return async (request, delivery) => {
    const { trace, operation } = request;
    const { mayHaveActed } = trace;
    // What it would tell could not be read.
    if (unreadable !== undefined && operation.effect !== 'none') throw new Failure('unreadable', { notSent: true });
    trace.attempts += 1;
    trace.mayHaveActed = true;
    try {
      const received = await (custom ?? globalThis.fetch)(request.url, initOf(request, delivery, takesOnAbort));
      const response = await readResponse(received, request, delivery, maxBody);
      if (refusedUnprocessed.has(response.status)) trace.mayHaveActed = mayHaveActed;
      return response;
    } catch (cause) {
      if (isControlFlow(cause)) throw cause;
      const failure = cause instanceof Failure ? cause : connectionFailure(cause);
      if (failure.kind === 'unreadable') unreadable = failure;
      if (failure.notSent) trace.mayHaveActed = mayHaveActed;
      throw failure;
    }
  };
}

function initOf(request: Request, delivery: Delivery, takesOnAbort: boolean): FetchInit {
  const { operation, special } = request;
  const body = bodyOf(request);
  const init: Record<string, unknown> = {
    method: operation.method,
    headers: delivery.headers,
    // Custom headers follow a redirect to any origin, so the credentials would too.
    redirect: 'manual',
    // Keeps older Bun from sending again on a reused connection that died.
    keepalive: false,
  };
  if (takesOnAbort) init['onAbort'] = onAbortOf(delivery);
  else init['signal'] = delivery.controller?.signal;
  if (takesNoStore()) init['cache'] = 'no-store';
  if (body !== undefined) init['body'] = body;
  if (special.init !== undefined) Object.assign(init, special.init);
  // Deno's Blob aside, which its `fetch` takes, this is what the type says.
  return init as unknown as FetchInit;
}

function onAbortOf(delivery: Delivery): (abort: (reason: unknown) => void) => void {
  return (abort) => {
    if (delivery.abandoned) abort(delivery.abandoned.reason);
    else delivery.cancelRequest = abort;
  };
}

// Deno sends a request again by itself when a reused connection dies, unless its body cannot be replayed, as a Blob cannot; an empty one will do.
function bodyOf({ operation, body }: Request): string | Blob | undefined {
  if (!('Deno' in globalThis) || (body === undefined && operation.effect === 'none')) return body;
  return new Blob(body === undefined ? [] : [body]);
}

let noStore: boolean | undefined;

// Caches that are not told otherwise answer a POST with the response to an earlier one. Older workerd throws on the option.
function takesNoStore(): boolean {
  noStore ??= triesNoStore();
  return noStore;
}

function triesNoStore(): boolean {
  try {
    return new globalThis.Request('https://localhost/', { cache: 'no-store' }).cache !== undefined;
  } catch {
    return typeof globalThis.Request === 'undefined';
  }
}
