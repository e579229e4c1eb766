import type { Status } from '../../../generated/neopay/transitions.js';
import type { Answer } from '../answer.js';
import type { LinkRecord } from '../link.js';
import type { World } from '../world.js';
import { isExpired } from './expiry.js';
import { html } from './html.js';
import { answerHtml } from './page.js';
import { showPayment } from './payment.js';
import { payStyle } from './pay-style.js';
import { themeOf } from './theme.js';

interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly hint: string;
}

/** What a payer is told instead, by the link's status; a status added to the document has to be decided here. */
const refusals = {
  draft: {
    status: 404,
    title: 'Not published yet',
    text: 'The seller is still preparing this payment link.',
    hint: 'This link is a draft. Publish it to open the page.',
  },
  published: undefined,
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
} as const satisfies Record<Status, Refusal | undefined>;

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
export async function answerPay(world: World, slug: string): Promise<Answer> {
  const record = world.store.findBySlug(slug);
  const refusal = record === undefined ? unknown : (refusals[record.status] ?? (isExpired(record, world.now()) ? expired : undefined));
  if (record === undefined || refusal !== undefined) return answerRefusal(refusal ?? unknown);
  return answerPayment(record);
}

function answerPayment(record: LinkRecord): Promise<Answer> {
  const { background, text } = themeOf(record.link.settings?.theme?.selected);
  const style = `:root{--theme:${background};--on-theme:${text}}${payStyle}`;
  return answerHtml({ title: `Pay for ${record.link.product}`, style, body: showPayment(record), images: 'https: http: data:' });
}

function answerRefusal({ status, title, text, hint }: Refusal): Promise<Answer> {
  const body = html`<main class="card refusal">
      <p class="mark" aria-hidden="true">×</p>
      <h1>${title}</h1>
      <p>${text}</p>
      <p class="hint">${hint}</p>
    </main>
    <footer><p>This page belongs to a sandbox. No money moves here.</p></footer>`;
  return answerHtml({ status, title, style: `:root{--theme:#1d4ed8;--on-theme:#fff}${payStyle}`, body });
}
