import { statuses } from '../../../generated/netopia/statuses.js';
import { explainStartRequest, isStartRequest } from '../../../generated/netopia/validators.js';
import { suggest } from '../../shared/nearest.js';
import { isObject } from '../../shared/json.js';
import type { Clock } from '../core/clock.js';
import type { Store } from '../core/store.js';
import { isKnownCurrency, toCents } from './money.js';
import { startPayment, status as numbers, type PaymentRecord, type SandboxPayment } from './payment.js';

type StatusName = (typeof statuses)[keyof typeof statuses]['name'];

/** A payment to start with: as `payments` shows one, with nothing required but its `orderID`. */
export type SeedPayment = Partial<Omit<SandboxPayment, 'status' | 'orderID'>> & {
  readonly orderID: string;
  /** The API's number of the status, or its name. @default 1, not paid yet */
  readonly status?: number | StatusName | undefined;
  readonly description?: string | undefined;
};

// What `payments` shows beside these follows from them.
const given = ['orderID', 'ntpID', 'status', 'amount', 'currency', 'refunded', 'notifyUrl', 'redirectUrl', 'description'];
const derived = ['code', 'message', 'settled', 'payable', 'page', 'card', 'startedAt', 'changedAt'];

/** What payments are put into. */
export interface Seedbed {
  readonly clock: Clock;
  readonly posSignature: string;
  readonly store: Store<PaymentRecord>;
  readonly orders: Map<string, string>;
  drawIds(): Pick<PaymentRecord, 'ntpID' | 'page'>;
}

/** Replaces the payments of a sandbox. Throws a `TypeError` that names the payment and the field, and then changes nothing. */
export function seedPayments(state: Seedbed, items: readonly unknown[]): void {
  const before = [...state.store.all()];
  emptyPayments(state);
  try {
    items.forEach((item, index) => addPayment(state, readSeed(state, item, `payments.${index}`), `payments.${index}`));
  } catch (error) {
    emptyPayments(state);
    for (const record of before) addPayment(state, record, 'payments');
    throw error;
  }
}

export function emptyPayments({ store, orders }: Seedbed): void {
  store.clear();
  orders.clear();
}

function addPayment({ store, orders }: Seedbed, record: PaymentRecord, place: string): void {
  const { orderID } = record.request.order;
  if (orders.has(orderID)) throw new TypeError(`${place}.orderID is that of an earlier payment: ${orderID}.`);
  if (store.find(record.ntpID) !== undefined) throw new TypeError(`${place}.ntpID is that of an earlier payment: ${record.ntpID}.`);
  store.put(record);
  orders.set(orderID, record.ntpID);
}

function readSeed(state: Seedbed, item: unknown, place: string): PaymentRecord {
  if (!isObject(item)) throw new TypeError(`${place} must be an object with an orderID.`);
  for (const name of Object.keys(item))
    if (![...given, ...derived].includes(name)) throw new TypeError(`${place} has no field ${name}${suggest(name, given)}.`);
  const { orderID, ntpID, status, amount = 100, currency = 'RON', refunded = 0, description = `Order ${String(orderID)}` } = item;
  const { notifyUrl = 'https://shop.example/notify', redirectUrl = 'https://shop.example/return' } = item;
  const billing = { email: 'payer@example.com', firstName: 'Ana', lastName: 'Exemplu', city: 'Bucuresti', country: 642 };
  const now = state.clock.now();
  const dateTime = new Date(now).toISOString();
  const order = { posSignature: state.posSignature, orderID, amount, currency, description, dateTime, billing };
  const request = { config: { notifyUrl, redirectUrl, language: 'ro' }, order };
  if (!isStartRequest(request)) {
    const [issue] = explainStartRequest(request);
    throw new TypeError(`${place}.${issue?.path.replace(/^(config|order)\./, '')} ${issue?.message}.`);
  }
  if (!isKnownCurrency(request.order.currency)) throw new TypeError(`${place}.currency must be RON, EUR or USD.`);
  if (ntpID !== undefined && (typeof ntpID !== 'string' || ntpID === '')) throw new TypeError(`${place}.ntpID must be text.`);
  if (typeof refunded !== 'number' || !(refunded >= 0 && refunded <= request.order.amount))
    throw new TypeError(`${place}.refunded must be a number from 0 to the amount.`);
  const record = startPayment({ ...state.drawIds(), ...(ntpID !== undefined && { ntpID }), isPayLater: false }, request, now);
  record.refunded = toCents(refunded);
  record.state = { ...record.state, ...readState(status ?? numbers.new, place) };
  record.earlier = record.state;
  return record;
}

const outcomes: Readonly<Record<string, { code: string; message: string }>> = {
  paid: { code: '00', message: 'Approved' },
  returned: { code: '00', message: '[TEST P] Approved' },
  failed: { code: '35', message: 'Declined' },
};

function readState(value: unknown, place: string): { status: number; code?: string; message?: string } {
  const found = Object.values(statuses).find(({ number, name }) => number === value || name === value);
  if (found === undefined) throw new TypeError(`${place}.status must be a number from 1 to 23 or its name, such as paid.`);
  return { status: found.number, ...outcomes[found.phase] };
}
