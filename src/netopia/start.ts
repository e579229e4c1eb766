import { ApiError, InputError } from '../core/errors.js';
import type { CallOptions } from '../core/options.js';
import type { Scope } from '../core/request.js';
import { isObject } from '../shared/json.js';
import { attemptID, orderOf } from './attempt-id.js';
import { OrderConflictError, OutcomeUnknownError } from './errors.js';
import { prepareStart } from './input.js';
import type { PreparedStart } from './input.js';
import { isSameAmount, paidFor } from './money.js';
import { createOrderFlight } from './order-flight.js';
import { readPayment } from './read.js';
import { isLost } from './response.js';
import { differences, startedOf } from './started.js';
import { isPaid } from './status.js';
import type { PaymentsTransport } from './transport.js';
import type { Attempt, Order, Payment, Started } from './types.js';

/** What `start` takes last. */
export interface StartOptions extends CallOptions {
  /**
   * Every attempt at this order so far, as stored: they are read before anything is started.
   * @default []
   */
  readonly attempts?: readonly Attempt[] | undefined;
}

interface Read {
  readonly attempt: Attempt;
  readonly payment: Payment | undefined;
}

const operation = 'startPayment';

/** Starts hosted payments, at most one payable page for each order. */
export function createStarter(transport: PaymentsTransport) {
  const { settings, reader } = transport;
  const flight = createOrderFlight('start', 'start it again');

  async function post(order: PreparedStart, stillPayable: Attempt[], scope: Scope): Promise<Started> {
    const { orderID, amount, currency } = order;
    let id = order.attemptID;
    const body = order.request(id);
    const renewal = {
      // The page of a start whose response was lost is nobody's, and its id is used up.
      body: () => JSON.stringify(order.request((id = attemptID(orderID)))),
      isLost,
    };
    const reading = await transport.ask(operation, { body }, {}, scope, { target: orderID, renewal });
    const attempt = { orderID, attemptID: id, amount, currency };
    refuseOtherAmount(reading.code, reading.reason, reading.payment, attempt);
    reader.report(reading, differences(reading.payment, attempt));
    const started = startedOf(reading, reader, settings.baseUrl, attempt);
    return started.kind === 'redirect' ? { ...started, stillPayable } : started;
  }

  async function run(order: PreparedStart, attempts: readonly Attempt[], scope: Scope): Promise<Started> {
    const reads: Read[] = [];
    for (const attempt of attempts) reads.push({ attempt, payment: await readAttempt(transport, attempt, scope) });
    const payments = reads.flatMap(({ payment }) => payment ?? []);
    for (const payment of payments) if (isPaid(payment) || isHeld(payment)) return { kind: 'paid', payment };
    for (const payment of payments) if (payment.phase === 'disputed' || payment.phase === 'unclear') throw undecided(order, payment);

    const payable = reads.filter(isPayable);
    const reused = payable.findLast(({ attempt, payment }) => attempt.url !== undefined && costs(order, attempt, payment));
    const stillPayable = payable.filter((read) => read !== reused).map(({ attempt }) => attempt);
    if (reused === undefined) return post(order, stillPayable, scope);
    const { attempt, payment } = reused;
    return { kind: 'redirect', url: attempt.url ?? '', attempt, reused: true, stillPayable, payment };
  }

  return async function start(input: Order, options?: StartOptions): Promise<Started> {
    const scope = transport.start(operation, options, ['attempts']);
    const order = prepareStart('start', input, settings);
    const attempts = checkAttempts(order.orderID, options?.attempts ?? []);
    return flight(order, scope, (shared) => run(order, attempts, shared));
  };
}

/** An earlier payment, or `undefined` where NETOPIA knows none; an attempt that cannot be read stops the start, since it may be paid. */
async function readAttempt(transport: PaymentsTransport, attempt: Attempt, scope: Scope): Promise<Payment | undefined> {
  try {
    return await readPayment(transport, { ntpID: attempt.ntpID ?? '', orderID: attempt.attemptID }, scope);
  } catch (error) {
    // Without an id of NETOPIA's the attempt may never have arrived, and that is what the API says.
    if (attempt.ntpID === undefined && error instanceof ApiError && error.status < 400) return undefined;
    if (!(error instanceof Error) || !('outcome' in error)) throw error;
    const { orderID, attemptID: id, ntpID } = attempt;
    const message = `start stopped: attempt ${id} at order ${orderID} could not be read, and it may be paid; nothing was started, so start it again later`;
    throw new OutcomeUnknownError(
      message,
      { orderID, attemptID: id, ntpID, since: new Date() },
      { operation, outcome: 'not-sent', cause: error },
    );
  }
}

function isHeld(payment: Payment): payment is Payment<'opened'> {
  return payment.status === 'opened';
}

// A declined payer may try again on the same page, so it can be paid as well.
function isPayable(read: Read): read is Read & { readonly payment: Payment } {
  const { attempt, payment } = read;
  if (payment === undefined) return false;
  if (payment.phase === 'failed') return attempt.url !== undefined;
  // The page of a start that was lost is nobody's; a payment that is further than `new` is in somebody's hands.
  return payment.phase === 'open' && (attempt.url !== undefined || payment.status !== 'new');
}

function costs(order: PreparedStart, attempt: Attempt, payment: Payment): boolean {
  return paidFor(order, attempt) === 'same' && paidFor(order, payment) !== 'different';
}

function undecided({ orderID }: PreparedStart, payment: Payment): OrderConflictError {
  const { ntpID, status, attemptID: id } = payment;
  const message = `start stopped: payment ${ntpID} of order ${orderID} is ${status}, which says neither that it is paid nor that it is not; nothing was started, so decide by hand`;
  return new OrderConflictError(message, { orderID, attemptID: id, payment }, { operation, outcome: 'not-sent' });
}

/** The id is that of an order with another amount, which NETOPIA says with code 99. */
export function refuseOtherAmount(
  code: string | undefined,
  reason: string,
  payment: Payment | undefined,
  { orderID, attemptID: id, amount, currency }: Attempt,
): void {
  const differs = payment?.amount !== undefined && !isSameAmount(payment.amount, amount);
  if (code !== '99' || !(differs || /amount/i.test(reason))) return;
  const message = `start failed: attempt ${id} exists with another amount than ${amount} ${currency} (99 ${reason}); start under a new attempt id`;
  throw new OrderConflictError(message, { orderID, attemptID: id, payment }, { operation, outcome: 'rejected' });
}

function checkAttempts(orderID: string, attempts: unknown): readonly Attempt[] {
  const refuse = (path: string, message: string) => new InputError('start', [{ path, message }]);
  if (!Array.isArray(attempts)) throw refuse('attempts', 'must be a list of the attempts that earlier starts gave');
  attempts.forEach((attempt: unknown, index) => {
    const id = isObject(attempt) ? attempt['attemptID'] : undefined;
    if (typeof id !== 'string' || id === '') throw refuse(`attempts.${index}`, 'must be an attempt that an earlier start gave');
    if (orderOf(id) !== orderID && id !== orderID)
      throw refuse(`attempts.${index}.attemptID`, `belongs to order ${orderOf(id)}, not to ${orderID}`);
  });
  return attempts;
}
