import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Order, Task, Told } from './child.js';

const entry = `
  import { runTask } from './test/chaos/publish/child.js';
  await runTask(JSON.parse(process.argv[2]), (told) => console.log(JSON.stringify(told)));
`;

/** Client processes that share nothing but the server; one that is killed is started again with what it had not been told. */
export interface Processes {
  /** Kills a process by its name, wherever it is; false when there is none to kill. */
  kill(name: string): boolean;
  /** Until each has been told the end of each order, or the time is up. */
  readonly done: Promise<void>;
  /** What each process was told, in the order it was told. */
  readonly told: readonly (Told & { readonly process: string })[];
  kills(): number;
}

/** Starts the processes; they run one bundle of the client. */
export async function startProcesses(names: readonly string[], task: Omit<Task, 'process'>, limit: number): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'paylinks-publish-'));
  const program = join(folder, 'program.mjs');
  const resolveDir = fileURLToPath(new URL('../../../', import.meta.url));
  await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    stdin: { contents: entry, resolveDir },
    outfile: program,
  });
  const told: (Told & { process: string })[] = [];
  const running = new Map<string, ReturnType<typeof spawn>>();
  const over = performance.now() + limit;
  let kills = 0;

  const isOpen = (name: string, { reference }: Order): boolean =>
    !told.some((one) => one.process === name && one.reference === reference && (one.id !== undefined || one.links !== undefined));

  async function live(name: string): Promise<void> {
    for (;;) {
      const orders = task.orders.filter((order) => isOpen(name, order));
      const left = over - performance.now();
      if (orders.length === 0 || left <= 0) return;
      const child = spawn(process.execPath, [program, JSON.stringify({ ...task, process: name, orders })], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.set(name, child);
      const timer = setTimeout(() => child.kill('SIGKILL'), left);
      for await (const line of createInterface(child.stdout)) told.push({ ...(JSON.parse(line) as Told), process: name });
      clearTimeout(timer);
    }
  }

  return {
    kill(name) {
      const child = running.get(name);
      if (child === undefined || child.killed || child.exitCode !== null) return false;
      kills += 1;
      return child.kill('SIGKILL');
    },
    done: Promise.all(names.map(live)).then(() => rm(folder, { recursive: true })),
    told,
    kills: () => kills,
  };
}
