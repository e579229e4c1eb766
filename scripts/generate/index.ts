import { tellOutcome, type Outcome } from './deep.js';
import { startTypes } from './emit/types-process.js';
import { readOptions } from './options.js';
import { run } from './run.js';

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  const { targets, check, watch } = options;
  startTypes();
  const runAll = async (): Promise<Outcome> => {
    const outcomes: Outcome[] = [];
    for (const target of targets) outcomes.push(await run(target, check));
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
