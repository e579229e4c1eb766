import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCompiler, compilers } from './compilers.js';
import { prepare } from './prepare.js';
import { locate, runtimes } from './runtimes.js';
import { startServer } from './server.js';
import type { Result } from './world.js';

let passes = 0;
let failures = 0;

function report(name: string, results: readonly Result[]): void {
  const failed = results.filter(({ error }) => error !== undefined);
  console.log(`${failed.length === 0 ? '✓' : '✗'} ${name.padEnd(18)} ${results.length - failed.length} of ${results.length}`);
  for (const { name: title, error } of failed) console.log(`    ${title}: ${error}`);
  failures += failed.length;
  passes += results.length - failed.length;
}

const folder = mkdtempSync(join(tmpdir(), 'paylinks-runtimes-'));
const server = await startServer();
try {
  const prepared = await prepare(folder);
  for (const runtime of runtimes) {
    report(runtime.name, await runtime.host(locate(runtime), prepared, { ...server.world, ...runtime.traits }));
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
for (const version of compilers) report(`TypeScript ${version}`, checkCompiler(version));

console.log(`${passes} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
