import type { components } from '../../../generated/netopia/types.js';
import type { OperationId } from '../../../generated/netopia/operations.js';
import {
  explainCreditRequest,
  explainReturnPayLaterRequest,
  explainStartPayLaterRequest,
  explainStartRequest,
  explainStatusRequest,
  explainVerifyAuthRequest,
  isCreditRequest,
  isReturnPayLaterRequest,
  isStartPayLaterRequest,
  isStartRequest,
  isStatusRequest,
  isVerifyAuthRequest,
} from '../../../generated/netopia/validators.js';
import type { Context as CoreContext, Handler as CoreHandler } from '../core/api.js';
import { readJson } from '../core/request.js';
import { respondJson, type SandboxResponse } from '../core/response.js';
import { authenticate, payByCard, payByToken } from './actions.js';
import { isKnownCurrency, toCents } from './money.js';
import { isCharged, refundableCents, refundPayment, startPayment, status, type PaymentRecord } from './payment.js';
import type { JournalEntry } from './journal.js';
import type { State } from './state.js';
import { describeOutcome, describeStart, describeStarted, describeStatus } from './wire.js';

type Schemas = components['schemas'];
type Context = CoreContext<State, JournalEntry>;
type Handler = CoreHandler<State, JournalEntry>;
type StartRequest = Schemas['StartRequest'];

/** One handler per operation of the document; an operation without one does not compile. */
export const handlers = {
  startPayment: (context) => withBody(context, isStartRequest, explainStartRequest, (request) => start(context, request, false)),

  startPayLater: (context) =>
    withBody(context, isStartPayLaterRequest, explainStartPayLaterRequest, ({ config, payment, order }) => {
      const { least, most } = providers[payment.instrument.type];
      if (order.currency !== 'RON' || order.amount < least || order.amount > most)
        return refuse('99', `The provider takes ${least} to ${most} RON`);
      return start(context, { config, order }, true);
    }),

  returnPayLater: (context) =>
    withBody(context, isReturnPayLaterRequest, explainReturnPayLaterRequest, ({ ntpID }) =>
      withPayment(context, ntpID, (record) => respond(describePayment(record, context))),
    ),

  getPaymentStatus: (context) =>
    withBody(context, isStatusRequest, explainStatusRequest, ({ posID, ntpID = '', orderID = '' }) => {
      const { state } = context;
      if (posID !== state.posSignature) return respondWrongShop();
      return withPayment(context, ntpID === '' ? (state.orders.get(orderID) ?? '') : ntpID, (record) => {
        const lags = isStruck(context, 'reading', 'status-lag');
        return respond(describeStatus(record, lags ? record.earlier : record.state));
      });
    }),

  verifyAuthentication: (context) =>
    withBody(context, isVerifyAuthRequest, explainVerifyAuthRequest, ({ ntpID, authenticationToken, formData }) =>
      withPayment(context, ntpID, (record) => {
        const { challenge } = record;
        const closed = { ...describePayment(record, context), error: { code: '56', message: 'Order closed' } };
        if (challenge === undefined) return respond(closed);
        if (authenticationToken !== undefined && authenticationToken !== challenge.authenticationToken)
          return refuse('99', 'Invalid authenticationToken');
        const names = ['paRes', 'PaRes', 'pa_res'];
        authenticate(
          context.state,
          record,
          names.some((name) => formData[name] === challenge.paRes),
        );
        return tell(context, record, describePayment(record, context));
      }),
    ),

  creditPayment: (context) =>
    withBody(context, isCreditRequest, explainCreditRequest, ({ ntpID, amount }) =>
      withPayment(context, ntpID, (record) => {
        const { currency } = record.request.order;
        if (toCents(amount) > refundableCents(record))
          return refuse('99', isCharged(record) ? 'Invalid Credit amount' : 'Invalid payment status');
        if (isStruck(context, 'refund', 'refund-silent')) {
          const untouched = record.state.status === status.credit ? status.confirmed : record.state.status;
          const payment = { amount: record.request.order.amount, currency, ntpID, status: untouched };
          return respond({ error: { code: '00', message: 'Approved' }, payment });
        }
        refundPayment(record, toCents(amount), context.state.clock.now());
        return tell(context, record, { error: describeOutcome(record.state), payment: { amount, currency, ntpID, status: status.credit } });
      }),
    ),
} as const satisfies Record<OperationId, Handler>;

/** Amounts in RON that NETOPIA's plugin sends to each provider. */
const providers = { 'bnpl.paypo': { least: 50, most: 100_000 }, 'bnpl.oney': { least: 450, most: 12_000 } } as const;

