import { bytesOf, type Answer } from '../answer.js';
import { html, type Html } from './html.js';

/** One HTML page. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  readonly style: string;
  readonly body: Html;
  /** Addresses images may come from, as a policy source list. @default none */
  readonly images?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page as an answer, under a policy that allows its own style sheet and, where needed, images; no script, no form, no frame. */
export async function answerHtml({ status = 200, title, style, body, images = "'none'", headers = {} }: Page): Promise<Answer> {
  const policy = `default-src 'none'; style-src '${await hash(style)}'; img-src ${images}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
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
  const guards = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
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
