import {
  explainCreditResponse,
  explainStartResponse,
  explainStatusResponse,
  explainVerifyAuthResponse,
} from '../../generated/netopia/validators.js';
import { notify } from '../core/attempts.js';
import { ResponseError as AnyResponseError } from '../core/errors.js';
import type { Issue, Outcome, PaylinksError } from '../core/errors.js';
import { responseOutcome, summaryOf } from '../core/outcome.js';
import type { Response } from '../core/request.js';
import type { Transport } from '../core/transport.js';
import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { orderOf } from './attempt-id.js';
import { DriftError, OrderConflictError, ResponseError } from './errors.js';
import { codeOf, paymentOf, withoutSecrets } from './payment.js';
import { secretsIn } from './redact.js';
import { phaseOf, statusOf } from './status.js';
import type { Payment } from './types.js';

/** One way in which a response departs from the document. */
export interface Drift {
  readonly operation: string;
  /** Where in the response, with dots; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** The payment as the client gives it back all the same, where the response holds one. */
  readonly payment: Payment | undefined;
}

/** A success as it was read. */
export interface Reading {
  readonly response: Response;
  readonly body: Json;
  /** The outcome's code; `00` also where the wire says `0`. */
  readonly code: string | undefined;
  /** The code in words. */
  readonly reason: string;
  readonly payment: Payment | undefined;
}

/** What a payment must be about. */
export interface Asked {
  readonly ntpID?: string | undefined;
  /** The attempt's id. */
  readonly orderID?: string | undefined;
}

/** Reads responses generously: departures from the document are told, not thrown. */
export interface Reader {
  /** Reads a response, whatever its status; throws the error of a refusal and of what cannot be read. */
  read(response: Response, asked: Asked): Reading;
  report(reading: Reading, issues: readonly Issue[]): void;
  /** The error for a response that cannot be used; it carries the payment's id, where there is one. */
  unusable(response: Response, what: string): ResponseError;
}

const explainers: Readonly<Record<string, (value: unknown) => Issue[]>> = {
  startPayment: explainStartResponse,
  verifyAuthentication: explainVerifyAuthResponse,
  getPaymentStatus: explainStatusResponse,
  creditPayment: explainCreditResponse,
};

/** Reads responses for one client. */
export function createReader(
  transport: Pick<Transport<unknown>, 'redact' | 'unusable' | 'refusal'>,
  strict: boolean,
  onDrift: ((drift: Drift) => unknown) | undefined,
): Reader {
  const { redact } = transport;
  const listener = onDrift ?? createWarner();

  function report(reading: Reading, issues: readonly Issue[]): void {
    const { payment, response } = reading;
    const { id, effect } = response.request.operation;
    const clean = issues.map(({ path, message }) => ({ path, message: redact(message) }));
    if (!strict)
      return clean.forEach((issue) => notify(listener, { operation: id, ...issue, payment: payment && withoutSecrets(payment) }));
    if (clean.length === 0) return;
    const list = clean.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
    const message = `${summaryOf(response.request)} failed: the response departs from the document: ${list}; the payment is in this error's payment`;
    throw new DriftError(message, { issues: clean, payment }, { operation: id, outcome: effect === 'none' ? 'rejected' : 'done' });
  }

  function refusal(response: Response, body: Json | undefined): PaylinksError {
    const { request, status } = response;
    const error = transport.refusal(body === undefined || status >= 400 ? response : { ...response, status: statusIn(body) });
    const orderID = orderIDIn(request.body);
    if (orderID === undefined || !/already processed/i.test(messageIn(body) ?? '')) return error;
    const message = `${error.message.replace(/; [^;]*$/, '')}; the attempt's id ${orderID} was used before, so start under a new one`;
    const origin = { operation: request.operation.id, outcome: responseOutcome(response) };
    return new OrderConflictError(message, { orderID: orderOf(orderID), attemptID: orderID }, origin);
  }

  function unusable(response: Response, what: string, outcome?: Outcome): ResponseError {
    return withPaymentID(transport.unusable(response, what, outcome), response.body);
  }

  return {
    report,
    unusable,
    read(response, asked) {
      const body = jsonOf(response.body);
      secretsIn(body).forEach((secret) => redact.remember(secret));
      if (!response.ok) {
        const { status } = response;
        if (isHtml(response.body) && isWrongAddress(status)) throw unusable(response, htmlMessage, responseOutcome(response));
        throw refusal(response, body);
      }
      if (body === undefined)
        throw unusable(response, isHtml(response.body) ? htmlMessage : emptyOr(response.body, 'the body is no JSON object'));
      if (isObject(body['payment']) || isObject(body['error'])) return readSuccess(response, body, asked);
      if (typeof body['code'] === 'string') throw refusal(response, body);
      throw unusable(response, 'it holds neither a payment nor a code');
    },
  };

  function readSuccess(response: Response, body: Json, asked: Asked): Reading {
    const error = isObject(body['error']) ? body['error'] : {};
    const code = codeOf(error['code']);
    const reason = typeof error['message'] === 'string' ? redact(error['message']) : '';
    const payment = paymentOf(body, code, reason, asked.orderID || orderIDIn(response.request.body));
    if (payment === undefined && isObject(body['payment']) && isPaidNumber(body['payment']['status']))
      throw unusable(response, 'the payment is paid but has no ntpID; read it by the attempt’s id');
    if (payment !== undefined && isAnother(payment, asked)) throw unusable(response, 'the payment is another than the one asked for');
    const reading = { response, body, code, reason, payment };
    const issues = explainers[response.request.operation.id]?.(body) ?? [];
    const unknown = payment?.status === 'unknown' && Number.isInteger(payment.wire.status);
    const message = `is ${String(payment?.wire.status)}, which this version does not know`;
    report(reading, unknown ? [...issues, { path: 'payment.status', message }] : issues);
    return reading;
  }
}

