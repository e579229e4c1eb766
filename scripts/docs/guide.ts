import { readFile } from 'node:fs/promises';
import MarkdownIt from 'markdown-it';
import { createHighlighter } from 'shiki';
import type { Section } from './search.js';

/** A page of the guide, in the order of the navigation. */
export const guidePages = [
  'index',
  'neopay',
  'netopia',
  'bulk',
  'testing',
  'reliability',
  'errors',
  'options',
  'command',
  'unknown',
  'extensions',
] as const;

export type GuideName = (typeof guidePages)[number];

/** One page, made from its Markdown. */
export interface GuidePage {
  readonly name: GuideName;
  readonly title: string;
  readonly markdown: string;
  readonly html: string;
  readonly sections: readonly Section[];
  /** The TypeScript of blocks that the page can run, by the block's id. */
  readonly runnable: ReadonlyMap<string, string>;
}

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
const highlighter = await createHighlighter({
  themes: Object.values(themes),
  langs: ['ts', 'tsx', 'js', 'json', 'bash', 'http', 'python', 'csv', 'yaml'],
});

/** Reads a page of the guide; `parts` fills `{{name}}` in its Markdown. */
export async function readGuidePage(name: GuideName, parts: Readonly<Record<string, () => string>>): Promise<GuidePage> {
  const source = await readFile(new URL(`guide/${name}.md`, import.meta.url), 'utf8');
  const markdown = source.replace(/\{\{([\w:-]+)\}\}/g, (_, part: string) => {
    const fill = parts[part];
    if (fill === undefined) throw new Error(`guide/${name}.md asks for {{${part}}}, which nothing provides`);
    return fill();
  });
  const [, title = name] = /^# (.+)$/m.exec(markdown) ?? [];
  const runnable = new Map<string, string>();
  const html = createRenderer(name, runnable).render(markdown.replaceAll(/\]\((\w+)\.md/g, ']($1.html'));
  return { name, title, markdown, html, sections: sectionsOf(name, title, markdown), runnable };
}

function createRenderer(name: GuideName, runnable: Map<string, string>): InstanceType<typeof MarkdownIt> {
  const renderer = new MarkdownIt({ html: true, linkify: false });
  renderer.renderer.rules.fence = (tokens, index) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    const [language = '', ...flags] = info.split(/\s+/);
    const id = `${name}-${runnable.size + 1}`;
    const runs = flags.includes('run');
    if (runs) runnable.set(id, content);
    return drawBlock(content, language, runs ? id : undefined);
  };
  renderer.renderer.rules.heading_open = (tokens, index) => {
    const { tag = 'h2' } = tokens[index] ?? {};
    return `<${tag} id="${slug(tokens[index + 1]?.content ?? '')}">`;
  };
  renderer.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="region" aria-label="Table"><table>';
  renderer.renderer.rules.table_close = () => '</table></div>';
  return renderer;
}

function drawBlock(code: string, language: string, id: string | undefined): string {
  const lang = highlighter.getLoadedLanguages().includes(language) ? language : 'text';
  const pre = highlighter.codeToHtml(code.trimEnd(), { lang, themes, defaultColor: false });
  const copy = '<button type="button" class="copy">Copy</button>';
  const run =
    id === undefined
      ? ''
      : `<div class="play"><button type="button" class="run" data-sample="${id}">Run</button><label><input type="checkbox" class="lose"> lose the first answer to a create</label></div><div class="result" role="status"></div>`;
  return `<div class="code">${copy}${pre}${run}</div>\n`;
}

/** The id of a heading. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[`'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function sectionsOf(name: GuideName, title: string, markdown: string): Section[] {
  const parts = markdown.split(/^(?=#{2,3} )/m);
  return parts.map((part) => {
    const [, heading] = /^#{2,3} (.+)$/m.exec(part) ?? [];
    const text = part
      .replace(/^#+ .*$/gm, '')
      .replace(/\]\([^)]*\)/g, '')
      .replace(/[`*|[\]]/g, ' ');
    const place = heading === undefined ? '' : `#${slug(heading)}`;
    return {
      title: heading === undefined ? title : `${title}: ${heading.replace(/`/g, '')}`,
      text,
      url: `${name}.html${place}`,
      kind: 'Guide',
    };
  });
}
