import { PaylinksError } from '../core/errors.js';
import { check, durationIssue, issue } from '../core/options.js';
import type { CallOptions } from '../core/options.js';
import type { Scope } from '../core/request.js';
import { OutcomeUnknownError } from './errors.js';
import { prepareStart } from './input.js';
import type { PreparedStart } from './input.js';
import { createOrderFlight } from './order-flight.js';
import { poll } from './poll.js';
import { readPayment } from './read.js';
import { refuseOtherAmount } from './start.js';
import { differences, outcomeOf, startedOf } from './started.js';
import type { PaymentsTransport } from './transport.js';
import type { Payment, Started, TokenOrder } from './types.js';

/** What `charge` takes last. */
export interface ChargeOptions extends CallOptions {
  /**
   * Milliseconds to look for the payment after a response was lost.
   * @default 15000
   */
  readonly settle?: number | undefined;
}

const operation = 'startPayment';

/** Charges saved cards; a charge that may have arrived is never sent again. */
export function createCharger(transport: PaymentsTransport) {
  const { settings, reader } = transport;
  const flight = createOrderFlight('charge', 'read the payment by the attempt’s id before charging again');

  async function post(order: PreparedStart, scope: Scope): Promise<Started> {
    const { orderID, amount, currency, attemptID } = order;
    const attempt = { orderID, attemptID, amount, currency };
    const asked = { orderID: attemptID };
    const reading = await transport.ask(operation, { body: order.request(attemptID) }, asked, scope, { target: orderID });
    refuseOtherAmount(reading.code, reading.reason, reading.payment, attempt);
    reader.report(reading, differences(reading.payment, attempt));
    return startedOf(reading, reader, settings.baseUrl, attempt);
  }

  /** Looks for a charge whose response was lost, by the one id that is known. */
  async function look({ attemptID }: PreparedStart, scope: Scope, settle: number): Promise<Payment | undefined> {
    const read = async (): Promise<Payment | undefined> => {
      try {
        return await readPayment(transport, { ntpID: '', orderID: attemptID }, scope);
      } catch (error) {
        // What cannot be read now may be read later; absence proves nothing while the charge may be under way.
        if (error instanceof PaylinksError) return undefined;
        throw error;
      }
    };
    return poll(read, scope, settle);
  }

  async function run(order: PreparedStart, scope: Scope, settle: number): Promise<Started> {
    const since = new Date();
    try {
      return await post(order, scope);
    } catch (error) {
      if (!(error instanceof PaylinksError) || error.outcome !== 'unknown') throw error;
      const found = await look(order, scope, settle);
      const outcome = found && outcomeOf(found.code, found.reason ?? '', found);
      if (outcome !== undefined && outcome.kind !== 'pending' && outcome.kind !== 'other') return outcome;
      throw unknown(order, since, error, found);
    }
  }

  return async function charge(input: TokenOrder, options?: ChargeOptions): Promise<Started> {
    const scope = transport.start(operation, options, ['settle']);
    const settle = options?.settle ?? 15_000;
    check('charge', [issue('settle', durationIssue(settle))]);
    const order = prepareStart('charge', input, settings, true);
    transport.redact.remember(input.token);
    return flight(order, scope, (shared) => run(order, shared, settle));
  };
}

function unknown(
  { orderID, attemptID }: PreparedStart,
  since: Date,
  cause: PaylinksError,
  found: Payment | undefined,
): OutcomeUnknownError {
  const seen = found === undefined ? 'no payment was found' : `payment ${found.ntpID} is ${found.status}`;
  const message = `charge failed: the response was lost, and ${seen}; read it later by the attempt's id ${attemptID}, and do not charge order ${orderID} again meanwhile`;
  return new OutcomeUnknownError(message, { orderID, attemptID, ntpID: found?.ntpID, since }, { operation, outcome: 'unknown', cause });
}
