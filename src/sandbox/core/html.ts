import { bytesOf, type SandboxResponse } from './response.js';

/** Markup that is safe to send: text put into it was escaped. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | readonly Html[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Builds markup from a template; every value put in is escaped unless it is markup itself. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: template.reduce((text, piece, index) => text + render(parts[index - 1]) + piece) };
}

function render(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part !== 'object') return escapeText(String(part));
  return 'markup' in part ? part.markup : part.map((item) => item.markup).join('');
}

// Control characters have no place in HTML, not even as entities.
function escapeText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** One HTML page. */
export interface HtmlPage {
  readonly status?: number;
  readonly title: string;
  readonly style: string;
  readonly body: Html;
  /** Addresses images may come from, as a policy source list. @default none */
  readonly images?: string;
  /** Addresses forms may be sent to, as a policy source list. @default none */
  readonly forms?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page as a response, under a policy that allows its own style sheet and, where needed, images and forms; no script, no frame. */
export async function respondHtml(page: HtmlPage): Promise<SandboxResponse> {
  const { status = 200, title, style, body, images = "'none'", forms = "'none'", headers = {} } = page;
  const sources = `default-src 'none'; style-src '${await hash(style)}'; img-src ${images}; base-uri 'none'; form-action ${forms}`;
  const head = html`<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>${title}</title>`;
  // Between the tags stands exactly what the policy's hash was made of.
  const sheet: Html = { markup: `<style>${style}</style>` };
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        ${head}${sheet}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  const guards = { 'content-security-policy': `${sources}; frame-ancestors 'none'`, 'referrer-policy': 'same-origin' };
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...guards, ...headers },
    body: document.markup,
  };
}

async function hash(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytesOf(style)));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
