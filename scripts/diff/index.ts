import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWithReleased, files } from './comparison.js';
import { formatComparison } from './print.js';
import { readSurface } from './surface.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });

if (values.accept) {
  // Before anything is published the baseline may still move; after that `npm run release` moves it.
  await copyFile(join(root, files.next), join(root, files.released));
  await writeFile(join(root, files.surface), `${readSurface(root).join('\n')}\n`);
  console.log(`${files.released} and ${files.surface} now hold what is there.`);
} else {
  const comparison = await compareWithReleased(root);
  console.log(formatComparison(comparison));
  process.exitCode = comparison.enough ? 0 : 1;
}
