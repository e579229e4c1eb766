import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { isSameAmount } from './money.js';
import type { Reader, Reading } from './response.js';
import { isPaid } from './status.js';
import type { Action, Attempt, Payment, Started } from './types.js';

/** Codes of cards that stay refused however often they are tried, and of orders whose time is over. */
const final: readonly (string | undefined)[] = ['16', '18', '23', '34', '36', '37'];
const declines: readonly (string | undefined)[] = [...final, '17', '19', '20', '21', '22', '26', '32', '33', '35', '39'];

/** What became of a payment, by its status first and then by the code; `undefined` for a page or an action, which only a start answers. */
export function outcomeOf(code: string | undefined, reason: string, payment: Payment | undefined): Started | undefined {
  if (payment !== undefined && isPaid(payment)) return { kind: 'paid', payment };
  if (code === '101' || code === '100') return undefined;
  if (code === '56') return { kind: 'closed', ...(payment && { payment }) };
  const other: Started = { kind: 'other', code: code ?? '', reason, ...(payment && { payment }) };
  if (payment === undefined) return other;
  if (payment.phase === 'failed' || declines.includes(code))
    return { kind: 'declined', code: code ?? '', reason, mayRetry: mayRetry(code, payment), payment };
  if (payment.phase === 'ended') return { kind: 'closed', payment };
  const waits = code === '102' || ((code === undefined || code === '00') && (payment.phase === 'open' || payment.phase === 'held'));
  return waits ? { kind: 'pending', payment } : other;
}

function mayRetry(code: string | undefined, { phase }: Payment): boolean {
  return (phase === 'failed' || phase === 'open') && !final.includes(code);
}

/** The outcome of a start or an authentication. `attempt` is what was started, where it was. */
export function startedOf(reading: Reading, reader: Reader, baseUrl: string, attempt?: Omit<Attempt, 'ntpID' | 'url'>): Started {
  const { response, body, code, reason, payment } = reading;
  const known = outcomeOf(code, reason, payment);
  if (known !== undefined) return known;
  if (payment === undefined) throw reader.unusable(response, `code ${code} came without a payment`);
  if (code === '100') {
    const action = actionOf(body);
    if (action === undefined) throw reader.unusable(response, 'code 100 came without an address for the payer');
    return { kind: 'action', action, payment };
  }
  const url = payment.wire['paymentURL'];
  if (typeof url !== 'string' || !isPage(url, baseUrl))
    throw reader.unusable(response, 'code 101 came without an https page for the payer');
  if (attempt === undefined) return { kind: 'other', code: '101', reason, payment };
  return { kind: 'redirect', url, attempt: { ...attempt, ntpID: payment.ntpID, url }, reused: false, stillPayable: [], payment };
}

// A sandbox on loopback speaks plain http, and so does its page.
function isPage(url: string, baseUrl: string): boolean {
  return url.startsWith('https://') || (baseUrl.startsWith('http://') && url.startsWith('http://'));
}

function actionOf({ customerAction }: Json): Action | undefined {
  if (!isObject(customerAction)) return undefined;
  const { url, formData, authenticationToken } = customerAction;
  if (typeof url !== 'string' || url === '') return undefined;
  const fields = isObject(formData) ? Object.entries(formData).map(([name, value]) => [name, String(value)]) : [];
  return {
    url,
    formData: Object.fromEntries(fields),
    ...(typeof authenticationToken === 'string' && authenticationToken !== '' && { authenticationToken }),
  };
}

/** How the payment differs from what was started, where both are in one currency. */
export function differences(payment: Payment | undefined, { amount, currency }: Pick<Attempt, 'amount' | 'currency'>) {
  if (payment?.amount === undefined || payment.currency !== currency || isSameAmount(payment.amount, amount)) return [];
  return [{ path: 'payment.amount', message: `is ${payment.amount}, but ${amount} ${currency} was started` }];
}
