import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { dist, root, type Entry } from './entries.js';

const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: ['es2022', 'node20'],
  logLevel: 'warning',
  // Where the tools are installed must not show in what they make.
  preserveSymlinks: true,
} as const satisfies BuildOptions;

/**
 * One minified file. What runs in production has a map for its stack traces.
 */
async function bundleModule({ name }: Entry): Promise<void> {
  const inProduction = !/sandbox$|schemas$/.test(name);
  await build({
    ...shared,
    entryPoints: [`src/${name}.ts`],
    format: 'esm',
    minify: true,
    sourcemap: inProduction && 'linked',
    sourcesContent: false,
    external: ['openapi-fetch', 'zod'],
  });
}

/** One minified file. It holds openapi-fetch, whose CommonJS build hides its default export, and no `import()`, which Jest cannot run. */
async function bundleCommonJs({ name }: Entry): Promise<void> {
  await build({
    ...shared,
    entryPoints: [`src/${name}.ts`],
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    supported: { 'dynamic-import': false },
    external: ['zod'],
  });
}

/** The command with all of its libraries: nobody installs them. */
export async function bundleCommand(outdir = dist): Promise<void> {
  await build({
    ...shared,
    outdir,
    entryPoints: ['src/cli/bin.ts'],
    format: 'esm',
    minify: true,
    // Some of the libraries are CommonJS and ask for Node's own modules.
    banner: {
      js: `import { createRequire as createRequireOfBin } from 'node:module'; const require = createRequireOfBin(import.meta.url);`,
    },
  });
  chmodSync(join(outdir, 'bin.js'), 0o755);
}

export async function bundle(entries: readonly Entry[]): Promise<void> {
  await Promise.all([...entries.map(bundleModule), ...entries.map(bundleCommonJs), bundleCommand()]);
}
