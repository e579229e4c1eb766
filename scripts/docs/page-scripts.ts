import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/** The scripts of the pages by file name, made for browsers and without a request of their own. */
export async function buildScripts(runnable: ReadonlyMap<string, string>): Promise<Record<string, string>> {
  const names = ['search', 'page', 'play'] as const;
  const built = await Promise.all(names.map(async (name) => [`${name}.js`, await bundle(name)] as const));
  return { ...Object.fromEntries(built), 'samples.js': await compileSamples(runnable) };
}

async function bundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    external: ['node:*'],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? (await readFile(entry, 'utf8'));
}

/** Each sample as a function of the modules it imports; compiled here, since a page that forbids `eval` cannot. */
async function compileSamples(runnable: ReadonlyMap<string, string>): Promise<string> {
  const samples = [...runnable].map(async ([id, source]) => {
    const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' });
    const body = code.replace(/import\s*(\{[^}]*\})\s*from\s*("[^"]+");?/g, 'const $1 = modules[$2];').replace(/(\{[^}]*) as /g, '$1: ');
    return `${JSON.stringify(id)}: async (modules, console) => {\n${body}}`;
  });
  return `globalThis.samples = {\n${(await Promise.all(samples)).join(',\n')}\n};\n`;
}
