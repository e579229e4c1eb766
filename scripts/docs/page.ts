import { readFile } from 'node:fs/promises';
import type { GuidePage } from './guide.js';

const read = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** The icon of the site, as an address that needs no request. */
export async function readIcon(): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await read('icon.svg')).toString('base64')}`;
}

/** Puts pages of the guide into the frame that all share. */
export async function createFrame(pages: readonly GuidePage[], references: readonly (readonly [string, string])[]) {
  const [template, style, icon] = await Promise.all([read('page.html'), read('page.css'), readIcon()]);
  return (page: GuidePage): string => {
    const entries: (readonly [string, string])[] = [...pages.map(({ name, title }) => [`${name}.html`, title] as const), ...references];
    const items = entries.map(
      ([file, title]) => `<li><a href="${file}"${file === `${page.name}.html` ? ' aria-current="page"' : ''}>${title}</a></li>`,
    );
    const parts: Readonly<Record<string, string>> = {
      title: page.name === 'index' ? 'paylinks' : `${page.title} | paylinks`,
      icon,
      name: page.name,
      style,
      navigation: `<ul>${items.join('')}</ul>`,
      content: page.html,
      scripts: page.runnable.size === 0 ? '' : '<script src="samples.js"></script><script src="play.js"></script>',
    };
    return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
  };
}
