import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, DefaultTheme, type NavigationElement, type ProjectReflection, type TypeDocOptions } from 'typedoc';
import { completeComments, sectionsOf } from './reference-comments.js';
import type { Section } from './search.js';
import type { Source } from './sources.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each entry of the package is called, by the module that TypeDoc makes of its source. */
const entries: Readonly<Record<string, { readonly file: string; readonly name: string }>> = {
  src: { file: 'src/index.ts', name: 'paylinks' },
  'src/sandbox': { file: 'src/sandbox.ts', name: 'paylinks/sandbox' },
  'src/netopia': { file: 'src/netopia.ts', name: 'paylinks/netopia' },
  'src/netopia-notifications': { file: 'src/netopia-notifications.ts', name: 'paylinks/netopia/notifications' },
  'src/netopia-sandbox': { file: 'src/netopia-sandbox.ts', name: 'paylinks/netopia/sandbox' },
  'src/raw': { file: 'src/raw.ts', name: 'paylinks/raw' },
  'src/node': { file: 'src/node.ts', name: 'paylinks/node' },
  'generated/neopay/schemas': { file: 'generated/neopay/schemas.ts', name: 'paylinks/schemas' },
};

const options: TypeDocOptions = {
  name: 'paylinks',
  basePath: root,
  entryPoints: Object.values(entries).map(({ file }) => join(root, file)),
  tsconfig: join(root, 'src/tsconfig.json'),
  // The type check of the repository has its own step.
  skipErrorChecking: true,
  theme: 'site',
  readme: join(root, 'scripts/docs/reference.md'),
  sortEntryPoints: false,
  navigation: { includeFolders: false },
  disableSources: true,
  excludePrivate: true,
  excludeInternal: true,
  hideGenerator: true,
  // The tag under which openapi-typescript puts what the document says of a field.
  blockTags: [
    '@default',
    '@defaultValue',
    '@deprecated',
    '@description',
    '@example',
    '@module',
    '@param',
    '@remarks',
    '@returns',
    '@see',
    '@throws',
  ],
  navigationLinks: { 'Guide and search': 'site:index.html', 'SDK reference': 'site:sdk/index.html' },
  favicon: join(root, 'scripts/docs/icon.svg'),
  customCss: join(root, 'scripts/docs/reference.css'),
  githubPages: false,
  logLevel: 'Warn',
};

/** TypeDoc's own theme, but what unfolds in the navigation is no link as well: assistive technology knows only one of the two. */
class SiteTheme extends DefaultTheme {
  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    return super.buildNavigation(project).map(withoutLink);
  }
}

function withoutLink({ path, ...element }: NavigationElement): NavigationElement {
  return element.children === undefined
    ? { ...element, ...(path === undefined ? {} : { path }) }
    : { ...element, children: element.children.map(withoutLink) };
}

/** The SDK's own reference, from its doc comments; gives each export as the search finds it. */
export async function buildReference(sources: readonly Source[], out: string): Promise<Section[]> {
  const application = await Application.bootstrap({ ...options, out });
  application.renderer.defineTheme('site', SiteTheme);
  const project = await application.convert();
  if (project === undefined || application.logger.hasErrors())
    throw new Error('TypeDoc could not read the sources: see its messages above');
  nameModules(project);
  completeComments(project, sources);
  await application.generateDocs(project, out);
  await dress(out);
  return sectionsOf(project, (reflection) => application.renderer.router?.getFullUrl(reflection));
}

function nameModules(project: ProjectReflection): void {
  for (const module of project.children ?? []) module.name = entries[module.name]?.name ?? module.name;
}

/** Makes the pages part of the site: links across it, one colour scheme for all, icons that a browser shows from disk. */
async function dress(out: string): Promise<void> {
  const files = (await readdir(out, { recursive: true })).filter((file) => /\.(html|js)$/.test(file));
  for (const file of files) {
    const up = file
      .split(/[\\/]/)
      .map(() => '../')
      .join('');
    const text = await readFile(join(out, file), 'utf8');
    const dressed = text
      .replaceAll('href="site:', `href="${up}`)
      .replace(/Item\("tsd-theme"/g, 'Item("redoc.colorMode"')
      .replaceAll('<div class="col-content">', '<div class="col-content" role="main">')
      .replace(/(<summary[^>]*>(?:(?!<\/summary>)[^])*?)<a [^>]*class="tsd-anchor-icon"[^]*?<\/a>/g, '$1')
      .replace(/(\.\.\/)*assets\/icons\.svg#/g, '#');
    await writeFile(join(out, file), dressed);
  }
}
