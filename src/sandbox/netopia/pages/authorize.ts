import { html, respondHtml, type Html } from '../../core/html.js';
import { readForm, type SandboxRequest } from '../../core/request.js';
import type { SandboxResponse } from '../../core/response.js';
import { authenticate } from '../actions.js';
import { pagePath, type Challenge, type PaymentRecord } from '../payment.js';
import type { State } from '../state.js';
import { findByPage, redirect } from './card.js';
import { formatAmount, respondNotice } from './frame.js';
import { style } from './style.js';

/**
 * The bank's page. The payer comes from the payer's page, and the decision ends there; or a shop that has collected the card sends `paReq` and
 * `backUrl`, and the payer's answer goes back to `backUrl` as `paRes`, or without one.
 */
export async function respondAuthorize(state: State, request: SandboxRequest): Promise<SandboxResponse> {
  const form = readForm(request);
  const paReq = form.get('paReq');
  if (paReq !== null) return respondToShop(state, paReq, form.get('backUrl') ?? '');
  const record = findByPage(state, request);
  if (record?.challenge === undefined) return respondNotice(404, 'Nothing to confirm', 'No payment waits for the payer at this address.');
  if (request.method !== 'POST')
    return showQuestion(record, "'self'", answerHere('accept', 'Accept payment'), answerHere('cancel', 'Cancel'));
  authenticate(state, record, form.get('decision') === 'accept');
  await state.courier.post(record);
  return redirect(pagePath(record));
}

async function respondToShop(state: State, paReq: string, backUrl: string): Promise<SandboxResponse> {
  const record = [...state.store.all()].find(({ challenge }) => challenge?.paReq === paReq);
  if (record?.challenge === undefined) return respondNotice(404, 'Nothing to confirm', 'No payment waits for the payer with this paReq.');
  if (!URL.canParse(backUrl) || !/^https?:$/.test(new URL(backUrl).protocol))
    return respondNotice(400, 'No way back', 'The field backUrl must be the http or https address of the shop.');
  return showQuestion(record, new URL(backUrl).origin, answerShop(backUrl, record.challenge), answerShop(backUrl, undefined));
}

function showQuestion(record: PaymentRecord, forms: string, accept: Html, cancel: Html): Promise<SandboxResponse> {
  const { order } = record.request;
  const body = html`<main>
      <h1>Your bank asks: is this you?</h1>
      <p class="amount">${formatAmount(order)}</p>
      <p class="soft" dir="auto">${order.description}</p>
      <p>A real bank would now ask for a code. Here you decide what it says.</p>
      <div class="actions">${accept}${cancel}</div>
    </main>
    <footer><p>Customer authentication (3-D Secure) in a paylinks sandbox.</p></footer>`;
  return respondHtml({ title: 'Customer authentication', style, body, forms });
}

function answerHere(decision: string, label: string): Html {
  return html`<form method="post">
    <button name="decision" value="${decision}" class="${decision === 'accept' ? 'first' : 'plain'}">${label}</button>
  </form>`;
}

function answerShop(backUrl: string, challenge: Challenge | undefined): Html {
  const paRes = challenge === undefined ? null : html`<input type="hidden" name="paRes" value="${challenge.paRes}" />`;
  return html`<form method="post" action="${backUrl}">
    ${paRes}<button class="${challenge === undefined ? 'plain' : 'first'}">${challenge === undefined ? 'Cancel' : 'Accept payment'}</button>
  </form>`;
}
