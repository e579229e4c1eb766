import type { components } from '../../../generated/netopia/types.js';
import { maskNumber } from './cards.js';
import { isCharged, pagePath, status, worthOf, type PaymentRecord, type PaymentState } from './payment.js';

type Schemas = components['schemas'];

// What the API shows where nothing has happened yet.
const zeroDate = '0001-01-01T00:00:00';

/** The answer to a start. */
export function describeStart(record: PaymentRecord, origin: string): Schemas['StartResponse'] {
  return { customerAction: describeAction(record, origin), error: describeOutcome(record.state), payment: describeStarted(record, origin) };
}

function describeAction(record: PaymentRecord, origin: string): NonNullable<Schemas['CustomerAction']> {
  const { challenge, request } = record;
  if (record.isPayLater) return { url: origin + pagePath(record) };
  if (challenge === undefined) return {};
  const { authenticationToken, paReq } = challenge;
  const formData = { paReq, backUrl: request.config.redirectUrl };
  return { type: 'Authentication3D', url: `${origin}/sandbox/authorize`, authenticationToken, formData };
}

export function describeOutcome({ code, message }: Pick<PaymentState, 'code' | 'message'>): { code: string; message: string } {
  return { code, message };
}

/** The payment as start and authentication tell it; the page's address is there while it has not been paid or declined. */
export function describeStarted(record: PaymentRecord, origin: string): NonNullable<Schemas['StartedPayment']> {
  const { ntpID, state, token } = record;
  const hasPage = state.status === status.new && !record.isPayLater;
  return {
    ...worthOf(record),
    ntpID,
    status: state.status,
    ...(hasPage ? { operationDate: zeroDate, paymentURL: origin + pagePath(record) } : {}),
    ...(isCharged(record) ? { data: authorisationOf(record) } : {}),
    ...(isCharged(record) && token !== undefined ? { token } : {}),
  };
}

/** The answer to a reading, with the order as it was sent. `state` is the present one, or an earlier one that the server still tells. */
export function describeStatus(record: PaymentRecord, state: PaymentState): Schemas['StatusResponse'] {
  const { order, config } = record.request;
  const paid = state.status !== status.new && state.status !== status.declined && state.status !== status.authentication;
  return {
    bnpl: { oney: {} },
    config,
    customerAction: {},
    error: describeOutcome(state),
    merchant: {
      merchantName: 'Sandbox',
      posID: 0,
      posName: 'Sandbox',
      posType: 0,
      posUrl: config.redirectUrl,
      qrType: 1,
      showCancel: false,
    },
    order: { ...order, dateTime: order.dateTime.slice(0, 19), installments: { selected: 0 }, ntpID: record.ntpID },
    payment: {
      allowedMethods: ['card'],
      ...(paid ? worthOf(record) : { amount: order.amount, currency: order.currency }),
      binding: { expireMonth: 0, expireYear: 0 },
      instrument: record.card === undefined ? { country: 0 } : { country: 642, panMasked: maskNumber(record.card) },
      ntpID: record.ntpID,
      operationDate: state.status === status.new ? zeroDate : new Date(state.at).toISOString().slice(0, 19),
      options: { bonus: 0, installments: 1 },
      ...(paid ? { data: authorisationOf(record), rrn: rrnOf(record) } : {}),
      status: state.status,
    },
  };
}

/** The body of a notification. After a refund it tells the whole payment, not what was paid back. */
export function describeNotification(record: PaymentRecord, isFirst: boolean): Schemas['Notification'] {
  const { order } = record.request;
  const { state, token, card } = record;
  return {
    order: { orderID: order.orderID, data: order.data ?? {} },
    payment: {
      method: 'card',
      ntpID: record.ntpID,
      status: state.status,
      ...worthOf(record),
      code: state.code,
      message: state.message,
      // A saved card's token comes once.
      ...(isFirst && token !== undefined && isCharged(record) ? { token, binding: { token, expireMonth: 12, expireYear: 2030 } } : {}),
      ...(card === undefined ? {} : { instrument: { panMasked: maskNumber(card), country: 642 } }),
      data: isCharged(record) ? authorisationOf(record) : {},
    },
  };
}

function authorisationOf(record: PaymentRecord): Record<string, string> {
  return { AuthCode: record.page.slice(0, 4), BIN: '990000', ISSUER: 'Netopia GB', ISSUER_COUNTRY: '642', RRN: rrnOf(record) };
}

function rrnOf(record: PaymentRecord): string {
  return `${record.page.slice(-6)}${record.ntpID.slice(-6)}`;
}
