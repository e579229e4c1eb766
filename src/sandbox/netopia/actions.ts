import { findCard, judgeCard, type CardInput, type Verdict } from './cards.js';
import { finishChallenge, tryCard, type PaymentRecord } from './payment.js';
import type { State } from './state.js';

/** Tries a card, on the page or with a start, and says whether there is an outcome to tell the shop. */
export function payByCard(state: State, record: PaymentRecord, card: CardInput): boolean {
  const now = state.clock.now();
  return apply(state, record, card.account, judgeCard(card, now));
}

/** Charges a saved card. Without the payer there is no 3-D Secure; each payment with a token brings a new one. */
export function payByToken(state: State, record: PaymentRecord, token: string): boolean {
  const card = state.tokens.get(token);
  if (card === undefined) return apply(state, record, '', { kind: 'declined', code: '35', message: 'Unknown token' });
  const verdict = findCard(card)?.verdict;
  const isAlone = record.request.order.scaExemptionInd === 'MIT';
  if (verdict?.kind !== 'authentication' || !isAlone) return payByCard(state, record, { account: card });
  return apply(state, record, card, { kind: 'approved', code: '00', message: 'Approved' });
}

function apply(state: State, record: PaymentRecord, card: string, verdict: Verdict): boolean {
  const hasChanged = tryCard(record, card, verdict, state.drawChallenge(card), state.clock.now());
  if (verdict.kind === 'approved') saveCard(state, record);
  // The shop is told what becomes of 3-D Secure, not that it began.
  return hasChanged && verdict.kind !== 'authentication';
}

/** The payer accepts at the bank, or leaves. */
export function authenticate(state: State, record: PaymentRecord, accepts: boolean): void {
  finishChallenge(record, accepts, state.clock.now());
  if (accepts) saveCard(state, record);
}

/** Gives out a token when the shop named its customer, or paid with one. */
function saveCard(state: State, record: PaymentRecord): void {
  const { order, payment } = record.request;
  if (record.card === undefined || (order.clientID === undefined && !payment?.instrument?.token)) return;
  record.token = state.drawCardToken();
  state.tokens.set(record.token, record.card);
}
