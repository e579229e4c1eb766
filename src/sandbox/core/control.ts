import type { Api, CoreState, Page } from './api.js';
import type { BaseEntry } from './journal.js';
import { readJson, type SandboxRequest } from './request.js';
import { respondEmpty, respondJson, respondProblem, type SandboxResponse } from './response.js';

/** What the control plane changes beside faults, journal and clock: the links or payments of the sandbox. */
export interface Collection<State> {
  /** Its name in the path: `links`. */
  readonly name: string;
  list(state: State): readonly unknown[];
  /** Replaces everything by what is given; throws a `TypeError` that names the item and the field, and then nothing has changed. */
  seed?(state: State, items: readonly unknown[]): void;
  empty(state: State): void;
}

type Answer<State> = (state: State, request: SandboxRequest) => SandboxResponse;

const json = (value: unknown, status = 200): SandboxResponse => respondJson(status, JSON.stringify(value));

/**
 * The control of a sandbox over HTTP, below `/_sandbox/`: what a test does in process, for every language.
 *
 * It takes the sandbox's credentials, in headers that a page of another origin cannot send; what a browser says comes from elsewhere is refused as well.
 */
export function controlPages<State extends CoreState<Entry>, Entry extends BaseEntry>(api: Api<State, Entry>): readonly Page<State>[] {
  const { collection } = api;
  const { seed } = collection;
  const methods: Readonly<Record<string, Readonly<Record<string, Answer<State>>>>> = {
    faults: {
      GET: (state) => json(state.faults.armed().map(({ id, fault, fired }) => ({ id, fired, ...fault }))),
      POST: (state, request) => {
        const { id, fault, fired } = state.faults.inject(readJson(request));
        return json({ id, fired, ...fault }, 201);
      },
      DELETE: (state, { query }) => {
        const wanted = new URLSearchParams(query).get('id');
        if (wanted === null) state.faults.clear();
        else for (const fault of state.faults.armed()) if (String(fault.id) === wanted) fault.remove();
        return respondEmpty(204);
      },
    },
    journal: { GET: (state) => json(state.journal.entries) },
    [collection.name]: {
      GET: (state) => json(collection.list(state)),
      ...(seed && {
        PUT: (state: State, request: SandboxRequest) => {
          seed(state, itemsOf(readJson(request), collection.name));
          return json(collection.list(state));
        },
      }),
      DELETE: (state) => {
        collection.empty(state);
        return respondEmpty(204);
      },
    },
    clock: {
      GET: (state) => respondClock(state),
      POST: (state, request) => {
        moveClock(state, readJson(request));
        return respondClock(state);
      },
    },
    reset: {
      POST: (state) => {
        state.reset();
        return respondEmpty(204);
      },
    },
    health: { GET: () => json({ status: 'ok' }) },
  };

  return Object.entries(methods).map(([name, answers]) => ({
    path: new RegExp(`^/_sandbox/(${name})/*$`),
    methods: Object.keys(answers).filter((method) => method !== 'GET'),
    async show(state, request) {
      if (isForeign(request)) return respondProblem(403, 'A web page of another origin may not control the sandbox.');
      // Whether it is up is no secret: what starts it may ask without a key.
      const refusal = name === 'health' ? undefined : api.authorize(state, request);
      if (refusal !== undefined) return refusal;
      const answer = answers[request.method === 'HEAD' ? 'GET' : request.method];
      if (answer === undefined)
        return respondProblem(405, `${request.method} is not what /_sandbox/${name} takes.`, { allow: Object.keys(answers).join(', ') });
      try {
        const response = answer(state, request);
        await state.settle(request.method !== 'GET');
        return response;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return respondProblem(422, error.message);
      }
    },
  }));
}

/** Whether a browser says that a page of another origin asks. */
function isForeign(request: SandboxRequest): boolean {
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site');
  return (origin !== undefined && origin !== request.origin) || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

function itemsOf(body: unknown, name: string): readonly unknown[] {
  if (Array.isArray(body)) return body;
  throw new TypeError(`Send the ${name} as a JSON array, with Content-Type: application/json.`);
}

function respondClock<Entry extends BaseEntry>({ clock }: CoreState<Entry>): SandboxResponse {
  return json({ now: new Date(clock.now()).toISOString() });
}

function moveClock<Entry extends BaseEntry>({ clock }: CoreState<Entry>, body: unknown): void {
  const { advance, set }: { advance?: unknown; set?: unknown } = typeof body === 'object' && body !== null ? body : {};
  if (typeof advance === 'number' && set === undefined) return clock.advance(advance);
  const time = typeof set === 'string' ? Date.parse(set) : set;
  if (typeof time === 'number' && !Number.isNaN(time) && advance === undefined) return clock.set(time);
  throw new TypeError('Send { "advance": milliseconds } or { "set": a date or milliseconds since 1970 }.');
}
