import { isCreditRequest, explainCreditRequest } from '../../generated/netopia/validators.js';
import { InputError } from '../core/errors.js';
import type { CallOptions } from '../core/options.js';
import { createQueue } from '../core/queue.js';
import type { Scope } from '../core/request.js';
import { RefundUnconfirmedError } from './errors.js';
import { readRef } from './input.js';
import { isSameAmount, readAmount } from './money.js';
import type { PaymentsTransport } from './transport.js';
import type { Payment, PaymentRef, Refund } from './types.js';

/** What to pay back. */
export interface RefundInput {
  /** In major units of the currency that the payment was started with, not of the one it was settled in. */
  readonly amount: number | string;
}

const operation = 'creditPayment';

/** Pays back, one refund at a time for each payment; a refund that may have arrived is never sent again. */
export function createRefunder(transport: PaymentsTransport) {
  const inTurn = createQueue();

  async function post(ntpID: string, amount: number, scope: Scope): Promise<Refund> {
    const { response, code, payment } = await transport.ask(operation, { body: { ntpID, amount } }, { ntpID }, scope, {
      target: ntpID,
    });
    if (code !== '00') throw transport.refusal(response);
    if (payment !== undefined && isCredited(payment) && payment.amount !== undefined && isSameAmount(payment.amount, amount))
      return { ntpID, amount, payment };
    const seen =
      payment === undefined ? 'no payment came with it' : `its status is ${payment.status} and its amount ${String(payment.amount)}`;
    const message = `refund of ${amount} for payment ${ntpID} was answered with success, but ${seen}: seen to move no money; look in NETOPIA's console before refunding again`;
    throw new RefundUnconfirmedError(message, { ntpID, amount, payment }, { operation, outcome: 'unknown' });
  }

  return async function refund(ref: PaymentRef, input: RefundInput, options?: CallOptions): Promise<Refund> {
    const scope = transport.start(operation, options);
    const { ntpID } = readRef('refund', ref);
    const amount = readAmount(Object(input).amount);
    if (typeof amount === 'string') throw new InputError('refund', [{ path: 'amount', message: amount }]);
    const body = { ntpID, amount };
    if (!isCreditRequest(body))
      throw new InputError(
        'refund',
        explainCreditRequest(body).map(({ path, message }) => ({ path: path === 'ntpID' ? 'ref.ntpID' : path, message })),
      );
    return inTurn(ntpID, operation, scope, () => post(ntpID, amount, scope));
  };
}

function isCredited(payment: Payment): payment is Payment<'credit'> {
  return payment.status === 'credit';
}
