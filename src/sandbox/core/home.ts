import { isSpent, type ArmedFault } from './faults.js';
import { html, type Html } from './html.js';
import type { BaseEntry } from './journal.js';

const requestsShown = 30;

/** A part of the home page. */
export function section(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** The last requests, latest first. */
export function showRequests(entries: readonly BaseEntry[]): Html {
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

/** The faults that can still strike. */
export function showFaults(armed: readonly ArmedFault[]): Html {
  const faults = armed.filter((fault) => !isSpent(fault));
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

/** A table that scrolls by itself where it is wider than the page. */
export function table(label: string, columns: readonly string[], rows: readonly Html[]): Html {
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
