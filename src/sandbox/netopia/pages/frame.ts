import { html, respondHtml } from '../../core/html.js';
import type { SandboxResponse } from '../../core/response.js';
import type { StartRequest } from '../payment.js';
import { style } from './style.js';

/** An amount with its currency, for people. */
export function formatAmount({ amount, currency }: Pick<StartRequest['order'], 'amount' | 'currency'>): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
}

/** A page that says one thing. */
export function respondNotice(status: number, title: string, text: string): Promise<SandboxResponse> {
  const body = html`<main>
      <h1>${title}</h1>
      <p>${text}</p>
    </main>
    <footer><p>This page belongs to a paylinks sandbox. No money moves here.</p></footer>`;
  return respondHtml({ status, title, style, body });
}