/** Uses the orderID up and starts a payment; an orderID that is used up is refused in one of the three ways that have been seen. */
function start(context: Context, request: StartRequest, isPayLater: boolean): SandboxResponse {
  const { state, entry } = context;
  const { order } = request;
  entry.orderID = order.orderID;
  if (order.posSignature !== state.posSignature) return respondWrongShop();
  if (!isKnownCurrency(order.currency)) return respondIssues([{ path: 'order.currency', message: 'is not enabled for this shop' }]);
  if (order.scaExemptionInd !== undefined && (!request.payment?.instrument?.token || order.clientID !== undefined))
    return respondIssues([{ path: 'order.scaExemptionInd', message: 'needs a token and no clientID' }]);

  const used = state.find(state.orders.get(order.orderID) ?? '');
  if (used !== undefined) {
    note(entry, used);
    if (used.request.order.amount !== order.amount) return refuse('99', 'Order already exists with another amount');
    if (!isCharged(used)) return respond({ code: '99', message: 'Order already processed' }, 400);
    return respond({ customerAction: {}, ...describePayment(used, context), error: { code: '56', message: 'Order closed' } });
  }

  const record = startPayment({ ...state.drawIds(), isPayLater }, request, state.clock.now());
  state.store.put(record);
  state.orders.set(order.orderID, record.ntpID);
  const hasOutcome = chargeAtOnce(state, record);
  const { payment, ...rest } = describeStart(record, context.request.origin);
  if (!isStruck(context, 'page', 'page-missing')) return commit(context, record, { ...rest, payment }, hasOutcome);
  const { paymentURL: _, ...pageless } = payment ?? {};
  return commit(context, record, { ...rest, payment: pageless }, hasOutcome);
}

/** Charges the card or token that the start holds, and says whether that has an outcome to tell; without either the payer pays on the page. */
function chargeAtOnce(state: State, record: PaymentRecord): boolean {
  const { instrument } = record.request.payment ?? {};
  if (instrument?.token) return payByToken(state, record, instrument.token);
  return instrument?.account === undefined ? false : payByCard(state, record, { ...instrument, account: instrument.account });
}

/** Responds to a change and tells the shop of it. */
function tell(context: Context, record: PaymentRecord, body: object): SandboxResponse {
  return commit(context, record, body, true);
}

function commit(context: Context, record: PaymentRecord, body: object, hasOutcome: boolean): SandboxResponse {
  const { state, entry, fault } = context;
  state.journal.markApplied(entry);
  note(entry, record);
  const isOfNotifications = fault !== undefined && state.faults.kinds[fault.fault]?.strikes === 'notification';
  if (hasOutcome) void state.courier.post(record, isOfNotifications ? fault : undefined);
  return respond(body);
}

/** Whether a fault that only one kind of request knows strikes this one. */
function isStruck({ state, entry, fault }: Context, event: string, name: JournalEntry['fault']): boolean {
  const struck = fault?.fault === name || state.faults.decide(entry.operation, event).fault?.fault === name;
  if (struck) entry.fault = name;
  return struck;
}

function withBody<Body>(
  { request }: Context,
  fits: (value: unknown) => value is Body,
  explain: (value: unknown) => readonly Issue[],
  act: (body: Body) => SandboxResponse,
): SandboxResponse {
  const body = readJson(request);
  return fits(body) ? act(body) : respondIssues(explain(body));
}

/** An identifier that nobody has is answered in the API's usual way for failures; how the real one words it is not known. */
function withPayment({ state, entry }: Context, ntpID: string, act: (record: PaymentRecord) => SandboxResponse): SandboxResponse {
  entry.ntpID = ntpID === '' ? undefined : ntpID;
  const record = state.find(ntpID);
  if (record === undefined) return refuse('99', 'Payment not found');
  note(entry, record);
  return act(record);
}

function note(entry: Context['entry'], record: PaymentRecord): void {
  entry.ntpID = record.ntpID;
  entry.orderID = record.request.order.orderID;
  entry.paymentStatus = record.state.status;
}

function describePayment(record: PaymentRecord, { request }: Context): Schemas['VerifyAuthResponse'] {
  return { error: describeOutcome(record.state), payment: describeStarted(record, request.origin) };
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

function respondIssues(issues: readonly Issue[]): SandboxResponse {
  const details = issues.map(({ path, message }) => ({ code: message === 'is required' ? 'required' : 'invalid', message, field: path }));
  return respond({ error: { code: '99', message: 'Validation failed', details } }, 400);
}

function respondWrongShop(): SandboxResponse {
  return respond({ code: '99', message: 'Invalid POS' }, 400);
}

/** A refusal in the usual way: HTTP 200 and a code. */
function refuse(code: string, message: string): SandboxResponse {
  return respond({ error: { code, message } });
}

function respond(body: object, httpStatus = 200): SandboxResponse {
  return respondJson(httpStatus, JSON.stringify(body));
}
