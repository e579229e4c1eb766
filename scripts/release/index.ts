import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { planRelease, type Plan } from './plan.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
process.exitCode = await release(values['dry-run']);

async function release(dryRun: boolean): Promise<number> {
  const plan = await planRelease(root, new Date().toISOString().slice(0, 10));
  const refusals = refusalsOf(plan, dryRun);
  console.log(describe(plan));
  if (refusals.length > 0) {
    console.error(`\nRefused:\n${refusals.join('\n')}`);
    return 1;
  }
  if (dryRun) {
    console.log(
      plan.uncommitted.length
        ? '\nA dry run; commit or discard first: ' + plan.uncommitted.join(', ')
        : '\nA dry run; nothing was written.',
    );
    return 0;
  }
  for (const [file, text] of plan.writes) await writeFile(join(root, file), text);
  console.log(`\nReleased ${plan.version}. Commit these files, tag v${plan.version} and publish when you are ready.`);
  return 0;
}

function refusalsOf({ objections, uncommitted }: Plan, dryRun: boolean): string[] {
  const dirty = uncommitted.length && !dryRun ? [`The working tree has changes that are not committed: ${uncommitted.join(', ')}.`] : [];
  return [...objections, ...dirty];
}

function describe({ version, section, writes }: Plan): string {
  return `Version ${version}\nFiles: ${[...writes.keys()].join(', ')}\n\n${section}`;
}
