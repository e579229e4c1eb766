import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'dist');

/** What a program can import. */
export interface Entry {
  /** As `exports` in package.json names it: `./netopia/raw`. */
  readonly subpath: string;
  /** The name of its built files: `netopia-raw`. */
  readonly name: string;
}

/** Every file at the top of `src` is an entry; a dash in its name is a slash in the import. */
export function findEntries(): readonly Entry[] {
  const names = readdirSync(join(root, 'src')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -'.ts'.length)] : []));
  return names.sort().map((name) => ({ name, subpath: name === 'index' ? '.' : `./${name.replace('-', '/')}` }));
}

/** The document of each API, as JSON: the first API's stands at the top, the others' below their names. */
export function findDocuments(): readonly (Entry & { readonly source: string })[] {
  const folders = readdirSync(join(root, 'generated')).map((api) => ({ api, source: join(root, 'generated', api, 'openapi.json') }));
  return folders
    .filter(({ source }) => existsSync(source))
    .map(({ api, source }) => ({
      source,
      name: api === 'neopay' ? 'openapi' : `${api}-openapi`,
      subpath: api === 'neopay' ? './openapi.json' : `./${api}/openapi.json`,
    }));
}
