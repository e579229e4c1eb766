import type { ArmedFault } from '../faults.js';
import type { JournalEntry } from '../journal.js';
import type { LinkRecord } from '../link.js';
import { formatAmount, isExpired } from './expiry.js';
import { html, type Html } from './html.js';

const linksShown = 100;
const requestsShown = 30;

/** The links, latest first. */
export function showLinks(records: readonly LinkRecord[], now: number): Html {
  if (records.length === 0) return html`<p>None yet. The line above creates one.</p>`;
  const rows = records.slice(0, linksShown).map((record) => showLink(record, now));
  const rest = records.length > linksShown ? html`<p>Older ones are in the list the API answers.</p>` : null;
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

/** The last requests, latest first. */
export function showRequests(entries: readonly JournalEntry[]): Html {
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

/** The faults in place. */
export function showFaults(faults: readonly ArmedFault[]): Html {
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
