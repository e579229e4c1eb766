import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findStale, writeTogether } from '../generate/output.js';
import { generate } from '../generate/pipeline.js';
import { baselineOf } from './baseline.js';
import { runCommand } from './command.js';
import { compareWithReleased, files } from './comparison.js';
import { formatComparison, formatStale } from './print.js';
import { readSurface } from './surface.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

await runCommand('diff', 'accept', async (accept) => (accept ? moveBaseline() : compare()));

async function compare(): Promise<number> {
  const comparison = await compareWithReleased(root);
  console.log(formatComparison(comparison));
  return comparison.enough && comparison.stale.length === 0 ? 0 : 1;
}

/** Before anything is published the baseline may still move; after that `npm run release` moves it. */
async function moveBaseline(): Promise<number> {
  const next = await generate(join(root, files.next), true);
  const stale = await findStale(join(root, 'generated'), next.contents);
  if (stale.length > 0) {
    console.error(formatStale(stale));
    return 1;
  }
  await writeTogether(root, new Map(await baselineOf(root, { next, surface: readSurface(root) })));
  console.log(`${files.released} and ${files.surface} now hold what is there.`);
  return 0;
}
