import { homeStyle } from '../../core/home-style.js';
import { section, showFaults, showRequests, table } from '../../core/home.js';
import { html, respondHtml, type Html } from '../../core/html.js';
import type { SandboxRequest } from '../../core/request.js';
import type { SandboxResponse } from '../../core/response.js';
import type { LinkRecord } from '../link.js';
import { sampleRequest } from '../sample-request.js';
import type { State } from '../state.js';
import { formatAmount, isExpired } from './expiry.js';

const linksShown = 100;

/** The page a developer keeps open: credentials, links, requests and faults. */
export function respondHome(state: State, request: SandboxRequest): Promise<SandboxResponse> {
  const refreshes = /(^|&)refresh(=|&|$)/.test(request.query);
  const { size } = state.store;
  const latest = state.store.slice(size - linksShown, linksShown).toReversed();
  const body = html`<header>
      <h1>paylinks sandbox</h1>
      <p>A stand-in for the NEOPAY Payment Links API. Nothing here is real, and no money moves.</p>
      <nav aria-label="Sandbox">
        <a href="/docs">Reference</a> <a href="/openapi.yaml">openapi.yaml</a> <a href="/openapi.json">openapi.json</a>
        ${refreshes ? html`<a href="/">Stop refreshing</a>` : html`<a href="/?refresh">Refresh every 3 s</a>`}
      </nav>
    </header>
    <main>
      ${section('Connect', showCredentials(state, request))} ${section(`Links (${size})`, showLinks(latest, size, state.clock.now()))}
      ${section('Last requests', showRequests(state.journal.entries))} ${section('Armed faults', showFaults(state.faults.armed()))}
    </main>`;
  return respondHtml({ title: 'paylinks sandbox', style: homeStyle, body, headers: refreshes ? { refresh: '3' } : {} });
}

/** Credentials, for visitors from this machine: a foreign page that points its own name at this address must not read them. */
function showCredentials(state: State, request: SandboxRequest): Html {
  const { hostname } = new URL(request.origin);
  if (!/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|sandbox\.invalid)$/.test(hostname)) {
    return html`<p>Credentials are shown on this machine only: open the page at localhost.</p>`;
  }
  const address = `${request.origin}/api`;
  const curl = sampleRequest(request.origin, state.appKey, state.token);
  return html`<dl>
      <dt>baseUrl</dt>
      <dd><code>${address}</code></dd>
      <dt>appKey</dt>
      <dd><code>${state.appKey}</code></dd>
      <dt>token</dt>
      <dd><code>${state.token}</code></dd>
    </dl>
    <pre tabindex="0" aria-label="A request to paste into a shell">${curl}</pre>`;
}

/** The links, latest first. */
function showLinks(latest: readonly LinkRecord[], size: number, now: number): Html {
  if (size === 0) return html`<p>None yet. The line above creates one.</p>`;
  const rows = latest.map((record) => showLink(record, now));
  const rest = size > linksShown ? html`<p>Older ones are in the list the API answers.</p>` : null;
  return html`${table('Links', ['Status', 'Product', 'Amount', 'Reference', 'Payer’s page', 'Id'], rows)}${rest}`;
}

function showLink(record: LinkRecord, now: number): Html {
  const { link, status } = record;
  const expired = isExpired(record, now) ? html` <span class="badge expired">expired</span>` : null;
  return html`<tr>
    <td><span class="badge ${status}">${status}</span>${expired}</td>
    <td>${link.product}</td>
    <td class="number">${formatAmount(link)}</td>
    <td>${link.reference}</td>
    <td>${link.slug === undefined ? null : html`<a href="/pay/${link.slug}">/pay/${link.slug}</a>`}</td>
    <td><code>${link.id}</code></td>
  </tr>`;
}
