import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { carryOut, describePlan, planRelease, refusalsOf } from './plan.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const dryRun = values['dry-run'];

const plan = await planRelease(root, new Date().toISOString().slice(0, 10));
console.log(describePlan(plan));
const refusals = refusalsOf(plan, dryRun);
if (refusals.length > 0) {
  console.error(`\nRefused:\n${refusals.join('\n')}`);
  process.exitCode = 1;
} else if (dryRun) {
  console.log('\nA dry run; nothing was written.');
} else {
  await carryOut(root, plan);
  console.log(`\nReleased ${plan.version}. Commit these files, tag v${plan.version} and publish when you are ready.`);
}
