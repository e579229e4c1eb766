import type { components } from '../../../generated/netopia/types.js';
import { maskNumber, type Verdict } from './cards.js';
import { fromCents, toCents, toRon } from './money.js';

export type StartRequest = components['schemas']['StartRequest'];

/** The API's numbers of the statuses that a payment of the sandbox comes to by itself; seeds can have others. */
export const status = { new: 1, paid: 3, confirmed: 5, credit: 8, declined: 12, authentication: 15 } as const;

/** What can be told of a payment at one time. */
export interface PaymentState {
  /** The API's number. */
  readonly status: number;
  /** The API's code of what happened last, and its text. */
  readonly code: string;
  readonly message: string;
  /** When it came to this, in milliseconds since 1970. */
  readonly at: number;
}

/** What the payer's bank asks before it pays. */
export interface Challenge {
  readonly card: string;
  readonly authenticationToken: string;
  /** Identifies the question to the bank's page, and `paRes` the bank's answer. */
  readonly paReq: string;
  readonly paRes: string;
}

/** One payment as the server keeps it. */
export interface PaymentRecord {
  readonly ntpID: string;
  /** What the payer's page is found by. */
  readonly page: string;
  readonly request: StartRequest;
  /** Whether a provider of instalments is to pay: its page stands in `customerAction`. */
  readonly isPayLater: boolean;
  readonly startedAt: number;
  state: PaymentState;
  /** The state before, for a server that lags behind. */
  earlier: PaymentState;
  challenge: Challenge | undefined;
  /** The number of the card that was tried last. */
  card: string | undefined;
  /** Token of the saved card, once there is one. */
  token: string | undefined;
  /** Paid back so far, in cents of the currency it was started with. */
  refunded: number;
}

/** A payment that waits for its payer. */
export function startPayment(ids: Pick<PaymentRecord, 'ntpID' | 'page' | 'isPayLater'>, request: StartRequest, now: number): PaymentRecord {
  const state: PaymentState = { status: status.new, code: '101', message: 'Redirect user to payment page', at: now };
  const nothing = { challenge: undefined, card: undefined, token: undefined, refunded: 0 };
  return { ...ids, request, startedAt: now, state, earlier: state, ...nothing };
}

/** Whether the payer's page takes a card: until one was taken, and again after each decline. */
export function isPayable({ state }: PaymentRecord): boolean {
  return state.status === status.new || state.status === status.declined || state.status === status.authentication;
}

/** Whether money was taken for it and may be paid back. */
export function isCharged({ state }: PaymentRecord): boolean {
  return state.status === status.paid || state.status === status.confirmed || state.status === status.credit;
}

/** Tries a card and says whether that changed the status. An expired card leaves a payment as open as it was, with its page. */
export function tryCard(record: PaymentRecord, card: string, verdict: Verdict, challenge: Challenge, now: number): boolean {
  record.card = card;
  record.challenge = verdict.kind === 'authentication' ? challenge : undefined;
  move(record, statusAfter[verdict.kind], verdict, now);
  return verdict.kind !== 'expired';
}

const statusAfter = {
  approved: status.paid,
  authentication: status.authentication,
  declined: status.declined,
  expired: status.new,
} as const satisfies Record<Verdict['kind'], number>;

/** The bank has seen the payer, or the payer has left. */
export function finishChallenge(record: PaymentRecord, passed: boolean, now: number): void {
  record.challenge = undefined;
  if (passed) move(record, status.paid, { code: '00', message: 'Approved' }, now);
  else move(record, status.declined, { code: '39', message: '3DSecure authentication failed' }, now);
}

/** The bank confirms what was paid. */
export function confirmPayment(record: PaymentRecord, now: number): void {
  if (record.state.status === status.paid) move(record, status.confirmed, record.state, now);
}

/** What may still be paid back, in cents of the currency it was started with. */
export function refundableCents(record: PaymentRecord): number {
  return isCharged(record) ? toCents(record.request.order.amount) - record.refunded : 0;
}

/** Pays back some cents of the currency it was started with. */
export function refundPayment(record: PaymentRecord, cents: number, now: number): void {
  record.refunded += cents;
  move(record, status.credit, { code: '00', message: '[TEST P] Approved' }, now);
}

function move(record: PaymentRecord, to: number, { code, message }: Pick<PaymentState, 'code' | 'message'>, now: number): void {
  record.earlier = record.state;
  record.state = { status: to, code, message, at: now };
}

/** What a payment is worth as the API tells it: in RON once it was settled, and as it was sent before. */
export function worthOf(record: PaymentRecord): { amount: number; currency: string } {
  const { amount, currency } = record.request.order;
  return isCharged(record) ? { amount: toRon(amount, currency), currency: 'RON' } : { amount, currency };
}

/** A payment as `payments` of the sandbox and its control plane show it. */
export interface SandboxPayment {
  readonly ntpID: string;
  readonly orderID: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** As it was sent on start, in major units. */
  readonly amount: number;
  readonly currency: string;
  /** What was taken, in RON, or `undefined` while nothing was. */
  readonly settled: number | undefined;
  /** What was paid back, in the currency of the start. */
  readonly refunded: number;
  /** Whether the payer's page takes a card. */
  readonly payable: boolean;
  /** Path of the payer's page. */
  readonly page: string;
  readonly card: string | undefined;
  readonly notifyUrl: string;
  readonly redirectUrl: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly changedAt: string;
}

export function showPayment(record: PaymentRecord): SandboxPayment {
  const { order, config } = record.request;
  return {
    ntpID: record.ntpID,
    orderID: order.orderID,
    status: record.state.status,
    code: record.state.code,
    message: record.state.message,
    amount: order.amount,
    currency: order.currency,
    settled: isCharged(record) ? toRon(order.amount, order.currency) : undefined,
    refunded: fromCents(record.refunded),
    payable: isPayable(record),
    page: pagePath(record),
    card: record.card === undefined ? undefined : maskNumber(record.card),
    notifyUrl: config.notifyUrl,
    redirectUrl: config.redirectUrl,
    startedAt: new Date(record.startedAt).toISOString(),
    changedAt: new Date(record.state.at).toISOString(),
  };
}

export function pagePath({ page }: Pick<PaymentRecord, 'page'>): string {
  return `/ui/card?p=${page}`;
}
