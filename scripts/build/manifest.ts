import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Entry } from './entries.js';

const file = join(root, 'package.json');

/** The conditions of one entry; each format has its own types, which come first. */
function conditionsOf({ name }: Entry): object {
  return {
    import: { types: `./dist/types/src/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  };
}

/** Lists the entries in package.json, by `exports` and, for TypeScript's old resolution, by `typesVersions`. */
export function listEntries(entries: readonly Entry[], documents: readonly Entry[]): void {
  const text = readFileSync(file, 'utf8');
  const exports = {
    ...Object.fromEntries(entries.map((entry) => [entry.subpath, conditionsOf(entry)])),
    ...Object.fromEntries(documents.map(({ subpath, name }) => [subpath, `./dist/${name}.json`])),
    './package.json': './package.json',
  };
  const subpaths = [...entries.filter(({ subpath }) => subpath !== '.'), ...documents];
  const places = subpaths.map(({ subpath, name }) => [
    subpath.slice(2),
    [subpath.endsWith('.json') ? `./dist/${name}.json` : `./dist/types/src/${name}.d.ts`],
  ]);
  const listed = `${JSON.stringify({ ...JSON.parse(text), exports, typesVersions: { '*': Object.fromEntries(places) } }, null, 2)}\n`;
  if (listed === text) return;
  if (process.env['CI'] !== undefined)
    throw new Error('package.json does not list the entries of src/: run "npm run build" and commit it.');
  writeFileSync(file, listed);
}
