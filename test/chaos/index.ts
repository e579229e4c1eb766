import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '../../src/sandbox.js';
import { runAbroad } from './abroad.js';
import { runOverTcp, type Homecoming } from './over-tcp.js';
import { parseOptions, help, type ChaosOptions } from './options.js';
import { formatPublishing, runPublishing } from './publish/index.js';
import { addFindings, brokenIn, type Report } from './report.js';
import type { Runtime } from './runtime.js';
import { formatFindings, formatMatrix, formatTable, type Column } from './table.js';

/** One run of the given client in the given runtime; the server of a TCP run always lives here. */
async function run(options: ChaosOptions, runtime: Runtime, mode: 'tcp' | 'in-process', naive: boolean): Promise<Report> {
  const { size, seed, rate, width } = options;
  const errand = { mode, size, seed, rate, width, naive, origin: '', shards: 0, sequential: false };
  if (mode === 'in-process') {
    const { result, leftovers } = await runAbroad<Report>(runtime, errand);
    addFindings(result, { I12: leftovers });
    return result;
  }
  return runOverTcp({ size, seed, rate, createSandbox }, async (visit) => {
    const { result, leftovers } = await runAbroad<Homecoming>(runtime, { ...errand, ...visit });
    return { ...result, leftovers: [...result.leftovers, ...leftovers] };
  });
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') return console.log(help);
  if (!existsSync(fileURLToPath(new URL('../../dist/index.js', import.meta.url))))
    throw new Error('dist/ is missing: run "npm run build" first.');
  console.log(`About ${options.size} calls a run, seed ${options.seed}, faults on ${options.rate * 100} % of the requests\n`);
  const columns: Column[] = [];
  for (const mode of options.modes) {
    for (const runtime of options.runtimes) columns.push(await timed(`${runtime}, ${mode}`, () => run(options, runtime, mode, false)));
    if (options.naive) columns.push(await timed(`naive, ${mode}`, () => run(options, 'node', mode, true)));
  }
  console.log(formatTable(columns));
  if (options.matrix) console.log(`\n${columns.map(formatMatrix).join('\n\n')}`);
  const ours = columns.filter(({ title }) => !title.startsWith('naive'));
  console.log(ours.map(formatFindings).join('\n'));
  if (ours.some(({ report }) => brokenIn(report).length > 0)) process.exitCode = 1;
  if (options.publish > 0) await publish(options);
}

/** The run of publishOnce, whose invariants are its own. */
async function publish({ publish: references, seed, rate }: ChaosOptions): Promise<void> {
  const report = await runPublishing({ references, seed, rate, wait: 3_000, lag: 1_900 });
  console.log(`\n${formatPublishing(report)}`);
  for (const [name, found] of Object.entries(report.findings)) for (const finding of found) console.log(`  ${name} ${finding}`);
  if (Object.values(report.findings).some((found) => found.length > 0)) process.exitCode = 1;
}

async function timed(title: string, work: () => Promise<Report>): Promise<Column> {
  const start = performance.now();
  const report = await work();
  console.error(`${title}: ${Math.round((performance.now() - start) / 1000)} s`);
  return { title, report };
}

await main();
