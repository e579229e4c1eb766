import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Errand } from './child.js';
import { commandFor, type Runtime } from './runtime.js';

const root = new URL('../../', import.meta.url);

/** How long a process may take to end by itself once its result is written, in milliseconds. */
const farewell = 5_000;

/** Bundles a program, runs it in the runtime named and brings back what it wrote. A process that does not end by itself is a leftover. */
export async function runAbroad(
  runtime: Runtime,
  errand: Omit<Errand, 'library' | 'sandbox' | 'output'>,
): Promise<{ result: unknown; leftovers: string[] }> {
  // Beside the packages, so that every runtime finds openapi-fetch.
  const folder = await mkdtemp(fileURLToPath(new URL('node_modules/.chaos-', root)));
  try {
    const program = `${folder}/child.mjs`;
    const output = `${folder}/result.json`;
    await bundle(program);
    const [library, sandbox] = ['dist/index.js', 'dist/sandbox.js'].map((path) => new URL(path, root).href);
    await writeFile(`${folder}/errand.json`, JSON.stringify({ ...errand, library, sandbox, output }));
    const leftovers = await run(runtime, program, `${folder}/errand.json`, output);
    return { result: JSON.parse(await readFile(output, 'utf8')), leftovers };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bundle(outfile: string): Promise<void> {
  const entry = fileURLToPath(new URL('scripts/chaos/child.ts', root));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' });
}

async function run(runtime: Runtime, program: string, errand: string, output: string): Promise<string[]> {
  const command = commandFor(runtime, program);
  if (!command) throw new Error(`${runtime} is not installed; run "npm ci", or leave --runtime ${runtime} out.`);
  const [file, ...words] = command;
  const child = spawn(file, [...words, errand], { stdio: 'inherit' });
  const exit = once(child, 'exit').then(([code]) => (code === 0 ? [] : [`the process ended with code ${code}`]));
  await Promise.race([exit, appears(output, exit)]);
  const late = wait(farewell, ['the process did not end by itself'], { ref: false });
  const leftovers = await Promise.race([exit, late]);
  child.kill('SIGKILL');
  return leftovers;
}

async function appears(path: string, exit: Promise<unknown>): Promise<void> {
  let over = false;
  void exit.then(() => (over = true));
  while (!over && !existsSync(path)) await wait(100);
}
