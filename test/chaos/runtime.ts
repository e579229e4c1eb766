import { programOf } from '../support/programs.js';

export const runtimes = ['node', 'bun', 'deno'] as const;
export type Runtime = (typeof runtimes)[number];

/** The command line that runs a script, or undefined when the runtime is not installed here. */
export function commandFor(runtime: Runtime, script: string): [program: string, ...words: string[]] | undefined {
  if (runtime === 'node') return [process.execPath, script];
  const program = programOf(runtime);
  if (program === undefined) return undefined;
  return runtime === 'deno' ? [program, 'run', '--allow-all', '--no-config', script] : [program, script];
}
