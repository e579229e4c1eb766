import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'paylinks-test-'));
const report = join(scratch, 'report.json');

type Command = readonly string[];

/** Step → its commands. Cheap checks come first, the build before whatever looks at the built package. */
const steps: Readonly<Record<string, readonly Command[]>> = {
  format: [['prettier', '--check', '--log-level', 'warn', '.']],
  generated: [['npm', 'run', '--silent', 'generate', '--', '--check']],
  version: [['npm', 'run', '--silent', 'diff']],
  types: [['tsc']],
  build: [['npm', 'run', '--silent', 'build']],
  package: [
    ['publint', 'run', '--strict'],
    ['attw', '--pack', '.', '--format', 'ascii'],
  ],
  tests: [['vitest', 'run', '--config', 'test/vitest.config.ts', '--reporter', 'default', '--reporter', 'json', '--outputFile', report]],
};

/** What this script reads of the report that vitest writes. */
const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() });

/** Runs one command; only the tests talk while they run, the others when they fail. */
function succeeds([program = '', ...parameters]: Command): boolean {
  const loud = program === 'vitest';
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  // The package is built by its own step, so packing it must not build it again.
  const env = { ...process.env, PATH: path, npm_config_ignore_scripts: 'true' };
  const { status, stdout, stderr } = spawnSync(program, parameters, { cwd: root, env, stdio: loud ? 'inherit' : 'pipe', encoding: 'utf8' });
  if (status !== 0 && !loud) console.error(`${stdout}${stderr}`);
  return status === 0;
}

function runStep(name: string, commands: readonly Command[]): boolean {
  const start = performance.now();
  const passed = commands.every(succeeds);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.padStart(6)} s`);
  return passed;
}

/** The plain line that machines read last. A run that broke outside a test counts as one failure. */
function summarize(passed: boolean): string {
  if (!existsSync(report)) return '0 passed, 1 failed';
  const counts = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failed = passed ? counts.numFailedTests : Math.max(1, counts.numFailedTests);
  const skipped = counts.numPendingTests + counts.numTodoTests;
  return `${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

try {
  const passed = Object.entries(steps).every(([name, commands]) => runStep(name, commands));
  console.log(summarize(passed));
  process.exitCode = passed ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}
