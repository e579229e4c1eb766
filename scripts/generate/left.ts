import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Api } from '../apis.js';
import { here } from './place.js';

/** An API of the project, and the operations its document has now. */
export interface Written {
  readonly api: Api;
  readonly operations: readonly string[];
}

/** What is left to do by hand after a change of a document, file by file: samples that are missing, and what no longer compiles. */
export async function listLeft(root: string, written: readonly Written[]): Promise<string[]> {
  const samples = written.flatMap(({ api, operations }) => missingSamples(root, api, operations));
  return [...samples, ...(await brokenFiles(root))];
}

function missingSamples(root: string, { document }: Api, operations: readonly string[]): string[] {
  const folder = join(dirname(document), 'samples');
  // A document without samples has none to miss.
  if (!existsSync(join(root, folder))) return [];
  return operations
    .map((id) => ({ id, file: join(folder, `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`) }))
    .filter(({ file }) => !existsSync(join(root, file)))
    .map(({ id, file }) => `${file}\n  ${id} needs a sample.`);
}

async function brokenFiles(root: string): Promise<string[]> {
  const problems = new Map<string, string[]>();
  for (const line of (await compile(root)).split('\n')) {
    const [, file, row, message] = /^(\S[^(]*)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
    if (file !== undefined) problems.set(file, [...(problems.get(file) ?? []), `  line ${row}: ${message}`]);
  }
  return [...problems].map(([file, lines]) => [file, ...lines].join('\n'));
}

function compile(root: string): Promise<string> {
  const program = createRequire(here).resolve('typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, '--project', 'src', '--noEmit', '--pretty', 'false'],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout) => resolve(stdout),
    );
  });
}
