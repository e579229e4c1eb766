import { execFile, type ChildProcess } from 'node:child_process';

export const root = new URL('../../..', import.meta.url).pathname;

export function command(args: readonly string[]): string[] {
  return ['scripts/generate/start.mjs', ...args];
}

/** Runs the generator to its end. */
export function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...environment } };
    const child = execFile(process.execPath, command(args), options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

/** Waits until the process has said something new that matches. */
export function listenTo(child: ChildProcess): (pattern: RegExp) => Promise<void> {
  let heard = '';
  let notify = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      heard += String(text);
      notify();
    });
  }
  return async (pattern) => {
    while (!pattern.test(heard)) await new Promise<void>((resolve) => (notify = resolve));
    heard = heard.slice(heard.search(pattern) + 1).replace(pattern, '');
  };
}
