import type { Scope } from '../core/request.js';
import type { PaymentsTransport } from './transport.js';
import type { Payment } from './types.js';

/** Reads one payment by its ids, of which one may be empty. */
export async function readPayment(
  transport: PaymentsTransport,
  ids: { readonly ntpID: string; readonly orderID: string },
  scope: Scope,
): Promise<Payment> {
  const body = { posID: transport.settings.posSignature, ...ids };
  const { response, payment } = await transport.ask('getPaymentStatus', { body }, ids, scope, { target: ids.ntpID || ids.orderID });
  if (payment !== undefined) return payment;
  // A code without a payment is about the reading.
  throw transport.refusal(response);
}
