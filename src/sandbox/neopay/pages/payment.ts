import { html, type Html } from '../../core/html.js';
import type { LinkRecord } from '../link.js';
import { expiryOf, formatAmount, formatTime } from './expiry.js';

/** Who is paid in every sandbox; the IBAN is the one that banks print in their examples. */
const payee = { name: 'Sandbox Merchant', bank: 'Example Bank', iban: 'FR14 2004 1010 0505 0001 3M02 606' } as const;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly autocomplete: string;
}

const email: Field = { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email' };
const fullName: Field = { name: 'name', label: 'Full name', type: 'text', autocomplete: 'name' };
const phone: Field = { name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel' };
const address: readonly Field[] = [
  { name: 'street', label: 'Street and number', type: 'text', autocomplete: 'street-address' },
  { name: 'zip', label: 'Postcode', type: 'text', autocomplete: 'postal-code' },
  { name: 'city', label: 'City', type: 'text', autocomplete: 'address-level2' },
  { name: 'country', label: 'Country', type: 'text', autocomplete: 'country-name' },
];

const everything: readonly Field[] = [email, fullName, phone, ...address];

/** The e-mail address is always asked for; a set that was added to the document asks for everything. */
const fieldSets: Readonly<Record<string, readonly Field[]>> = {
  name: [email, fullName],
  name_phone: [email, fullName, phone],
  full_customer: everything,
};

/** The body of a published link's page. */
export function showPayment(record: LinkRecord): Html {
  const { link } = record;
  const amount = formatAmount(link);
  const fields = record.requested === null ? [email] : (fieldSets[record.requested] ?? everything);
  return html`<header class="band">${showLogo(link.settings?.theme)}</header>
    <main class="card">
      <h1 dir="auto">${link.product}</h1>
      <p class="${amount.length > 11 ? 'amount long' : 'amount'}">${amount}</p>
      ${link.description ? html`<p class="description" dir="auto">${link.description}</p>` : null} ${showFacts(record)}
      <form>
        <h2>Your details</h2>
        ${fields.map(showField)}
        <button type="button" disabled>Pay ${amount}</button>
      </form>
      <p class="hint">This is a sandbox page: nothing you type is sent, and nothing can be paid.</p>
    </main>
    <footer><p>Payment link ${link.slug} in a paylinks sandbox</p></footer>`;
}

function showLogo(theme: NonNullable<LinkRecord['link']['settings']>['theme']): Html {
  const address = typeof theme?.logo === 'string' && /^(https?:\/\/|data:image\/)/i.test(theme.logo) ? theme.logo : undefined;
  const style = theme?.logoType === 'logo' ? 'logo' : 'icon';
  const monogram =
    style === 'logo'
      ? html`<span class="wordmark">${payee.name}</span>`
      : html`<span class="icon" aria-hidden="true">${payee.name.charAt(0)}</span>`;
  const described = theme?.logoType === 'icon_name' ? 'Logo' : payee.name;
  // Where the picture does not load, the style sheet shows the initial in its place.
  const picture =
    address === undefined
      ? monogram
      : html`<img class="${style}" src="${address}" alt="${described}" data-initial="${payee.name.charAt(0)}" />`;
  return theme?.logoType === 'icon_name' ? html`${picture}<span class="merchant">${payee.name}</span>` : picture;
}

function showFacts(record: LinkRecord): Html | null {
  const expiry = expiryOf(record);
  const facts = [
    ...(record.link.settings?.showPayeeData ? [fact('Paid to', payee.name), fact('Bank', payee.bank), fact('IBAN', payee.iban)] : []),
    ...(record.communication ? [fact('On your bank statement', record.communication)] : []),
    ...(expiry === undefined ? [] : [fact('Pay before', formatTime(expiry))]),
  ];
  return facts.length === 0 ? null : html`<dl>${facts}</dl>`;
}

function fact(term: string, value: string): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}

function showField({ name, label, type, autocomplete }: Field): Html {
  return html`<p class="field">
    <label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required />
  </p>`;
}
