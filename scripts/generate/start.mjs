import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.cjs';

// Reading the generator and its libraries file by file takes longer than its work, so it runs from a bundle that is made anew when one of them changes.

const here = new URL('.', import.meta.url);
const root = fileURLToPath(new URL('../..', here));
const bundles = join(root, 'node_modules', '.cache', 'paylinks', 'generator');
const week = 7 * 24 * 60 * 60 * 1000;

function findSources() {
  const folder = fileURLToPath(here);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|mjs|cjs)$/.test(name));
  return [...names.sort().map((name) => join(folder, name)), join(folder, '..', 'apis.ts'), join(root, 'package-lock.json')];
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

// openapi-typescript comes with another Redocly, for checks that are made already; what nothing calls is left out.
const pure = {
  name: 'pure',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(openapi-typescript|@redocly\/openapi-core)$/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === pure) return undefined;
      return { ...(await resolve(path, { ...options, pluginData: pure })), sideEffects: false };
    });
  },
};

async function bundle(folder) {
  const { build } = await import('esbuild');
  const unfinished = `${folder}.${process.pid}`;
  await build({
    entryPoints: { index: fileURLToPath(new URL('index.ts', here)), types: fileURLToPath(new URL('emit/types-child.ts', here)) },
    outdir: unfinished,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A single file already.
    external: ['typescript'],
    define: { 'import.meta.url': JSON.stringify(new URL('place.ts', here)), typesProgram: JSON.stringify(join(folder, 'types.cjs')) },
    plugins: [pure],
    logLevel: 'error',
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

function forgetOld() {
  for (const name of readdirSync(bundles)) {
    const old = join(bundles, name);
    if (statSync(old).mtimeMs < Date.now() - week) rmSync(old, { recursive: true, force: true });
  }
}

const folder = join(bundles, digest(findSources()));
if (!existsSync(folder)) {
  await bundle(folder);
  forgetOld();
}
load(join(folder, 'index.cjs'));
