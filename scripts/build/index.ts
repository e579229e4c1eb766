import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const types = join(dist, 'types');

/** Built file → the source it starts from. */
const entries = {
  index: 'src/index.ts',
  sandbox: 'src/sandbox.ts',
  schemas: 'generated/neopay/schemas.ts',
  bin: 'src/cli/bin.ts',
};

/** Empties `dist`, except for the docs site, which another command owns. */
function clear(): void {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name !== 'docs') rmSync(join(dist, name), { recursive: true });
  }
}

function emitDeclarations(): void {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'src'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** The declarations of the entries that are imported; the command has none. */
function findEntries(): string[] {
  const { bin, ...libraries } = entries;
  return Object.values(libraries).map((source) => join(types, source.replace(/\.ts$/, '.d.ts')));
}

/** The declarations that one names. */
function namedIn(declaration: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(declaration, 'utf8'), true, true);
  const local = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
  return local.map(({ fileName }) => join(dirname(declaration), fileName.replace(/\.js$/, '.d.ts')));
}

/** The declarations that the entries lead to. */
function findPublic(): Set<string> {
  const found = new Set(findEntries());
  for (const file of found) for (const name of namedIn(file)) found.add(name);
  return found;
}

/** Puts the hand-written source that a declaration map names into `dist`, and lets the map name that copy. */
function shipSource(declaration: string): void {
  const name = relative(types, declaration).replace(/\.d\.ts$/, '.ts');
  const map = `${declaration}.map`;
  const copy = join(dist, 'sources', name);
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(root, name), copy);
  writeFileSync(map, JSON.stringify({ ...JSON.parse(readFileSync(map, 'utf8')), sources: [relative(dirname(map), copy)] }));
}

/** What is generated reads as well as its source, and what no entry names is nobody's to open, so they go without a map. */
function dropMap(declaration: string): void {
  rmSync(`${declaration}.map`);
  writeFileSync(declaration, readFileSync(declaration, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+$/, '\n'));
}

/** Keeps what a consumer can reach: public declarations, and the sources that "go to definition" opens. */
function prune(): void {
  const kept = findPublic();
  for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const file = join(types, name);
    if (file.endsWith('.d.ts') && !kept.has(file)) [file, `${file}.map`].forEach((path) => rmSync(path));
  }
  const opened = new Set(findEntries().flatMap((entry) => [entry, ...namedIn(entry)]));
  for (const file of kept) opened.has(file) && relative(types, file).startsWith('src') ? shipSource(file) : dropMap(file);
}

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
    logLevel: 'warning',
  });
  chmodSync(join(dist, 'bin.js'), 0o755);
}

clear();
emitDeclarations();
prune();
await bundle();
copyFileSync(join(root, 'generated', 'neopay', 'openapi.json'), join(dist, 'openapi.json'));
