import { fileURLToPath } from 'node:url';
import { writeTogether } from '../generate/output.js';
import { baselineOf } from './baseline.js';
import { runCommand } from './command.js';
import { compareWithReleased, files, isReleasable, readNext } from './comparison.js';
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
  const { next, stale } = await readNext(root);
  if (stale.length > 0) {
    console.error(formatStale(stale));
    return 1;
  }
  await writeTogether(root, new Map(await baselineOf(root, { next, surface: readSurface(root) })));
  console.log(`${files.released} and ${files.surface} now hold what is there.`);
  return 0;
}
