import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { drawLifecycle } from './diagram.js';
import { findLifecycle, listOperations, titleOf } from './document.js';
import { guidePages, readGuidePage } from './guide.js';
import { writeIntroduction } from './introduction.js';
import { writeExports, writeIndex, writeOperation } from './markdown.js';
import { createFrame } from './page.js';
import { buildScripts } from './page-scripts.js';
import { buildReference } from './reference.js';
import { buildApiPage } from './redoc.js';
import { operationSections, writeSearchIndex } from './search.js';
import { readSources, type Source } from './sources.js';
import { tabulateStatuses } from './statuses.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the whole site: the guide, each API's reference, the SDK's reference, and one search over all of it. */
export async function buildDocs(out: string): Promise<void> {
  const sources = await readSources();
  const parts = await readParts(sources);
  const pages = await Promise.all(guidePages.map((name) => readGuidePage(name, parts)));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const source of sources) await writeApi(source, join(out, source.api.name));
  const exported = await buildReference(sources, join(out, 'sdk'));
  const references = [
    ...sources.map(({ api, document }) => [`${api.name}/index.html`, titleOf(document)] as const),
    ['sdk/index.html', 'SDK reference'] as const,
  ];
  const frame = await createFrame(pages, references);
  const sections = [
    ...pages.flatMap((page) => page.sections),
    ...sources.flatMap(({ api, document }) => operationSections(api, document)),
    ...exported,
  ];
  const files: Record<string, string> = {
    ...Object.fromEntries(
      pages.flatMap((page) => [
        [`${page.name}.html`, frame(page)],
        [`${page.name}.md`, page.markdown],
      ]),
    ),
    ...(await buildScripts(new Map(pages.flatMap(({ runnable }) => [...runnable])))),
    'search-index.js': writeSearchIndex(sections),
    'llms.txt': writeIndex(pages, sources),
    'sdk.md': writeExports(exported),
  };
  await writeAll(out, files);
}

async function readParts(sources: readonly Source[]): Promise<Record<string, () => string>> {
  const table = (name: string): Promise<string> => readFile(new URL(`tables/${name}.md`, import.meta.url), 'utf8');
  const [chaos, cost] = await Promise.all([table('chaos'), table('cost')]);
  const lifecycles = sources.flatMap(({ document }) => findLifecycle(document) ?? []);
  return {
    chaos: () => chaos,
    cost: () => cost,
    lifecycle: () => lifecycles.map((lifecycle) => `<div class="lifecycle">${drawLifecycle(lifecycle, 'page')}</div>`).join('\n'),
    statuses: () => sources.map(({ document }) => tabulateStatuses(document)).join('\n'),
  };
}

/** One API: its page, its document, and each operation as Markdown. */
async function writeApi({ api, document, samples }: Source, out: string): Promise<void> {
  await mkdir(join(out, 'operations'), { recursive: true });
  const lifecycle = findLifecycle(document);
  await writeAll(out, {
    'index.html': await buildApiPage({ api, document, samples }),
    'introduction.md': `# Introduction\n\n${await writeIntroduction({ api, document, samples }, 'file')}`,
    ...(lifecycle && { 'lifecycle.svg': drawLifecycle(lifecycle, 'light') }),
    ...Object.fromEntries(
      listOperations(document).map((operation) => [`operations/${operation.id}.md`, writeOperation({ api, document, samples }, operation)]),
    ),
  });
  await cp(join(root, api.document), join(out, 'openapi.yaml'));
  await cp(join(root, 'generated', api.name, 'openapi.json'), join(out, 'openapi.json'));
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildDocs(join(root, 'dist/docs'));
  console.log('dist/docs/index.html');
}
