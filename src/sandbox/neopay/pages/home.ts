import type { Answer } from '../answer.js';
import type { Call } from '../call.js';
import { sampleRequest } from '../sample-request.js';
import type { World } from '../world.js';
import { homeStyle } from './home-style.js';
import { showFaults, showLinks, showRequests } from './home-tables.js';
import { html, type Html } from './html.js';
import { answerHtml } from './page.js';

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
      ${section('Connect', showCredentials(world, call))} ${section(`Links (${records.length})`, showLinks(records, world.now()))}
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
