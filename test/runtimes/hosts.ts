import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';
import type { Prepared } from './prepare.js';
import type { Result, World } from './world.js';

/** Runs the suite in one kind of runtime, whose program is given. */
export type Host = (program: string, prepared: Prepared, world: World) => Promise<Result[]>;

/** For runtimes with a command line; that the process ends by itself is part of the test. */
export function commandLine(...parameters: readonly string[]): Host {
  return async (program, prepared, world) => {
    const child = spawn(program, [...parameters, prepared.program, JSON.stringify(world)], {
      cwd: dirname(prepared.program),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 90_000,
    });
    const [output, complaints, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.on('close', resolve)),
    ]);
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaints}${output}`);
    return JSON.parse(output);
  };
}

const workerConfiguration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = (modules = [(name = "worker.js", esModule = embed "worker.bundle.js")], compatibilityDate = "2025-09-01")),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
`;

/** Starts the worker on a port of its own choice, which it tells on a control pipe. */
export const workerd: Host = async (program, prepared, world) => {
  const configuration = join(dirname(prepared.worker), 'workerd.capnp');
  writeFileSync(configuration, workerConfiguration);
  const child = spawn(program, ['serve', configuration, '--control-fd=3'], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.on('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
      child.stdio[3]?.on('data', (line: Buffer) => resolve(JSON.parse(line.toString()).port));
    });
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(world) });
    if (!response.ok) throw new Error(`The worker failed: ${await response.text()}`);
    return (await response.json()) as Result[];
  } finally {
    child.kill();
  }
};

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The API answers no CORS headers, so a page can only reach it with the check switched off.
  '--disable-web-security',
];

export const chromiumPage: Host = async (program, prepared, world) => {
  const browser = await chromium.launch({ executablePath: program, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.goto(`${world.control}/page`);
    await page.addScriptTag({ path: prepared.page, type: 'module' });
    await page.waitForFunction('globalThis.runSuite');
    return await page.evaluate(`runSuite(${JSON.stringify(world)})`);
  } finally {
    await browser.close();
  }
};
