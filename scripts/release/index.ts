import { fileURLToPath } from 'node:url';
import { runCommand } from './command.js';
import { carryOut, describePlan, planRelease, refusalsOf } from './plan.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

await runCommand('release', 'dry-run', async (dryRun) => {
  const plan = await planRelease(root, new Date().toISOString().slice(0, 10));
  console.log(describePlan(plan));
  const refusals = refusalsOf(plan, dryRun);
  if (refusals.length > 0) {
    console.error(`\nRefused:\n${refusals.join('\n')}`);
    return 1;
  }
  if (dryRun) {
    console.log('\nA dry run; nothing was written.');
    return 0;
  }
  await carryOut(root, plan);
  console.log(`\nReleased ${plan.version}. Commit these files, tag v${plan.version} and publish when you are ready.`);
  return 0;
});
