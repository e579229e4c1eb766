import { fileURLToPath } from 'node:url';
import { writeTogether } from '../generate/output.js';
import { baselineOf } from './baseline.js';
import { runCommand } from './command.js';
import { apis } from '../apis.js';
import { compareWithReleased, isReleasable, readNext, surfaceFile } from './comparison.js';
import { formatComparison, formatStale } from './print.js';
import { readSurface } from './surface.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

await runCommand('diff', 'accept', async (accept) => (accept ? moveBaseline() : compare()));

async function compare(): Promise<number> {
  const comparison = await compareWithReleased(root);
  console.log(formatComparison(comparison));
  return isReleasable(comparison) ? 0 : 1;
}

/** Before anything is published the baseline may still move; after that `npm run release` moves it. */
async function moveBaseline(): Promise<number> {
  const documents = await Promise.all(apis.map((api) => readNext(root, api)));
  const stale = formatStale(documents.flatMap((document) => document.stale));
  if (stale.length > 0) {
    console.error(stale.join('\n'));
    return 1;
  }
  await writeTogether(root, new Map(await baselineOf(root, documents, readSurface(root))));
  console.log(`${[...apis.map(({ released }) => released), surfaceFile].join(', ')} now hold what is there.`);
  return 0;
}
