import { explainVerifyAuthRequest, isVerifyAuthRequest } from '../../generated/netopia/validators.js';
import { InputError } from '../core/errors.js';
import { check, durationIssue, issue } from '../core/options.js';
import type { CallOptions } from '../core/options.js';
import { createCharger } from './charge.js';
import type { ChargeOptions } from './charge.js';
import { readRef } from './input.js';
import { checkOptions } from './options.js';
import type { Environment, PaymentsClientOptions } from './options.js';
import { poll } from './poll.js';
import { readPayment } from './read.js';
import { createRefunder } from './refund.js';
import type { RefundInput } from './refund.js';
import { createStarter } from './start.js';
import type { StartOptions } from './start.js';
import { startedOf } from './started.js';
import { createPaymentsTransport } from './transport.js';
import type { Order, Payment, PaymentRef, Refund, Started, TokenOrder } from './types.js';

/** What came back from the page of the payer's bank. */
export interface Authentication {
  readonly ntpID: string;
  /** The `authenticationToken` of the action, where there was one. */
  readonly authenticationToken?: string | undefined;
  /** Every field that came back to `redirectUrl`, unaltered: a plain object, a `FormData` or a `URLSearchParams`. */
  readonly formData: Readonly<Record<string, string>> | Iterable<readonly [string, unknown]>;
}

/** What `settled` takes last. */
export interface SettledOptions extends CallOptions {
  /**
   * Milliseconds to go on reading while the payment is open.
   * @default 30000
   */
  readonly within?: number | undefined;
}

/**
 * A client for the payments of one POS signature.
 *
 * Every method rejects with a `PaylinksError` that says where, why, what to do and what NETOPIA may have done, or with the caller's own reason when its signal
 * aborts. Every method takes `{ signal, timeout, deadline }` last.
 */
export interface PaymentsClient {
  readonly posSignature: string;
  readonly environment: Environment;
  /**
   * Starts a payment on NETOPIA's page and hands out at most one payable page for the order: a start whose response was lost is sent again under a new attempt
   * id, and the `attempts` of earlier calls are read first. Calls for one order at the same time share one start.
   *
   * @throws {@link InputError}, {@link OrderConflictError}; {@link OutcomeUnknownError} with outcome `not-sent` when an earlier attempt cannot be read;
   * {@link ResponseError} when the answer has no page
   * @example
   * const started = await payments.start(order, { attempts: await db.attemptsOf(order.orderID) });
   * if (started.kind === 'redirect') await db.saveAttempt(started.attempt);
   */
  start(order: Order, options?: StartOptions): Promise<Started>;
  /**
   * Charges a saved card without the payer. It is never sent twice: after a lost response it looks for the payment for `settle` ms.
   *
   * @beta
   * @throws {@link OutcomeUnknownError} with the attempt's id when it could not learn what became of the charge
   */
  charge(order: TokenOrder, options?: ChargeOptions): Promise<Started>;
  /**
   * The payment as it stands.
   *
   * @throws {@link ApiError} when there is none, {@link ResponseError} when the response is about another
   * @example
   * const payment = await payments.get(ntpID);
   * if (isPaid(payment)) await ship();
   */
  get(ref: PaymentRef, options?: CallOptions): Promise<Payment>;
  /**
   * The payment once it is not open any more, or as it stands after `within` ms; for the page to which the payer comes back before the notification came.
   *
   * @example
   * const payment = await payments.settled(ntpID, { within: 20_000 });
   */
  settled(ref: PaymentRef, options?: SettledOptions): Promise<Payment>;
  /** Finishes a payment with what the bank's page sent back; it is sent once, and `get` tells what became of it after a lost response. */
  verifyAuth(authentication: Authentication, options?: CallOptions): Promise<Started>;
  /**
   * Pays back a part or the whole, in the currency of the start. It is believed only when code, status and amount say so; one at a time for each payment.
   *
   * @beta
   * @throws {@link ApiError} with outcome `rejected` when NETOPIA refused, {@link RefundUnconfirmedError} when it said yes without moving money
   * @example
   * await payments.refund(payment, { amount: '20.50' });
   */
  refund(ref: PaymentRef, input: RefundInput, options?: CallOptions): Promise<Refund>;
}

/**
 * Makes a client for NETOPIA's payments. Throws `InputError` for options that cannot work; no key is ever quoted.
 *
 * @example
 * const payments = createPaymentsClient({ apiKey, posSignature, environment: 'sandbox', notifyUrl, redirectUrl });
 */
export function createPaymentsClient(options: PaymentsClientOptions): PaymentsClient {
  const settings = checkOptions('createPaymentsClient', options);
  const transport = createPaymentsTransport(settings);

  return {
    posSignature: settings.posSignature,
    environment: settings.environment,
    start: createStarter(transport),
    charge: createCharger(transport),
    refund: createRefunder(transport),

    async get(ref, call) {
      const scope = transport.start('getPaymentStatus', call);
      return readPayment(transport, readRef('get', ref), scope);
    },

    async settled(ref, call) {
      const { within = 30_000, ...limits } = call ?? {};
      check('settled', [issue('within', durationIssue(within))]);
      const deadline = limits.deadline ?? Math.max(settings.deadline, within + (limits.timeout ?? settings.timeout));
      const scope = transport.start('getPaymentStatus', { ...limits, deadline });
      const ids = readRef('settled', ref);
      return poll(() => readPayment(transport, ids, scope), scope, within);
    },

    async verifyAuth(authentication, call) {
      const scope = transport.start('verifyAuthentication', call);
      const body = bodyOf(authentication);
      [body.authenticationToken, ...Object.values(body.formData)].forEach((secret) => secret && transport.redact.remember(secret));
      const ids = { ntpID: body.ntpID };
      const reading = await transport.ask('verifyAuthentication', { body }, ids, scope, { target: body.ntpID });
      return startedOf(reading, transport.reader, settings.baseUrl);
    },
  };
}

function bodyOf(authentication: Authentication) {
  const { ntpID, authenticationToken, formData } = Object(authentication) as Partial<Authentication>;
  const fields = isIterable(formData) ? Object.fromEntries(formData) : formData;
  const body = { ntpID, ...(authenticationToken && { authenticationToken }), formData: fields };
  if (isVerifyAuthRequest(body)) return body;
  throw new InputError('verifyAuth', explainVerifyAuthRequest(body));
}

function isIterable(value: unknown): value is Iterable<readonly [string, unknown]> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
