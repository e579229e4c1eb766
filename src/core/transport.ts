import { createRawClient } from '../../generated/neopay/client.js';
import { operations } from '../../generated/neopay/operations.js';
import type { OperationId } from '../../generated/neopay/operations.js';
import type { ResponseError } from './errors.js';
import type { Settings } from '../neopay/options.js';
import { sendRaw } from './raw.js';
import { createReader } from '../neopay/response.js';
import type { Reader } from '../neopay/response.js';
import { auth } from './auth.js';
import { dispatch } from './fetch.js';
import { newTrace, stack } from './request.js';
import type { Answer, Call, Scope } from './request.js';
import { observe } from './attempts.js';
import { outcome, unusable } from './outcome.js';
import { retry } from './retry.js';
import { createScrub } from './redact.js';
import { timeout } from './timeout.js';
import { PlainRequest, onceBody, plain, serializePath } from './url.js';

/** The generated openapi-fetch client with credentials, timeout and retries on; its answers are those of the wire. */
export interface RawClient extends ReturnType<typeof createRawClient> {}

/** What a facade method hands to a generated function, so that its request goes through the layers. */
export interface Via {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly bodySerializer: (body: unknown) => Blob;
}

/** How one request differs from the plain case. */
export type Special = Partial<Pick<Call, 'reread' | 'onThrottle' | 'once' | 'trace'>>;

/** An answer with the call it answers, for messages about it. */
export interface Answered {
  readonly answer: Answer;
  readonly call: Call;
}

/** What the facade's methods share. */
export interface Engine {
  /** For callers; what they add to it, such as middleware, stays with it. */
  readonly raw: RawClient;
  /** Through which the facade's own requests go. */
  readonly own: RawClient;
  readonly reader: Reader;
  readonly settings: Settings;
  /** Sends one request by a generated function. */
  ask(operation: OperationId, scope: Scope, operate: (via: Via) => Promise<unknown>, special?: Special): Promise<Answered>;
  /** Reads an address that an answer gave. */
  follow(operation: OperationId, scope: Scope, url: string, special?: Special): Promise<Answered>;
  /** The error for a success status whose answer cannot be used. */
  unusable(answered: Answered, what: string): ResponseError;
}

// What openapi-fetch is told once the layers have the answer. No `Response`: touching that class makes Node load all of its fetch.
const taken = { ok: true, status: 204, headers: { get: () => null } } as unknown as Response;

/** Puts the layers together; the list is the order in which a request passes them. */
export function createEngine(settings: Settings): Engine {
  const { appKey, token, baseUrl, onAttempt } = settings;
  const scrub = createScrub();
  for (const secret of [appKey, token]) if (typeof secret === 'string') scrub.remember(secret);
  const observed = onAttempt === undefined ? [] : [observe(onAttempt, scrub)];
  const layers = [outcome(scrub), retry(settings.retries), auth(appKey, token, scrub.remember), ...observed, timeout];
  const send = stack(layers, dispatch(new URL(baseUrl).origin, settings.fetch));

  const wire = {
    baseUrl,
    // openapi-fetch only builds it, sets members on it and hands it to our fetch.
    Request: PlainRequest as unknown as typeof Request,
    pathSerializer: serializePath,
  };

  async function answered(call: Call): Promise<Answered> {
    return { call, answer: await send(call) };
  }

  return {
    raw: createRawClient({ ...wire, fetch: (request) => sendRaw(plain(request), settings, send, scrub) }),
    own: createRawClient(wire),
    settings,
    reader: createReader(settings.strict, settings.onDrift, scrub),
    async ask(operation, scope, operate, special) {
      let pending: Promise<Answered> | undefined;
      const fetch: Via['fetch'] = async (request) => {
        const { url, method, body } = plain(request);
        pending = answered(callOf(operation, { url, method, body, path: url.slice(baseUrl.length) }, scope, special));
        // openapi-fetch loses a rejection without a reason, so the outcome is handed over below instead.
        await pending.catch(() => undefined);
        return taken;
      };
      await operate({ fetch, bodySerializer: (input) => onceBody(JSON.stringify(input)) });
      if (pending === undefined) throw new TypeError(`${operation} sent nothing`);
      return pending;
    },
    follow(operation, scope, url, special) {
      return answered(callOf(operation, { url, method: 'GET', path: operations[operation].path, body: undefined }, scope, special));
    },
    unusable: ({ answer, call }, what) => unusable(call, answer, what, scrub),
  };
}

function callOf(operation: OperationId, request: Pick<Call, 'url' | 'method' | 'path' | 'body'>, scope: Scope, special?: Special): Call {
  return {
    operation,
    ...request,
    headers: request.body === undefined ? plainHeaders : bodyHeaders,
    scope,
    trace: newTrace(),
    repeatable: operations[operation].repeatable,
    tolerant: false,
    ...special,
  };
}

const plainHeaders = { Accept: 'application/json' };
const bodyHeaders = { Accept: 'application/json', 'Content-Type': 'application/json' };
