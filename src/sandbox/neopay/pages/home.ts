import { operations } from '../../../../generated/neopay/operations.js';
import { transitions } from '../../../../generated/neopay/transitions.js';
import { actButton, section, table, type Home } from '../../core/home.js';
import { html, type Html } from '../../core/html.js';
import type { SandboxRequest } from '../../core/request.js';
import { moveLink, type LinkRecord } from '../link.js';
import { sampleRequest } from '../sample-request.js';
import type { State } from '../state.js';
import { canMove, type Transition } from '../transition.js';
import { formatAmount, isExpired } from './expiry.js';

const linksShown = 100;

const actions: readonly (readonly [action: string, transition: Transition])[] = Object.entries(transitions);

/** The page a developer keeps open: credentials, links, requests and faults. */
export const home: Home<State> = {
  title: 'paylinks sandbox',
  text: 'A stand-in for the NEOPAY Payment Links API.',
  sections(state, request, canAct) {
    const { size } = state.store;
    const latest = state.store.slice(size - linksShown, linksShown).toReversed();
    return [
      section(
        'Connect',
        canAct
          ? showCredentials(state, request)
          : html`<p>Credentials are shown, and buttons act, on this machine only: open the page at localhost.</p>`,
      ),
      section(`Links (${size})`, showLinks(latest, size, state.clock.now(), canAct)),
    ];
  },
  acts: Object.fromEntries(
    actions.map(([action, transition]) => [
      action,
      (state: State, form: URLSearchParams) => {
        const record = state.store.find(form.get('id') ?? '');
        if (record === undefined) throw new TypeError('There is no such link any more.');
        if (!canMove(record, transition))
          throw new TypeError(`${record.link.product} is ${record.status}; ${action} does not lead on from there.`);
        state.put(moveLink(record, transition.to, state.clock.now()));
      },
    ]),
  ),
  secrets: { headers: Object.values(operations).flatMap(({ security }) => security), members: [] },
};

function showCredentials(state: State, { origin }: SandboxRequest): Html {
  return html`<dl>
      <dt>baseUrl</dt>
      <dd><code>${origin}/api</code></dd>
      <dt>appKey</dt>
      <dd><code>${state.appKey}</code></dd>
      <dt>token</dt>
      <dd><code>${state.token}</code></dd>
    </dl>
    <pre tabindex="0" aria-label="A request to paste into a shell">${sampleRequest(origin, state.appKey, state.token)}</pre>`;
}

/** The links, latest first. */
function showLinks(latest: readonly LinkRecord[], size: number, now: number, canAct: boolean): Html {
  if (size === 0) return html`<p>None yet. The line above creates one.</p>`;
  const columns = ['Status', 'Product', 'Amount', 'Reference', 'Payer’s page', 'Id', ...(canAct ? ['Act'] : [])];
  const rows = latest.map((record) => [...describeLink(record, now), ...(canAct ? [showActs(record)] : [])]);
  const rest = size > linksShown ? html`<p>These are the latest ${linksShown}; the list of the API has them all.</p>` : null;
  return html`${table('Links', columns, rows)}${rest}`;
}

function describeLink(record: LinkRecord, now: number): readonly Html[] {
  const { link, status } = record;
  const expired = isExpired(record, now) ? html` <span class="badge expired">expired</span>` : null;
  return [
    html`<span><span class="badge ${status}">${status}</span>${expired}</span>`,
    html`<bdi dir="auto">${link.product}</bdi>`,
    html`<span class="number">${formatAmount(link)}</span>`,
    html`<bdi dir="auto">${link.reference}</bdi>`,
    link.slug === undefined ? html`` : html`<a href="/pay/${link.slug}">/pay/${link.slug}</a>`,
    html`<code>${link.id}</code>`,
  ];
}

function showActs(record: LinkRecord): Html {
  const possible = actions.filter(([, transition]) => canMove(record, transition));
  const id = String(record.link.id);
  return html`<span>${possible.map(([action]) => actButton(action.charAt(0).toUpperCase() + action.slice(1), { act: action, id }))}</span>`;
}
