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
 * One file, and chunks with what it loads only when asked to listen or store. What runs in production is minified, with a map for its stack
 * traces; what runs in tests is readable as it is.
 */
async function bundleModule({ name }: Entry): Promise<void> {
  const inProduction = !/sandbox$|schemas$/.test(name);
  await build({
    ...shared,
    entryPoints: [`src/${name}.ts`],
    chunkNames: 'chunks/[hash]',
    format: 'esm',
    splitting: true,
    minify: inProduction,
    sourcemap: inProduction && 'linked',
    sourcesContent: false,
    external: ['openapi-fetch', 'zod'],
  });
}

/** One file, readable as it is. It holds openapi-fetch, whose CommonJS build hides its default export, and no `import()`, which Jest cannot run. */
async function bundleCommonJs({ name }: Entry): Promise<void> {
  await build({
    ...shared,
    entryPoints: [`src/${name}.ts`],
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    supported: { 'dynamic-import': false },
    external: ['zod'],
  });
}

/** The command with all of its libraries: nobody installs them. */
async function bundleCommand(): Promise<void> {
  await build({ ...shared, entryPoints: ['src/cli/bin.ts'], chunkNames: 'chunks/[hash]', format: 'esm', splitting: true, minify: true });
  chmodSync(join(dist, 'bin.js'), 0o755);
}

export async function bundle(entries: readonly Entry[]): Promise<void> {
  await Promise.all([...entries.map(bundleModule), ...entries.map(bundleCommonJs), bundleCommand()]);
}
