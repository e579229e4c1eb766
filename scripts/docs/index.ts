import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { drawLifecycle } from './diagram.js';
import { lifecycleOf, listOperations, readDocument } from './document.js';
import { writeIntroduction } from './introduction.js';
import { writeIndex, writeOperation } from './markdown.js';
import { buildPage } from './page.js';
import { buildReference } from './reference.js';
import { readSamples } from './samples.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the whole site: the page, the document, the Markdown beside them, the SDK's reference. */
export async function buildDocs(out: string): Promise<void> {
  const document = await readDocument(join(root, 'spec/neopay/openapi.yaml'));
  const samples = await readSamples(join(root, 'spec/neopay/samples'));
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'operations'), { recursive: true });
  const files: Record<string, string> = {
    'index.html': await buildPage(document, samples),
    'introduction.md': `# Introduction\n\n${await writeIntroduction(document, samples, 'file')}`,
    'lifecycle.svg': drawLifecycle(lifecycleOf(document), 'light'),
    'llms.txt': writeIndex(document),
  };
  for (const operation of listOperations(document)) {
    files[`operations/${operation.id}.md`] = writeOperation(document, operation, samples);
  }
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(out, name), content)));
  await cp(join(root, 'spec/neopay/openapi.yaml'), join(out, 'openapi.yaml'));
  await cp(join(root, 'generated/neopay/openapi.json'), join(out, 'openapi.json'));
  await buildReference(document, join(out, 'sdk'));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildDocs(join(root, 'dist/docs'));
  console.log('dist/docs/index.html');
}
