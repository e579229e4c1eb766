import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { orderOf } from './attempt-id.js';
import { phaseOf, statusOf } from './status.js';
import type { Payment } from './types.js';

/** What can be read of a payment, but is in no log, no JSON and no copy of it. */
class Unlogged {
  readonly #token: string | undefined;
  readonly #wire: Payment['wire'];

  constructor(token: string | undefined, wire: Payment['wire']) {
    this.#token = token;
    this.#wire = wire;
  }

  get token(): string | undefined {
    return this.#token;
  }

  get wire(): Payment['wire'] {
    return this.#wire;
  }
}

/** The payment that a response holds, when it has an id; `attempted` is the attempt's id where the response does not repeat it. */
export function paymentOf(body: Json, code: string | undefined, reason: string, attempted: string | undefined): Payment | undefined {
  const { payment, order } = body;
  if (!isObject(payment)) return undefined;
  const { status: number, amount, currency, token, binding } = payment;
  const ntpID = textOf(payment['ntpID']);
  if (ntpID === undefined) return undefined;
  const status = typeof number === 'number' ? statusOf(number) : 'unknown';
  const attemptID = (isObject(order) ? textOf(order['orderID']) : undefined) ?? attempted;
  const bound = isObject(binding) ? binding['token'] : undefined;
  // What the document says of the members that decide nothing is believed; departures from it are told as drift.
  const wire = payment as Payment['wire'];
  return Object.assign(new Unlogged(textOf(token) ?? textOf(bound), wire), {
    ntpID,
    status,
    phase: phaseOf(status),
    code,
    reason: reason === '' ? undefined : reason,
    amount: typeof amount === 'number' ? amount : undefined,
    currency: textOf(currency),
    orderID: attemptID === undefined ? undefined : orderOf(attemptID),
    attemptID,
  });
}

/** The payment for errors and listeners, which log what they get: without the token and what came with it. */
export function withoutSecrets(payment: Payment): Payment {
  return { ...payment, token: undefined, wire: {} };
}

/** The outcome's code; `00` also where the wire says `0`. */
export function codeOf(code: unknown): string | undefined {
  const text = textOf(code);
  return text === '0' ? '00' : text;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
