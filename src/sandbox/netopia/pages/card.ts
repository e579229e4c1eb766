import { html, respondHtml, type Html } from '../../core/html.js';
import { readForm, type SandboxRequest } from '../../core/request.js';
import { respondEmpty, type SandboxResponse } from '../../core/response.js';
import { payByCard } from '../actions.js';
import { findCard, testCards } from '../cards.js';
import { isCharged, isPayable, pagePath, type PaymentRecord } from '../payment.js';
import type { State } from '../state.js';
import { formatAmount, respondNotice } from './frame.js';
import { style } from './style.js';

/** The page on which the payer picks a test card, until one pays. */
export async function respondCard(state: State, request: SandboxRequest): Promise<SandboxResponse> {
  const record = findByPage(state, request);
  if (record === undefined) return respondNotice(404, 'No such payment', 'There is no payment at this address in this sandbox.');
  if (request.method !== 'POST') return showCard(record);
  const card = findCard(readForm(request).get('card') ?? '');
  if (card === undefined) return respondNotice(400, 'No such card', 'Pick one of the cards on the page.');
  if (!isPayable(record)) return redirect(pagePath(record));
  if (payByCard(state, record, { account: card.number })) await state.courier.post(record);
  return redirect(record.challenge === undefined ? pagePath(record) : `/sandbox/authorize?p=${record.page}`);
}

export function findByPage(state: State, { query }: SandboxRequest): PaymentRecord | undefined {
  const record = state.store.findByAlias(new URLSearchParams(query).get('p') ?? '');
  return record === undefined ? undefined : state.find(record.ntpID);
}

/** Leads on by GET, so that going back sends no form again. */
export function redirect(location: string): SandboxResponse {
  return respondEmpty(303, { location });
}

function showCard(record: PaymentRecord): Promise<SandboxResponse> {
  const { order, config } = record.request;
  const body = html`<main>
      <h1 dir="auto">${order.description}</h1>
      <p class="amount">${formatAmount(order)}</p>
      <p class="soft">Order ${order.orderID}</p>
      ${isPayable(record) ? showChoice(record) : showEnd(record)}
    </main>
    <footer><p>Payment ${record.ntpID} in a paylinks sandbox. No money moves here.</p></footer>`;
  return respondHtml({ title: `Pay ${formatAmount(order)}`, style, body, forms: `'self' ${new URL(config.redirectUrl).origin}` });
}

function showChoice(record: PaymentRecord): Html {
  const { config } = record.request;
  const failed = record.card !== undefined && record.challenge === undefined;
  const notice = failed ? html`<p class="notice" role="alert">${record.state.message}. Try again with any card.</p>` : null;
  const buttons = testCards.map(
    ({ number, label }) =>
      html`<li>
        <button name="card" value="${number}">${label} <span class="number">${number.replace(/(.{4})(?=.)/g, '$1 ')}</span></button>
      </li>`,
  );
  return html`${notice}
    <h2>Pay with a test card</h2>
    <form method="post">
      <ul>
        ${buttons}
      </ul>
    </form>
    <div class="actions"><a class="button plain" href="${config.cancelUrl ?? config.redirectUrl}">Cancel and go back to the shop</a></div>`;
}

function showEnd(record: PaymentRecord): Html {
  const { redirectUrl } = record.request.config;
  const notice = isCharged(record)
    ? html`<p class="notice good" role="status">Paid. You can go back to the shop.</p>`
    : html`<p class="notice" role="status">${record.state.message}.</p>`;
  return html`${notice}
    <div class="actions">
      <a class="button first" href="${redirectUrl}">Back to the shop</a>
      <form method="post" action="${redirectUrl}"><button class="plain">Back to the shop by POST</button></form>
    </div>`;
}
