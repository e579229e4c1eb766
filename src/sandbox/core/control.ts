import document from '../../../generated/sandbox/openapi.json' with { type: 'json' };
import { operations, type OperationId } from '../../../generated/sandbox/operations.js';
import {
  explainClockMove,
  explainClockSetting,
  explainFault,
  explainItems,
  isClockMove,
  isClockSetting,
  isFault,
  isItems,
} from '../../../generated/sandbox/validators.js';
import type { Api, CoreState } from './api.js';
import { respondDocument } from './document.js';
import type { ArmedFault } from './faults.js';
import type { BaseEntry } from './journal.js';
import { isForeign } from './origin.js';
import { readJson, type SandboxRequest } from './request.js';
import { respondEmpty, respondJson, respondProblem, type SandboxResponse } from './response.js';
import { createRouter } from './router.js';

/** What a sandbox is controlled with over HTTP: responds to what lies below `/_sandbox`, and to nothing else. */
export type Control = (request: SandboxRequest) => Promise<SandboxResponse> | undefined;

interface ControlContext {
  readonly request: SandboxRequest;
  readonly parameters: Readonly<Record<string, string>>;
}

type ControlHandler = (context: ControlContext) => SandboxResponse | Promise<SandboxResponse>;

/** The control of one sandbox: what its object does in process, in the same shapes. */
export function createControl<State extends CoreState<Entry>, Entry extends BaseEntry>(api: Api<State, Entry>, state: State): Control {
  const { faults, journal, clock } = state;
  const { collection } = api;
  const route = createRouter(operations, '');

  const readItems: ControlHandler = () => respond(200, collection.list(state));
  const seedItems: ControlHandler = async ({ request }) => {
    collection.seed?.(state, readBody(request, isItems, explainItems));
    await state.settle(true);
    return respond(200, collection.list(state));
  };
  const clearItems: ControlHandler = async () => {
    collection.empty(state);
    await state.settle(true);
    return respondEmpty(204);
  };
  const showTime = async (): Promise<SandboxResponse> => {
    await state.due?.();
    return respond(200, { now: new Date(clock.now()).toISOString() });
  };
  const withFault = (
    { parameters }: ControlContext,
    act: (fault: ReturnType<typeof faults.inject>) => SandboxResponse,
  ): SandboxResponse => {
    const found = faults.armed().find(({ id }) => String(id) === parameters['id']);
    return found === undefined ? respondProblem(404, `There is no fault ${parameters['id']}.`) : act(found);
  };

  const handlers: Readonly<Record<OperationId, ControlHandler>> = {
    listFaults: () => respond(200, faults.armed().map(showFault)),
    armFault: ({ request }) => respond(201, showFault(faults.inject(readBody(request, isFault, explainFault)))),
    clearFaults({ request }) {
      const id = new URLSearchParams(request.query).get('id');
      for (const fault of faults.armed()) if (id === null || id === String(fault.id)) fault.remove();
      return respondEmpty(204);
    },
    getFault: (context) => withFault(context, (fault) => respond(200, showFault(fault))),
    removeFault: (context) =>
      withFault(context, (fault) => {
        fault.remove();
        return respondEmpty(204);
      }),
    readJournal({ request }) {
      const since = Number(new URLSearchParams(request.query).get('since') ?? 0);
      return respond(
        200,
        journal.entries.filter(({ sequence }) => !(sequence <= since)),
      );
    },
    clearJournal() {
      journal.clear();
      return respondEmpty(204);
    },
    readLinks: readItems,
    seedLinks: seedItems,
    clearLinks: clearItems,
    readPayments: readItems,
    seedPayments: seedItems,
    clearPayments: clearItems,
    async reset() {
      state.reset();
      await state.settle(true);
      return respondEmpty(204);
    },
    readClock: showTime,
    setClock({ request }) {
      const { now } = readBody(request, isClockSetting, explainClockSetting);
      clock.set(readTime('now', now));
      return showTime();
    },
    moveClock({ request }) {
      const { advance, set } = readBody(request, isClockMove, explainClockMove);
      if ((advance === undefined) === (set === undefined)) throw new TypeError('Send either advance or set.');
      if (advance !== undefined) clock.advance(advance);
      else clock.set(readTime('set', set));
      return showTime();
    },
    readHealth: () => respond(200, { status: 'ok', api: api.name }),
  };

  return (request) => (/^\/_sandbox(\/|$)/.test(request.path) ? control(request) : undefined);

  async function control(request: SandboxRequest): Promise<SandboxResponse> {
    if (isForeign(request)) return respondProblem(403, 'The sandbox takes no orders from a web page of another origin.');
    if (request.path === '/_sandbox/openapi.json') return respondDocument(document, request.origin, 'json');
    const match = route(request.method, request.path);
    // Whether it is up is no secret: what starts it may ask without a key.
    const isOpen = match.kind === 'operation' && match.operation === 'readHealth';
    const refusal = isOpen ? undefined : api.authorize(state, request);
    if (refusal !== undefined) return refusal;
    // The paths of the other API's resource are in the document, and not here.
    const isAbsent = /\/(links|payments)\/*$/.test(request.path) && !request.path.includes(`/${collection.name}`);
    if (match.kind === 'unknown' || isAbsent) return respondProblem(404, `There is no ${request.path}; see /_sandbox/openapi.json.`);
    if (match.kind === 'method') {
      const allow = match.allow.join(', ');
      return respondProblem(405, `${request.method} has no meaning for ${request.path}; ${allow} do.`, { allow });
    }
    try {
      // The router knows the document's operations, and no other.
      return await handlers[match.operation as OperationId]({ request, parameters: match.parameters });
    } catch (error) {
      if (error instanceof TypeError) return respondProblem(422, error.message.replace(/^inject: /, ''));
      throw error;
    }
  }
}

function respond(status: number, value: unknown): SandboxResponse {
  return respondJson(status, JSON.stringify(value));
}

function readTime(name: string, given: string | number | undefined): number {
  const time = typeof given === 'string' ? Date.parse(given) : Number(given);
  if (Number.isNaN(time)) throw new TypeError(`${name} must be a date in ISO 8601, or milliseconds since 1970.`);
  return time;
}

function showFault({ id, fault, fired }: ArmedFault): object {
  return { id, ...fault, fired };
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

function readBody<Value>(
  request: SandboxRequest,
  isValid: (value: unknown) => value is Value,
  explain: (value: unknown) => readonly Issue[],
): Value {
  const sent = readJson(request);
  if (sent === undefined) throw new TypeError('The body must be JSON, and its content-type application/json.');
  if (isValid(sent)) return sent;
  throw new TypeError(
    explain(sent)
      .map(({ path, message }) => `${path || 'The body'} ${message}.`)
      .join(' '),
  );
}
