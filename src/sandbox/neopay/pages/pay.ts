import type { Status } from '../../../../generated/neopay/transitions.js';
import { html, respondHtml } from '../../core/html.js';
import type { SandboxResponse } from '../../core/response.js';
import type { LinkRecord } from '../link.js';
import type { State } from '../state.js';
import { isExpired } from './expiry.js';
import { showPayment } from './payment.js';
import { payStyle } from './pay-style.js';
import { themeOf } from './theme.js';

interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly hint: string;
}

const payable: Status = 'published';

/** What a payer is told instead, by the link's status. */
const refusals: Readonly<Partial<Record<Status, Refusal>>> = {
  draft: {
    status: 404,
    title: 'Not published yet',
    text: 'The seller is still preparing this payment link.',
    hint: 'This link is a draft. Publish it to open the page.',
  },
  unpublished: {
    status: 404,
    title: 'Taken back for now',
    text: 'The seller has withdrawn this payment link. It may come back.',
    hint: 'This link is unpublished. Publish it again to open the page.',
  },
  closed: {
    status: 410,
    title: 'Closed',
    text: 'This payment link has been closed for good.',
    hint: 'A closed link stays closed. Create a new one.',
  },
};

const expired: Refusal = {
  status: 410,
  title: 'Expired',
  text: 'The time to pay with this link has run out.',
  hint: 'Its expired_at lies in the past, read as UTC.',
};
const unknown: Refusal = {
  status: 404,
  title: 'No such link',
  text: 'There is no payment link at this address.',
  hint: 'No link in this sandbox has that slug.',
};

/** The payer's page of the link with a slug. */
export async function respondPay(state: State, slug: string): Promise<SandboxResponse> {
  const record = state.store.findByAlias(slug);
  if (record === undefined) return respondRefusal(unknown);
  if (record.status !== payable) return respondRefusal(refusals[record.status] ?? describeStatus(record.status));
  return isExpired(record, state.clock.now()) ? respondRefusal(expired) : respondPayment(record);
}

/** For a status that was added to the document. */
function describeStatus(status: Status): Refusal {
  const hint = `This link is ${status}; only a ${payable} one can be paid.`;
  return { status: 404, title: 'Not to be paid now', text: 'This payment link cannot be paid at present.', hint };
}

function respondPayment(record: LinkRecord): Promise<SandboxResponse> {
  const { background, text } = themeOf(record.link.settings?.theme?.selected);
  const style = `:root{--theme:${background};--on-theme:${text}}${payStyle}`;
  return respondHtml({ title: `Pay for ${record.link.product}`, style, body: showPayment(record), images: 'https: http: data:' });
}

function respondRefusal({ status, title, text, hint }: Refusal): Promise<SandboxResponse> {
  const body = html`<main class="card refusal">
      <p class="mark" aria-hidden="true">×</p>
      <h1>${title}</h1>
      <p>${text}</p>
      <p class="hint">${hint}</p>
    </main>
    <footer><p>This page belongs to a sandbox. No money moves here.</p></footer>`;
  return respondHtml({ status, title, style: `:root{--theme:#1d4ed8;--on-theme:#fff}${payStyle}`, body });
}
