import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installPackage, packPackage } from './project.js';

/** An empty project with the packed package installed and the suite beside it. */
export interface Prepared {
  /** For runtimes with a command line: imports the package from `node_modules`. */
  readonly program: string;
  /** One module that answers a request with the results. */
  readonly worker: string;
  /** A script that gives a page the suite. */
  readonly page: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** Packs and installs the built package into `folder`, and compiles the suite against what was installed. */
export async function prepare(folder: string): Promise<Prepared> {
  installPackage(folder, packPackage(folder));
  const prepared = { program: join(folder, 'program.js'), worker: join(folder, 'worker.js'), page: join(folder, 'page.js') };
  const common = { bundle: true, target: 'es2022', logLevel: 'warning' } as const;
  // The suite lives in this repository; its imports of the package must find the installed one.
  const installed = { nodePaths: [], alias: { paylinks: join(folder, 'node_modules', 'paylinks') }, external: ['node:*'] };
  await build({
    ...common,
    entryPoints: [join(here, 'program.ts')],
    outfile: prepared.program,
    format: 'esm',
    platform: 'node',
    external: ['paylinks'],
  });
  await build({
    ...common,
    ...installed,
    entryPoints: [join(here, 'worker.ts')],
    outfile: prepared.worker,
    format: 'esm',
    conditions: ['workerd'],
  });
  await build({
    ...common,
    ...installed,
    entryPoints: [join(here, 'page.ts')],
    outfile: prepared.page,
    format: 'iife',
    platform: 'browser',
  });
  return prepared;
}
