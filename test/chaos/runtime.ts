import { programOf } from '../support/programs.js';

/** `node-http` is Node.js with the fetch of `paylinks/node`. */
export const runtimes = ['node', 'node-http', 'bun', 'deno'] as const;
export type Runtime = (typeof runtimes)[number];

const useNodeFetch = new URL('../support/use-node-fetch.ts', import.meta.url).href;

/** The command line that runs a script, or undefined when the runtime is not installed here. */
export function commandFor(runtime: Runtime, script: string): [program: string, ...words: string[]] | undefined {
  if (runtime === 'node') return [process.execPath, script];
  if (runtime === 'node-http')
    return [process.execPath, ...[import.meta.resolve('tsx'), useNodeFetch].flatMap((file) => ['--import', file]), script];
  const program = programOf(runtime);
  if (program === undefined) return undefined;
  return runtime === 'deno' ? [program, 'run', '--allow-all', '--no-config', script] : [program, script];
}
