import type { CoreState } from './api.js';
import { isSpent, parseFault, type ArmedFault, type Faults } from './faults.js';
import { html, respondHtml, type Html } from './html.js';
import { homeStyle } from './home-style.js';
import type { BaseEntry, Exchanged, Message } from './journal.js';
import { isOnThisMachine, isSameOrigin } from './origin.js';
import { readForm, type SandboxRequest } from './request.js';
import { respondEmpty, type SandboxResponse } from './response.js';

/** What a form of the home page does, by the value of its field `act`; throws a `TypeError` for what makes no sense. */
export type Acts<State> = Readonly<Record<string, (state: State, form: URLSearchParams) => void>>;

/** A home page: what its API adds to it, and what its forms do. */
export interface Home<State> {
  readonly title: string;
  readonly text: string;
  /** Its own sections, between the introduction and the requests. */
  sections(state: State, request: SandboxRequest, canAct: boolean): readonly Html[];
  readonly acts: Acts<State>;
  /** Headers and members of JSON bodies that are never shown. */
  readonly secrets: { readonly headers: readonly string[]; readonly members: readonly string[] };
}

/** The page a developer keeps open; a form sent from it acts, and leads back to it. */
export async function respondHome<State extends CoreState<BaseEntry>>(
  home: Home<State>,
  state: State,
  request: SandboxRequest,
): Promise<SandboxResponse> {
  if (request.method !== 'POST') return showHome(home, state, request);
  if (!isSameOrigin(request) || !isOnThisMachine(request))
    return showHome(home, state, request, 403, 'Only this page itself may send that.');
  const form = readForm(request);
  const acts: Acts<State> = { ...faultActs, ...home.acts };
  const name = form.get('act') ?? '';
  try {
    if (!Object.hasOwn(acts, name)) throw new TypeError('There is nothing of that name to do.');
    acts[name]?.(state, form);
    await state.settle(true);
    return respondEmpty(303, { location: '/' });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return showHome(home, state, request, 422, error.message.replace(/^inject: /, ''));
  }
}

const faultActs: Acts<CoreState<BaseEntry>> = {
  arm({ faults }, form) {
    const option = (name: string): string => (form.get(name) ? `,${name}=${form.get(name)}` : '');
    const more = form.get('options')?.trim();
    faults.inject(parseFault(`${form.get('fault')}${option('operation')}${option('times')}${more ? `,${more}` : ''}`));
  },
  remove({ faults }, form) {
    for (const fault of faults.armed()) if (String(fault.id) === form.get('id')) fault.remove();
  },
  clear: ({ faults }) => faults.clear(),
};

function showHome<State extends CoreState<BaseEntry>>(
  home: Home<State>,
  state: State,
  request: SandboxRequest,
  status = 200,
  problem?: string,
): Promise<SandboxResponse> {
  const refreshes = /(^|&)refresh(=|&|$)/.test(request.query);
  const canAct = isOnThisMachine(request);
  const body = html`<header>
      <h1>${home.title}</h1>
      <p>${home.text} Nothing here is real, and no money moves.</p>
      <nav aria-label="Sandbox">
        <a href="/docs">Reference</a> <a href="/openapi.yaml">openapi.yaml</a> <a href="/openapi.json">openapi.json</a>
        ${refreshes ? html`<a href="/">Stop refreshing</a>` : html`<a href="/?refresh">Refresh every 3 s</a>`}
      </nav>
    </header>
    <main>
      ${problem === undefined ? null : html`<p class="problem" role="alert">${problem}</p>`} ${home.sections(state, request, canAct)}
      ${section('Last requests', showRequests(state.journal.exchanges, home.secrets))}
      ${section('Armed faults', showFaults(state.faults, canAct))}
    </main>`;
  const headers = refreshes && request.method === 'GET' ? { refresh: '3' } : {};
  return respondHtml({ status, title: home.title, style: homeStyle, body, forms: "'self'", headers });
}

