import type { Fault } from './exchange.js';
import { createFetchExchange } from './fetch-exchange.js';
import { createLedger, type Entry, type Handler, type Ledger } from './ledger.js';

export interface FaultFetch {
  readonly fetch: typeof fetch;
  readonly ledger: Ledger;
}

export interface FetchPlan {
  /** Milliseconds after which a request that was received is no longer carried out. */
  readonly longestWork?: number;
  /** True where nobody listens: the call fails before a byte is sent. */
  refused?(call: number): boolean;
  request?(entry: Entry): Fault | undefined;
}

/** A `fetch` that never leaves the process and fails where the plan says; every call counts as a connection of its own. */
export function createFaultFetch(handler: Handler, plan: FetchPlan = {}): FaultFetch {
  const ledger = createLedger(plan.longestWork);
  let calls = 0;

  async function run(request: Request, settle: { resolve: (response: Response) => void; reject: (reason: unknown) => void }) {
    // A real answer comes from the network, so timers that are due go first.
    await new Promise((resolve) => setImmediate(resolve));
    const body = await request.clone().text();
    const target = new URL(request.url);
    const sent = { method: request.method, target: target.pathname + target.search, headers: [...request.headers], body };
    const entry = ledger.record(sent, { connection: ledger.entries.length, turn: 1, complete: true });
    const apply = (): Promise<Response> => ledger.apply(entry, () => handler(request));
    const exchange = createFetchExchange({ entry, entries: ledger.entries, apply }, settle);
    const fault = plan.request?.(entry);
    if (fault) await fault(exchange);
    else await exchange.send(await apply());
  }

  function send(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const { signal, ...rest } = init ?? {};
    return new Promise((resolve, reject) => {
      const leave = (): void => reject(signal?.reason);
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      const done = (): void => signal?.removeEventListener('abort', leave);
      const settle = {
        resolve: (response: Response) => (done(), resolve(bindToSignal(response, signal))),
        reject: (reason: unknown) => (done(), reject(reason)),
      };
      if (plan.refused?.((calls += 1))) return settle.reject(new TypeError('fetch failed', { cause: refusal() }));
      run(new Request(input, rest), settle).catch(settle.reject);
    });
  }

  return { fetch: send, ledger };
}

function refusal(): Error {
  return Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
}

/** Like a real fetch, an abort also breaks a body that is still being read. */
function bindToSignal(response: Response, signal: AbortSignal | null | undefined): Response {
  if (!signal || !response.body) return response;
  const body = response.body.pipeThrough(breakOn(signal));
  return new Response(body, response);
}

function breakOn(signal: AbortSignal): TransformStream<Uint8Array, Uint8Array> {
  let leave = (): void => {};
  return new TransformStream({
    start(controller) {
      leave = () => controller.error(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
    },
    flush: () => signal.removeEventListener('abort', leave),
  });
}
