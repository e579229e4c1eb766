import { Failure, connectionFailure } from './failure.js';
import type { Call, Send } from './request.js';
import { receive } from './response.js';

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const refusedUnprocessed = new Set([401, 429]);

/** The innermost step: one call of `fetch`, its answer read whole. */
export function dispatch(origin: string, custom: Fetch | undefined): Send {
  return async (call, delivery) => {
    const { trace } = call;
    const { mayHaveActed } = trace;
    trace.attempts += 1;
    trace.mayHaveActed = true;
    try {
      const answer = await receive(await (custom ?? globalThis.fetch)(call.url, initOf(call, delivery?.signal)), origin, delivery);
      if (refusedUnprocessed.has(answer.status)) trace.mayHaveActed = mayHaveActed;
      return answer;
    } catch (cause) {
      const failure = cause instanceof Failure ? cause : connectionFailure(cause);
      if (failure.notSent) trace.mayHaveActed = mayHaveActed;
      throw failure;
    }
  };
}

// Deno sends a request again by itself when a reused connection dies, unless it has a body that cannot be replayed; an empty one will do.
function bodyOf({ method, body }: Call): Call['body'] {
  return body === undefined && method !== 'GET' && 'Deno' in globalThis ? new Blob([]) : body;
}

function initOf(call: Call, signal: AbortSignal | undefined): RequestInit {
  const body = bodyOf(call);
  return {
    method: call.method,
    headers: call.headers,
    // Custom headers follow a redirect to any origin, so the keys would too.
    redirect: 'manual',
    // Keeps older Bun from sending again on a reused connection that died; ignored inside a Request.
    keepalive: false,
    ...(body !== undefined && { body }),
    ...(signal !== undefined && { signal }),
  };
}
