import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Built file → the source it starts from. */
const entries = {
  index: 'src/index.ts',
  sandbox: 'src/sandbox/index.ts',
  schemas: 'generated/schemas.ts',
  bin: 'src/sandbox/bin.ts',
};

/** Empties `dist`, except for the docs site, which another command owns. */
function clear(): void {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name !== 'docs') rmSync(join(dist, name), { recursive: true });
  }
}

function emitDeclarations(): void {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const compiler = join(dirname(manifest), 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'src'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** Source maps name the sources without repeating them: the tarball ships those beside `dist`. */
async function bundle(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'dist',
    chunkNames: 'chunks/[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: ['es2022', 'node20'],
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  chmodSync(join(dist, 'bin.js'), 0o755);
}

clear();
emitDeclarations();
await bundle();
copyFileSync(join(root, 'generated', 'openapi.json'), join(dist, 'openapi.json'));