const htmlMessage =
  'the body is HTML: this address is not the API; live is https://secure.mobilpay.ro/pay or https://secure.netopia-payments.com/api, with its path';

function emptyOr(body: string, otherwise: string): string {
  return body.trim() === '' ? 'the body is empty' : otherwise;
}

// What the response repeats of the order is what it is about.
function isAnother({ ntpID, attemptID }: Payment, asked: Asked): boolean {
  return Boolean((asked.ntpID && asked.ntpID !== ntpID) || (asked.orderID && asked.orderID !== attemptID));
}

/** Whether a success tells nothing of the payment, so that it is as good as lost. */
export function isLost({ body }: Response): boolean {
  const read = jsonOf(body);
  return read === undefined || (!isObject(read['payment']) && !isObject(read['error']) && typeof read['code'] !== 'string');
}

function jsonOf(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHtml(body: string): boolean {
  return /^\s*</.test(body);
}

// What stands in front of the API, such as a firewall, speaks HTML as well, with these statuses.
function isWrongAddress(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
}

// A code outside `error` is that of the gateway, which is an HTTP status or 99.
function statusIn(body: Json): number {
  const status = Number(body['code']);
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : 200;
}

/** Why the API refused, with the fields that it names. */
export function messageIn(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const error = isObject(body['error']) ? body['error'] : body;
  const { message, details } = error;
  const fields = Array.isArray(details) ? details.filter(isObject).map(({ field, message: why }) => `${String(field)} ${String(why)}`) : [];
  return typeof message === 'string' ? [message, ...fields.slice(0, 5)].join(': ') : undefined;
}

function orderIDIn(body: string | undefined): string | undefined {
  const order = jsonOf(body ?? '')?.['order'];
  return isObject(order) && typeof order['orderID'] === 'string' ? order['orderID'] : undefined;
}

function isPaidNumber(number: unknown): boolean {
  return typeof number === 'number' && phaseOf(statusOf(number)) === 'paid';
}

/** The error with the payment's id, also out of a body that broke off. */
export function withPaymentID(error: AnyResponseError, body: string = error.text): ResponseError {
  const { message, status, text, operation, outcome, cause } = error;
  const ntpID = /"ntpID"\s*:\s*"?([\w-]{1,64})/.exec(body)?.[1];
  return new ResponseError(
    ntpID === undefined ? message : `${message}; its ntpID is ${ntpID}`,
    { status, text, ntpID },
    { operation, outcome, cause },
  );
}

function createWarner(): (drift: Drift) => void {
  const told = new Set<string>();
  return ({ operation, path, message }) => {
    const key = `${operation} ${path}`;
    if (told.has(key)) return;
    told.add(key);
    console.warn(`paylinks: ${operation} responded against the document: ${path === '' ? message : `${path} ${message}`}`);
  };
}
