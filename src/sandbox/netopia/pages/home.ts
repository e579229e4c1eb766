import { homeStyle } from '../../core/home-style.js';
import { section, showFaults, showRequests, table } from '../../core/home.js';
import { html, respondHtml, type Html } from '../../core/html.js';
import type { SandboxRequest } from '../../core/request.js';
import type { SandboxResponse } from '../../core/response.js';
import type { Delivery } from '../courier.js';
import { pagePath, type PaymentRecord } from '../payment.js';
import type { State } from '../state.js';
import { formatAmount } from './frame.js';

const shown = 50;

/** The page a developer keeps open: credentials, payments, notifications, requests and faults. */
export function respondHome(state: State, request: SandboxRequest): Promise<SandboxResponse> {
  const { size } = state.store;
  const latest = state.store.slice(size - shown, shown).toReversed();
  const body = html`<header>
      <h1>paylinks sandbox for NETOPIA</h1>
      <p>A stand-in for the NETOPIA Payments API. Nothing here is real, and no money moves.</p>
      <nav aria-label="Sandbox">
        <a href="/docs">Reference</a> <a href="/openapi.yaml">openapi.yaml</a> <a href="/openapi.json">openapi.json</a>
      </nav>
    </header>
    <main>
      ${section('Connect', showCredentials(state, request))} ${section(`Payments (${size})`, showPayments(latest))}
      ${section('Notifications', showDeliveries(state.courier.deliveries))} ${section('Last requests', showRequests(state.journal.entries))}
      ${section('Armed faults', showFaults(state.faults.armed()))}
    </main>`;
  return respondHtml({ title: 'paylinks sandbox for NETOPIA', style: homeStyle, body });
}

/** Credentials, for visitors from this machine: a foreign page that points its own name at this address must not read them. */
function showCredentials(state: State, { origin }: SandboxRequest): Html {
  if (!/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|sandbox\.invalid)$/.test(new URL(origin).hostname))
    return html`<p>Credentials are shown on this machine only: open the page at localhost.</p>`;
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

function showPayments(latest: readonly PaymentRecord[]): Html {
  if (latest.length === 0) return html`<p>None yet.</p>`;
  const rows = latest.map(
    (record) =>
      html`<tr>
        <td><span class="badge">${record.state.status}</span> ${record.state.message}</td>
        <td>${record.request.order.orderID}</td>
        <td class="number">${formatAmount(record.request.order)}</td>
        <td><a href="${pagePath(record)}">Payer’s page</a></td>
        <td><code>${record.ntpID}</code></td>
      </tr>`,
  );
  return table('Payments', ['Status', 'Order', 'Amount', 'Page', 'ntpID'], rows);
}

function showDeliveries(deliveries: readonly Delivery[]): Html {
  if (deliveries.length === 0) return html`<p>None yet.</p>`;
  const rows = deliveries
    .slice(-shown)
    .reverse()
    .map(
      ({ at, orderID, status, attempt, response, error, nextAt, fault }) =>
        html`<tr>
          <td>${at.slice(11, 23)}</td>
          <td>${orderID}</td>
          <td class="number">${status}</td>
          <td class="number">${attempt}</td>
          <td>${response === undefined ? (error ?? '…') : response.status}</td>
          <td>${nextAt?.slice(11, 19) ?? ''}</td>
          <td>${fault ?? ''}</td>
        </tr>`,
    );
  return table('Notifications', ['Time (UTC)', 'Order', 'Status', 'Sending', 'Response', 'Again at', 'Fault'], rows);
}
