import { operations } from '../../../../generated/netopia/operations.js';
import { actButton, section, table, type Home } from '../../core/home.js';
import { html, type Html } from '../../core/html.js';
import type { SandboxRequest } from '../../core/request.js';
import { payByCard } from '../actions.js';
import { findCard } from '../cards.js';
import type { Delivery } from '../courier.js';
import { isPayable, pagePath, type PaymentRecord } from '../payment.js';
import type { State } from '../state.js';
import { formatAmount } from './frame.js';

const shown = 50;

/** The page a developer keeps open: credentials, payments, notifications, requests and faults. */
export const home: Home<State> = {
  title: 'paylinks sandbox for NETOPIA',
  text: 'A stand-in for the NETOPIA Payments API.',
  sections(state, request, canAct) {
    const { size } = state.store;
    const latest = state.store.slice(size - shown, shown).toReversed();
    return [
      section(
        'Connect',
        canAct
          ? showCredentials(state, request)
          : html`<p>Credentials are shown, and buttons act, on this machine only: open the page at localhost.</p>`,
      ),
      section(`Payments (${size})`, showPayments(latest, canAct)),
      section('Notifications', showDeliveries(state.courier.deliveries)),
    ];
  },
  acts: {
    pay(state, form) {
      const record = state.find(form.get('id') ?? '');
      const card = findCard('approved');
      if (record === undefined || card === undefined) throw new TypeError('There is no such payment any more.');
      if (!isPayable(record)) throw new TypeError(`Payment ${record.ntpID} takes no card now.`);
      payByCard(state, record, { account: card.number });
      void state.courier.post(record);
    },
  },
  secrets: {
    headers: Object.values(operations).flatMap(({ security }) => security),
    members: ['account', 'secretCode', 'authenticationToken'],
  },
};

function showCredentials(state: State, { origin }: SandboxRequest): Html {
  return html`<dl>
      <dt>baseUrl</dt>
      <dd><code>${origin}</code></dd>
      <dt>apiKey</dt>
      <dd><code>${state.apiKey}</code></dd>
      <dt>posSignature</dt>
      <dd><code>${state.posSignature}</code></dd>
    </dl>
    <p>Notifications are signed with the private half of this key:</p>
    <pre tabindex="0" aria-label="Public key">${state.key.publicKey}</pre>`;
}

function showPayments(latest: readonly PaymentRecord[], canAct: boolean): Html {
  if (latest.length === 0) return html`<p>None yet.</p>`;
  const rows = latest.map((record) => [
    html`<span><span class="badge">${record.state.status}</span> ${record.state.message}</span>`,
    html`<bdi dir="auto">${record.request.order.orderID}</bdi>`,
    html`<span class="number">${formatAmount(record.request.order)}</span>`,
    html`<a href="${pagePath(record)}">Payer’s page</a>`,
    html`<code>${record.ntpID}</code>`,
    ...(canAct ? [isPayable(record) ? actButton('Pay', { act: 'pay', id: record.ntpID }) : html``] : []),
  ]);
  return table('Payments', ['Status', 'Order', 'Amount', 'Page', 'ntpID', ...(canAct ? ['Act'] : [])], rows);
}

function showDeliveries(deliveries: readonly Delivery[]): Html {
  if (deliveries.length === 0) return html`<p>None yet.</p>`;
  const rows = deliveries
    .slice(-shown)
    .toReversed()
    .map(({ at, orderID, status, attempt, response, error, nextAt, fault }) => [
      html`<span class="number">${at.slice(11, 23)}</span>`,
      html`<bdi dir="auto">${orderID}</bdi>`,
      html`<span class="number">${status}</span>`,
      html`<span class="number">${attempt}</span>`,
      html`<span>${response === undefined ? (error ?? '…') : response.status}</span>`,
      html`<span class="number">${nextAt?.slice(11, 19)}</span>`,
      html`<span>${fault}</span>`,
    ]);
  return table('Notifications', ['Time (UTC)', 'Order', 'Status', 'Sending', 'Response', 'Again at', 'Fault'], rows);
}
