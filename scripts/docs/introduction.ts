import { readFile } from 'node:fs/promises';
import { drawLifecycle } from './diagram.js';
import { findLifecycle, serverOf, type Lifecycle } from './document.js';
import { tabulateInferred } from './inferred.js';
import { describeLifecycle, tabulateLifecycle } from './lifecycle.js';
import { sampleOf } from './samples.js';
import type { Source } from './sources.js';
import { tabulateStatuses } from './statuses.js';

/** Where the introduction is read: the page shows the diagram inside itself, the Markdown file beside it. */
export type Medium = 'page' | 'file';

/** The introduction in Markdown, with samples, lifecycle and inferred statements taken from their sources. */
export async function writeIntroduction({ api, document, samples }: Source, medium: Medium): Promise<string> {
  const template = await readFile(new URL(`${api.name}.md`, import.meta.url), 'utf8');
  const lifecycle = findLifecycle(document);
  const parts: Readonly<Record<string, () => string>> = {
    server: () => serverOf(document),
    ...(lifecycle && { lifecycle: () => showLifecycle(lifecycle, medium) }),
    statuses: () => tabulateStatuses(document),
    inferred: () => tabulateInferred(document),
  };
  const linked = template.replace(/`([A-Z]\w+Error)`/g, '[`$1`](../sdk/classes/paylinks.$1.html)');
  const anchored = medium === 'page' ? linked : linked.replaceAll('](#/section/', '](#');
  return anchored.replace(/\{\{([\w:-]+)\}\}/g, (_, name: string) => {
    const [kind, sample] = name.split(':');
    if (kind === 'sample' && sample !== undefined) return '```ts\n' + sampleOf(samples, sample) + '\n```';
    const part = parts[name];
    if (part === undefined) throw new Error(`${api.name}.md asks for {{${name}}}, which nothing provides`);
    return part();
  });
}

function showLifecycle(lifecycle: Lifecycle, medium: Medium): string {
  return `${showDiagram(lifecycle, medium)}\n\n${tabulateLifecycle(lifecycle)}`;
}

/** As pictures, one per colour scheme: Redoc spells an inline drawing's attributes in lower case, which undoes `viewBox`. */
function showDiagram(lifecycle: Lifecycle, medium: Medium): string {
  const description = describeLifecycle(lifecycle);
  if (medium === 'file') return `![${description}](lifecycle.svg)`;
  const pictures = (['light', 'dark'] as const).map((scheme) => {
    const data = Buffer.from(drawLifecycle(lifecycle, scheme)).toString('base64');
    return `<img class="only-${scheme}" alt="${description}" src="data:image/svg+xml;base64,${data}">`;
  });
  return `<div class="lifecycle">${pictures.join('')}</div>`;
}
