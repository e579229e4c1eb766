import type { Answer } from '../answer.js';
import type { Call } from '../call.js';
import type { ArmedFault } from '../faults.js';
import type { JournalEntry } from '../journal.js';
import type { LinkRecord } from '../link.js';
import { sampleRequest } from '../sample-request.js';
import type { World } from '../world.js';
import { formatAmount, isExpired } from './expiry.js';
import { homeStyle } from './home-style.js';
import { html, type Html } from './html.js';
import { answerHtml } from './page.js';

const linksShown = 100;
const requestsShown = 30;

/** The page a developer keeps open: credentials, links, requests and faults. */
export function answerHome(world: World, call: Call): Promise<Answer> {
  const refreshes = /(^|&)refresh(=|&|$)/.test(call.query);
  const records = [...world.store.all()].reverse();
  const body = html`<header>
      <h1>paylinks sandbox</h1>
      <p>A stand-in for the NEOPAY Payment Links API. Nothing here is real, and no money moves.</p>
      <nav aria-label="Sandbox">
        <a href="/docs">Reference</a> <a href="/openapi.yaml">openapi.yaml</a> <a href="/openapi.json">openapi.json</a>
        ${refreshes ? html`<a href="/">Stop refreshing</a>` : html`<a href="/?refresh">Refresh every 3 s</a>`}
      </nav>
    </header>
    <main>
      ${section('Connect', showCredentials(world, call))} ${section(`Links (${records.length})`, showLinks(world, records))}
      ${section('Last requests', showRequests(world.journal.entries))} ${section('Armed faults', showFaults(world.faults.armed()))}
    </main>`;
  return answerHtml({ title: 'paylinks sandbox', style: homeStyle, body, headers: refreshes ? { refresh: '3' } : {} });
}

function section(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** Credentials, for visitors from this machine: a foreign page that points its own name at this address must not read them. */
function showCredentials(world: World, call: Call): Html {
  const { hostname } = new URL(call.origin);
  if (!/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|sandbox\.invalid)$/.test(hostname)) {
    return html`<p>Credentials are shown on this machine only: open the page at localhost.</p>`;
  }
  const address = `${call.origin}/api`;
  const curl = sampleRequest(call.origin, world.appKey, world.token);
  return html`<dl>
      <dt>baseUrl</dt>
      <dd><code>${address}</code></dd>
      <dt>appKey</dt>
      <dd><code>${world.appKey}</code></dd>
      <dt>token</dt>
      <dd><code>${world.token}</code></dd>
    </dl>
    <pre tabindex="0" aria-label="A request to paste into a shell">${curl}</pre>`;
}

function table(label: string, columns: readonly string[], rows: readonly Html[]): Html {
  const heads = columns.map((column) => html`<th scope="col">${column}</th>`);
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function showLinks(world: World, records: readonly LinkRecord[]): Html {
  if (records.length === 0) return html`<p>None yet. The line above creates one.</p>`;
  const rows = records.slice(0, linksShown).map((record) => {
    const { link, status } = record;
    const expired = isExpired(record, world.now()) ? html` <span class="badge expired">expired</span>` : null;
    return html`<tr>
      <td><span class="badge ${status}">${status}</span>${expired}</td>
      <td>${link.product}</td>
      <td class="number">${formatAmount(link)}</td>
      <td>${link.reference}</td>
      <td><a href="/pay/${link.slug}">/pay/${link.slug}</a></td>
      <td><code>${link.id}</code></td>
    </tr>`;
  });
  const rest = records.length > linksShown ? html`<p>Older ones are in the list the API answers.</p>` : null;
  return html`${table('Links', ['Status', 'Product', 'Amount', 'Reference', 'Payer’s page', 'Id'], rows)}${rest}`;
}

function showRequests(entries: readonly JournalEntry[]): Html {
  if (entries.length === 0) return html`<p>None yet.</p>`;
  const rows = entries
    .slice(-requestsShown)
    .reverse()
    .map(
      (entry) =>
        html`<tr>
          <td>${entry.at.slice(11, 23)}</td>
          <td>${entry.method}</td>
          <td><code>${entry.path}</code></td>
          <td class="number">${entry.status ?? '–'}</td>
          <td><span class="badge ${entry.outcome}">${entry.outcome}</span></td>
          <td>${entry.fault ?? ''}</td>
          <td class="number">${entry.duration === undefined ? '…' : `${entry.duration.toFixed(1)} ms`}</td>
        </tr>`,
    );
  return table('Last requests', ['Time (UTC)', 'Method', 'Path', 'Status', 'Outcome', 'Fault', 'Took'], rows);
}

function showFaults(faults: readonly ArmedFault[]): Html {
  if (faults.length === 0) return html`<p>None: the sandbox behaves.</p>`;
  const rows = faults.map(({ fault: { fault, operation, times, probability, ...options }, fired }) => {
    const chance = probability === undefined ? 'every request' : `${probability * 100} % of requests`;
    const limit = times === undefined ? '' : `, ${times - fired} more`;
    return html`<tr>
      <td><code>${fault}</code></td>
      <td>${operation ?? 'every operation'}</td>
      <td>${chance}${limit}</td>
      <td class="number">${fired}</td>
      <td><code>${Object.keys(options).length > 0 ? JSON.stringify(options) : ''}</code></td>
    </tr>`;
  });
  return table('Armed faults', ['Fault', 'Strikes', 'When', 'Fired', 'Options'], rows);
}
