import type { Api, CoreState, Page } from './api.js';
import { createControl } from './control.js';
import type { FaultDecision } from './faults.js';
import { cutBody, type BaseEntry, type Exchanged, type OpenEntry } from './journal.js';
import type { SandboxRequest } from './request.js';
import { corsHeaders } from './origin.js';
import { commonPages } from './pages.js';
import { addHeaders, respondEmpty, respondProblem, type SandboxResponse } from './response.js';
import { createRouter, type Match } from './router.js';

/** A response, and how the adapter tells that it left whole or was lost. */
export interface Exchange {
  readonly response: SandboxResponse;
  close(responded: boolean): void;
}

/** The whole server: a request in, an exchange out. It never throws. */
export type Handle = (request: SandboxRequest) => Promise<Exchange>;

// No browser shall guess a page or a script from what is said to be JSON.
const guard = { 'x-content-type-options': 'nosniff' } as const;

/** Serves an API: its pages, and its operations with faults and journal. */
export function createServer<State extends CoreState<Entry>, Entry extends BaseEntry>(api: Api<State, Entry>, state: State): Handle {
  const route = createRouter(api.operations, api.prefix);
  const control = createControl(api, state);
  const pages = [...api.pages, ...commonPages(api)];
  const dated = (response: SandboxResponse): SandboxResponse =>
    addHeaders(response, { ...guard, date: new Date(state.clock.now()).toUTCString() });

  return async (request) => {
    try {
      const page = control(request) ?? findPage(pages, state, request);
      return page === undefined ? await handleOperation(request) : unlisted(dated(await page));
    } catch (error) {
      return unlisted(addHeaders(respondFailure(error), guard));
    }
  };

  async function handleOperation(request: SandboxRequest): Promise<Exchange> {
    const started = performance.now();
    const match = route(request.method, request.path);
    const entry = state.journal.open(request.method, request.path, match.kind === 'operation' ? match.operation : undefined);
    const exchange: Exchanged<Entry> = {
      entry,
      request: { headers: () => request.headers(), body: cutBody(request.body) },
      response: undefined,
    };
    state.journal.keep(exchange);
    const response = request.body === 'incomplete' ? giveUp(entry) : await respondSafely(request, match, entry);
    const isSilent = response.ending?.kind === 'drop' || response.ending?.kind === 'stall-headers';
    entry.status = isSilent ? undefined : response.status;
    const sent = addHeaders(dated(response), {
      ...corsHeaders(state, request, match.kind === 'method' ? match.allow : []),
      'x-request-id': String(entry.sequence),
    });
    exchange.response = { headers: () => Object.entries(sent.headers), body: cutBody(sent.body) };
    return {
      response: sent,
      close: (responded) => state.journal.close(entry, responded, performance.now() - started),
    };
  }

  /** Nobody is left to read this response; the journal shall still know of the request. */
  function giveUp(entry: OpenEntry<Entry>): SandboxResponse {
    entry.received = false;
    entry.outcome = 'incomplete';
    return api.problem(state, 400, 'The request ended early.');
  }

  async function respondSafely(request: SandboxRequest, match: Match, entry: OpenEntry<Entry>): Promise<SandboxResponse> {
    try {
      const response = await respondWithFaults(request, match, entry);
      await state.settle(entry.applied);
      return response;
    } catch (error) {
      return respondFailure(error);
    }
  }

  async function respondWithFaults(request: SandboxRequest, match: Match, entry: OpenEntry<Entry>): Promise<SandboxResponse> {
    if (match.kind !== 'operation') return finish(entry, respondMisdirected(request, match));
    const decision = decideFaults(request, match.operation);
    if ('refusal' in decision) return finish(entry, decision.refusal);
    const { delay, fault } = decision;
    const act = (): SandboxResponse => finish(entry, respondHonestly());
    if (delay > 0) {
      entry.fault = 'latency';
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    if (fault === undefined) return act();
    entry.fault = fault.fault;
    const effect = state.faults.kinds[fault.fault]?.effect;
    if (effect === undefined) return act();
    const response = effect(fault, { act, problem: (status, message, headers) => api.problem(state, status, message, headers) });
    if (entry.outcome === 'pending') entry.outcome = 'faulted';
    return response;

    function respondHonestly(): SandboxResponse {
      if (match.kind !== 'operation') return respondMisdirected(request, match);
      if (request.body === 'too-large') return api.problem(state, 413, 'The request body is larger than 1 MiB.');
      const refusal = api.authorize(state, request);
      const handler = api.handlers[match.operation];
      if (refusal !== undefined || handler === undefined) return refusal ?? api.problem(state, 501, 'Not Implemented');
      return handler({ state, request, parameters: match.parameters, entry, fault });
    }
  }

  /** The armed faults, or the one that the request asks for itself. */
  function decideFaults(request: SandboxRequest, operation: string): FaultDecision | { readonly refusal: SandboxResponse } {
    const own = request.header('paylinks-fault');
    if (own === undefined) return state.faults.decide(operation);
    try {
      return state.faults.decideOnce(own);
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^inject: /, '') : String(error);
      return { refusal: api.problem(state, 400, `The header paylinks-fault: ${reason}`) };
    }
  }

  function respondMisdirected({ method, path }: SandboxRequest, match: Exclude<Match, { kind: 'operation' }>): SandboxResponse {
    const route = path.slice(1);
    if (match.kind === 'unknown') return api.problem(state, 404, `The route ${route} could not be found.`);
    const allow = match.allow.join(', ');
    if (method === 'OPTIONS') return respondEmpty(204, { allow });
    return api.problem(state, 405, `The ${method} method is not supported for route ${route}. Supported methods: ${allow}.`, { allow });
  }
}

/** Notes in the journal what came of a request that took its course. */
function finish(entry: OpenEntry<BaseEntry>, response: SandboxResponse): SandboxResponse {
  if (entry.outcome === 'pending') entry.outcome = response.status < 400 ? 'read' : 'rejected';
  return response;
}

/** An exchange that the journal does not tell of. */
function unlisted(response: SandboxResponse): Exchange {
  return { response, close: () => undefined };
}

function respondFailure(error: unknown): SandboxResponse {
  return respondProblem(500, `Server Error: ${error instanceof Error ? error.message : String(error)}`);
}

/** The page a request asks for, or `undefined` when it is for the API. */
function findPage<State>(pages: readonly Page<State>[], state: State, request: SandboxRequest): Promise<SandboxResponse> | undefined {
  for (const page of pages) {
    const [, match] = page.path.exec(request.path) ?? [];
    if (match !== undefined) return showPage(page, state, request, match);
  }
  return undefined;
}

async function showPage<State>(page: Page<State>, state: State, request: SandboxRequest, match: string): Promise<SandboxResponse> {
  const methods = ['GET', 'HEAD', ...(page.methods ?? [])];
  const allow = methods.join(', ');
  if (methods.includes(request.method)) return page.show(state, request, match);
  if (request.method === 'OPTIONS') return respondEmpty(204, { allow });
  return respondProblem(405, `The ${request.method} method is not supported for this page. Supported methods: ${allow}.`, { allow });
}
