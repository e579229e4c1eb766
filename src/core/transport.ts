import { attempts } from './attempts.js';
import { auth } from './auth.js';
import type { Credentials, Slip } from './auth.js';
import type { Outcome, PaylinksError, ResponseError } from './errors.js';
import { dispatch } from './fetch.js';
import { startScope } from './options.js';
import type { CallOptions, TransportSettings } from './options.js';
import { createErrorMaker, outcome } from './outcome.js';
import type { Wording } from './outcome.js';
import { createRedact } from './redact.js';
import type { Redact } from './redact.js';
import { compose, newDelivery, newTrace } from './request.js';
import type { Operation, Request, Response, Scope, Special } from './request.js';
import { retry } from './retry.js';
import { timeout } from './timeout.js';
import { fillPath, queryOf } from './url.js';

/** What a transport is told about an API. */
export interface Api {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly credentials: Credentials;
  /** What refused credentials look like, where that is a known slip. */
  readonly slip: Slip;
  readonly wording: Wording;
  /** Redacts what only this API's messages hold, such as the numbers of cards. */
  readonly redact?: ((text: string) => string) | undefined;
}

/** The parts of an operation's request, typed by the operation in the generated `operations`. */
export type Input<T> = PathOf<T> & QueryOf<T> & BodyOf<T>;

type PathOf<T> = T extends { parameters: { path: infer P extends object } }
  ? { readonly path: Readonly<P> }
  : { readonly path?: undefined };
/** Text is a query as another response gave it. */
type QueryOf<T> = T extends { parameters: { query: infer Q extends object } }
  ? { readonly query: Readonly<Q> | string }
  : T extends { parameters: { query?: infer Q } }
    ? { readonly query?: Readonly<NonNullable<Q>> | string | undefined }
    : { readonly query?: string | undefined };
type BodyOf<T> = T extends { requestBody: { content: { 'application/json': infer B } } }
  ? { readonly body: B }
  : T extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { readonly body?: B | undefined }
    : { readonly body?: undefined };

/** Sends the requests of one client. `Operations` is the generated type of all operations. */
export interface Transport<Operations> {
  readonly redact: Redact;
  /** Checks what a method took last and starts the call's clock; `more` names options of that method's own. */
  start(operation: string, options: CallOptions | undefined, more?: readonly string[]): Scope;
  /** Sends one request and gives its response, which is a success; throws the error of whatever else came. */
  send<Id extends keyof Operations & string>(
    operation: Id,
    input: Input<Operations[Id]>,
    scope: Scope,
    special?: Special,
  ): Promise<Response>;
  /** The error for a success status whose response cannot be used. */
  unusable(response: Response, what: string, outcome?: Outcome): ResponseError;
  /** The error for a response that is a refusal, whether its status says so or its body. */
  refusal(response: Response): PaylinksError;
}

/** A transport that also sends what was prepared elsewhere; for the raw client. */
export interface OpenTransport<Operations> extends Transport<Operations> {
  sendPrepared(request: Request): Promise<Response>;
}

const plainHeaders = { Accept: 'application/json' };
const bodyHeaders = { Accept: 'application/json', 'Content-Type': 'application/json' };
const nothingSpecial: Special = {};
const unsigned = newDelivery({});

/** Puts the layers together; the list is the order in which a request passes them. */
export function createTransport<Operations>(api: Api, settings: TransportSettings): OpenTransport<Operations> {
  const { operations, credentials, slip, wording } = api;
  const { baseUrl, fetch, retries, maxBody, onAttempt } = settings;
  const fixed = Object.values(credentials).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const redact = createRedact(fixed, api.redact);
  const errors = createErrorMaker(wording, redact, maxBody);
  const layers = [outcome(errors), retry(retries), auth(credentials, slip, redact.remember), attempts(onAttempt, errors, redact), timeout];
  const send = compose(layers, dispatch(fetch, maxBody));
  let calls = 0;

  const sendPrepared = (request: Request): Promise<Response> => send(request, unsigned);

  return {
    redact,
    unusable: (response, what, known) =>
      errors.unusable(response, what, known && { operation: response.request.operation.id, outcome: known }),
    refusal: (response) => errors.fromResponse(response),
    start: (operation, options, more = []) => startScope(operation, settings, (calls += 1), options, more),
    sendPrepared,
    send(id, input, scope, special = nothingSpecial) {
      const operation = operations[id];
      if (operation === undefined) throw new TypeError(`the document has no operation ${id}`);
      const { path: parameters, query, body } = input as { path?: Record<string, unknown>; query?: string | object; body?: unknown };
      const path = fillPath(operation, parameters);
      return sendPrepared({
        operation,
        path,
        url: baseUrl + path + queryOf(query),
        headers: body === undefined ? plainHeaders : bodyHeaders,
        body: body === undefined ? undefined : JSON.stringify(body),
        scope,
        trace: special.trace ?? newTrace(),
        special,
      });
    },
  };
}
