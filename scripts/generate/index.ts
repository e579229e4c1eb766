import { fileURLToPath } from 'node:url';
import { tellOutcome, type Outcome } from './deep.js';
import { startTypes } from './emit/types-process.js';
import { listLeft, type Written } from './left.js';
import { readOptions } from './options.js';
import { here } from './place.js';
import { run } from './run.js';

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  const { targets, check, watch } = options;
  startTypes();
  const runAll = async (): Promise<Outcome> => {
    const outcomes: Awaited<ReturnType<typeof run>>[] = [];
    for (const target of targets) outcomes.push(await run(target, check));
    await sayLeft(outcomes.flatMap(({ written }) => written ?? []));
    return { code: Math.max(...outcomes.map(({ code }) => code)), sources: outcomes.flatMap(({ sources }) => sources) };
  };
  if (watch)
    return (await import('./watch.js')).watch(
      targets.map(({ spec }) => spec),
      runAll,
    );
  const ended = await runAll();
  tellOutcome(ended);
  return ended.code;
}

async function sayLeft(written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  const left = await listLeft(fileURLToPath(new URL('../..', here)), written);
  console.log(left.length === 0 ? 'Nothing is left to do by hand.' : `Left to do by hand:\n${left.join('\n')}`);
}
