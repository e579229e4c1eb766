import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { bundleCommand } from '../../scripts/build/bundles.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox.js';
import { canary } from '../support/canary.js';

/** What a run of the command left. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Builds the command once for a test file, as it is published, and gives what runs it. */
export function buildCommand(): {
  readonly folder: () => string;
  run(environment: NodeJS.ProcessEnv, ...words: readonly string[]): Running;
} {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'paylinks-cli-'));
    await bundleCommand(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder: () => folder,
    run(environment, ...words) {
      const child = spawn(process.execPath, [join(folder, 'bin.js'), ...words], {
        env: { PATH: process.env['PATH'], ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const texts = { output: '', errors: '' };
      child.stdout.on('data', (chunk) => (texts.output += String(chunk)));
      child.stderr.on('data', (chunk) => (texts.errors += String(chunk)));
      const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
      onTestFinished(async () => {
        child.kill('SIGKILL');
        await ended;
      });
      return { child, ended };
    },
  };
}

/** A sandbox that listens until the test ends, and the variables that lead a command to it. */
export async function listen(
  options: SandboxOptions = {},
): Promise<{ readonly sandbox: Sandbox; readonly environment: NodeJS.ProcessEnv }> {
  const sandbox = createSandbox({ ...canary, seed: 1, ...options });
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const environment = {
    NEOPAY_APP_KEY: canary.appKey,
    NEOPAY_TOKEN: canary.token,
    NEOPAY_BASE_URL: sandbox.credentials.baseUrl,
    NEOPAY_PAY_URL: `${server.url}/pay/{slug}`,
  };
  return { sandbox, environment };
}
