import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './prepare.js';
import { locate, runtimes } from './runtimes.js';
import { startServer } from './server.js';

const all = process.argv.includes('--all');
const folder = mkdtempSync(join(tmpdir(), 'paylinks-runtimes-'));
const server = await startServer();
let failures = 0;
let passes = 0;

try {
  const prepared = await prepare(folder);
  for (const runtime of runtimes.filter(({ fetched }) => all || fetched === undefined)) {
    const program = locate(runtime);
    if (program === undefined) throw new Error(`${runtime.name} is not installed on this machine.`);
    const results = await runtime.host(program, prepared, { ...server.world, ...runtime.traits });
    const failed = results.filter(({ error }) => error !== undefined);
    console.log(
      `${failed.length === 0 ? '✓' : '✗'} ${runtime.name.padEnd(16)} ${results.length - failed.length} of ${results.length} cases`,
    );
    for (const { name, error } of failed) console.log(`    ${name}: ${error}`);
    failures += failed.length;
    passes += results.length - failed.length;
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
console.log(`${passes} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
