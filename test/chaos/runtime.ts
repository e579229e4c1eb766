import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const runtimes = ['node', 'bun', 'deno'] as const;
export type Runtime = (typeof runtimes)[number];

/** The command line that runs a script, or undefined when the runtime is not installed here. */
export function commandFor(runtime: Runtime, script: string): [program: string, ...words: string[]] | undefined {
  if (runtime === 'node') return [process.execPath, script];
  const program = fileURLToPath(new URL(`../../node_modules/.bin/${runtime}`, import.meta.url));
  if (!existsSync(program)) return undefined;
  return runtime === 'deno' ? [program, 'run', '--allow-all', '--no-config', script] : [program, script];
}
