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