/** A part of the home page. */
export function section(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** A table whose rows turn into cards on a phone: each cell then names its column. */
export function table(label: string, columns: readonly string[], rows: readonly (readonly Html[])[]): Html {
  const heads = columns.map((column) => html`<th scope="col">${column}</th>`);
  const cells = (row: readonly Html[]): Html[] => row.map((cell, index) => html`<td data-label="${columns[index]}">${cell}</td>`);
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${cells(row)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A button that sends one act of the home page. */
export function actButton(label: string, fields: Readonly<Record<string, string>>): Html {
  const inputs = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return html`<form method="post" action="/">${inputs}<button>${label}</button></form>`;
}

/** The last requests, latest first; each opens to show what was sent and what came back. */
function showRequests(exchanges: readonly Exchanged<BaseEntry>[], secrets: Home<unknown>['secrets']): Html {
  if (exchanges.length === 0) return html`<p>None yet.</p>`;
  const items = exchanges.toReversed().map(
    ({ entry, request, response }) =>
      html`<li>
        <details>
          <summary>
            <span class="number">${entry.at.slice(11, 23)}</span> <b>${entry.method}</b> <code>${entry.path}</code>
            <span class="number">${entry.status ?? '–'}</span> <span class="badge ${entry.outcome}">${entry.outcome}</span>
            ${entry.fault === undefined ? null : html`<span class="badge faulted">${entry.fault}</span>`}
            <span class="number">${entry.duration === undefined ? '…' : `${entry.duration.toFixed(1)} ms`}</span>
          </summary>
          <h3>Request</h3>
          ${showMessage('Request', request, secrets)}
          <h3>${entry.duration === undefined || entry.responded ? 'Response' : 'Response, which did not arrive whole'}</h3>
          ${response === undefined ? html`<p>None yet.</p>` : showMessage('Response', response, secrets)}
        </details>
      </li>`,
  );
  return html`<ol class="requests">
    ${items}
  </ol>`;
}

const hidden = '•••';

function showMessage(label: string, { headers, body }: Message, secrets: Home<unknown>['secrets']): Html {
  const names = new Set(['authorization', 'cookie', 'proxy-authorization', ...secrets.headers.map((name) => name.toLowerCase())]);
  const lines = Array.from(headers(), ([name, value]) => `${name}: ${names.has(name.toLowerCase()) ? hidden : value}`);
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return html`<pre tabindex="0" aria-label="${label}" dir="auto">
${lines.join('\n')}${text === '' ? '' : `\n\n${layOut(text, secrets.members)}`}</pre>`;
}

/** JSON with a member a line, and without what is never shown; other text as it is. */
function layOut(text: string, members: readonly string[]): string {
  try {
    return JSON.stringify(JSON.parse(text), (name, value: unknown) => (members.includes(name) && value !== null ? hidden : value), 2);
  } catch {
    return members.length > 0 && members.some((member) => text.includes(member)) ? `(${text.length} characters that are no JSON)` : text;
  }
}

/** The faults that can still strike, and a form to arm another one. */
function showFaults(faults: Faults, canAct: boolean): Html {
  const armed = faults.armed().filter((fault) => !isSpent(fault));
  if (armed.length === 0)
    return html`<p>None: the sandbox behaves.</p>
      ${canAct ? armForm(faults) : null}`;
  const columns = ['Fault', 'Strikes', 'When', 'Fired', 'Options', ...(canAct ? ['Remove'] : [])];
  const rows = armed.map((fault) => [
    ...describeFault(fault),
    ...(canAct ? [actButton('Remove', { act: 'remove', id: String(fault.id) })] : []),
  ]);
  return html`${table('Armed faults', columns, rows)}${canAct ? armForm(faults) : null}`;
}

function describeFault({ fault: { fault, operation, times, probability, ...options }, fired }: ArmedFault): readonly Html[] {
  const chance = probability === undefined ? 'every request' : `${probability * 100} % of requests`;
  const limit = times === undefined ? '' : `, ${times - fired} more`;
  return [
    html`<code>${fault}</code>`,
    html`${operation ?? 'every operation'}`,
    html`${chance}${limit}`,
    html`<span class="number">${fired}</span>`,
    html`<code>${Object.keys(options).length > 0 ? JSON.stringify(options) : ''}</code>`,
  ];
}

function armForm({ kinds, operations }: Faults): Html {
  const options = (names: readonly string[]): Html[] => names.map((name) => html`<option>${name}</option>`);
  return html`<form class="arm" method="post" action="/">
    <input type="hidden" name="act" value="arm" />
    <label
      >Fault<select name="fault">
        ${options(Object.keys(kinds))}
      </select></label
    >
    <label
      >Operation<select name="operation">
        <option value="">every one</option>
        ${options(operations)}
      </select></label
    >
    <label>Times<input name="times" inputmode="numeric" pattern="[0-9]*" value="1" /></label>
    <label>Options<input name="options" placeholder="code=503,commit=true" autocomplete="off" /></label>
    <button>Arm</button>
  </form>`;
}
