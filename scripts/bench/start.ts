import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interleave, type Subject } from './interleave.js';
import { printAim, printTable } from './print.js';
import { clients, prepareProject, type ClientName } from './project.js';
import { median, range } from './statistics.js';

const rounds = 21;

interface Start {
  readonly milliseconds: number;
  readonly kilobytes: number;
}

/** A fresh process that imports one module and tells what that took. */
function start(module: string): Start {
  const program = `const before = process.memoryUsage.rss();
const started = performance.now();
await import(${JSON.stringify(pathToFileURL(module).href)});
const milliseconds = performance.now() - started;
console.log(JSON.stringify({ milliseconds, kilobytes: (process.memoryUsage.rss() - before) / 1024 }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
}

/** Time and memory that importing each client costs a fresh process; an empty module is the measure. */
export async function run(): Promise<void> {
  const project = await prepareProject();
  const empty = join(project.folder, 'empty.mjs');
  writeFileSync(empty, '');
  const names = Object.keys(clients) as ClientName[];
  const modules: [string, string][] = [
    ['empty module', empty],
    ['empty module again (A/A)', empty],
    ['paylinks as installed', join(project.folder, 'node_modules', 'paylinks', 'dist', 'index.js')],
    ...names.filter((name) => name !== 'raw fetch').map((name): [string, string] => [`${name}, bundled`, project.bundleOf(name)]),
  ];
  const memory = new Map(modules.map(([name]): [string, number[]] => [name, []]));
  const subjects = modules.map(([name, module]): Subject => {
    const sample = async (): Promise<number> => {
      const { milliseconds, kilobytes } = start(module);
      memory.get(name)?.push(kilobytes);
      return milliseconds;
    };
    return { name, sample };
  });
  const times = await interleave(subjects, rounds);
  const emptyTime = median(times.get('empty module') ?? []);
  const emptyMemory = median(memory.get('empty module') ?? []);
  const rows = [...times].map(([name, values]) => {
    const extra = median(memory.get(name) ?? []) - emptyMemory;
    return [name, median(values).toFixed(1), range(values, 1), (median(values) - emptyTime).toFixed(1), (extra / 1024).toFixed(1)];
  });
  printTable('Import into a fresh process', ['module', 'ms', 'middle 80 %', 'ms over empty', 'MB over empty'], rows);
  printAim('import of the built package', median(times.get('paylinks as installed') ?? []) - emptyTime, 3, 'ms over an empty process');
}
