import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Errand } from './child.js';
import { commandFor, type Runtime } from './runtime.js';

/** How long a process may take to end by itself once its result is written, in milliseconds. */
const farewell = 5_000;

/** Everything in one file, so that a runtime needs no package of its own: the run, and the package as it was built. */
const entry = `
  import * as library from './dist/index.js';
  import { createSandbox } from './dist/sandbox.js';
  import { runErrand } from './test/chaos/child.js';
  await runErrand(library, createSandbox);
`;

// The package is free of side effects, so chunks that an entry only names may be left out.
const bundling = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  logOverride: { 'ignored-bare-import': 'silent' },
} as const;

/** Runs an errand in the runtime named and brings back its result. What the process leaves behind, or says, is a leftover. */
export async function runAbroad<T>(runtime: Runtime, errand: Omit<Errand, 'output'>): Promise<{ result: T; leftovers: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'paylinks-chaos-'));
  const program = join(folder, 'program.mjs');
  const task = join(folder, 'errand.json');
  const output = join(folder, 'result.json');
  try {
    const resolveDir = fileURLToPath(new URL('../../', import.meta.url));
    await build({ ...bundling, stdin: { contents: entry, resolveDir }, outfile: program });
    await writeFile(task, JSON.stringify({ ...errand, output }));
    const leftovers = await run(runtime, program, task, output);
    if (!existsSync(output)) throw new Error(`${runtime} gave no result: ${leftovers.join('; ')}`);
    const result: T = JSON.parse(await readFile(output, 'utf8'));
    return { result, leftovers };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(runtime: Runtime, program: string, task: string, output: string): Promise<string[]> {
  const command = commandFor(runtime, program);
  if (!command) throw new Error(`${runtime} is not installed; run "npm ci", or leave --runtime ${runtime} out.`);
  const [file, ...words] = command;
  const child = spawn(file, [...words, task], { stdio: ['ignore', 'inherit', 'pipe'] });
  const said = text(child.stderr);
  const exit = once(child, 'exit').then(([code]) => (code === 0 ? [] : [`the process ended with code ${code}`]));
  await Promise.race([exit, appears(output, exit)]);
  const late = wait(farewell, ['the process did not end by itself'], { ref: false });
  const leftovers = await Promise.race([exit, late]);
  child.kill('SIGKILL');
  return [...leftovers, ...linesOf(await said)];
}

// Bun itself prints this for an answer whose gzip is cut short, and throws as well.
function linesOf(said: string): string[] {
  return said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Decompression error'));
}

async function appears(path: string, exit: Promise<unknown>): Promise<void> {
  let over = false;
  void exit.then(() => (over = true));
  while (!over && !existsSync(path)) await wait(100);
}
