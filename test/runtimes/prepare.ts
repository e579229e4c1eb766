import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installPackage, packPackage } from '../../scripts/build/pack.js';

/** An empty project with the packed package installed and the suite beside it. */
export interface Prepared {
  /** For runtimes with a command line: imports the package from `node_modules`. */
  readonly program: string;
  /** One module that answers a request with the results. */
  readonly worker: string;
  /** A module that gives a page the suite. */
  readonly page: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** Packs and installs the built package into `folder`, and compiles the suite against what was installed. */
export async function prepare(folder: string): Promise<Prepared> {
  installPackage(folder, packPackage(folder));
  const common = { bundle: true, target: 'es2022', logLevel: 'warning' } as const;
  const entryPoints = ['program', 'worker', 'page'].map((name) => join(here, `${name}.ts`));
  await build({ ...common, entryPoints, outdir: join(folder, 'suite'), format: 'esm', platform: 'node', packages: 'external' });
  // The second pass starts in the project, where the package's name leads to the installed one.
  const worker = join(folder, 'suite', 'worker.bundle.js');
  const page = join(folder, 'suite', 'page.bundle.js');
  const whole = { ...common, external: ['node:*'] };
  await build({
    ...whole,
    entryPoints: [join(folder, 'suite', 'worker.js')],
    outfile: worker,
    format: 'esm',
    conditions: ['workerd', 'module'],
  });
  await build({ ...whole, entryPoints: [join(folder, 'suite', 'page.js')], outfile: page, format: 'esm', platform: 'browser' });
  return { program: join(folder, 'suite', 'program.js'), worker, page };
}
