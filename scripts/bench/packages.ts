import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'paylinks');

/** Installs npm packages into the cache, unless they are there, and gives the folder of the installed packages. */
export function fetchPackages(name: string, specifiers: readonly string[]): string {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  // Without one, imports from the folder would find this repository by its own name.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  execFileSync('npm', [
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-audit',
    '--no-save',
    '--prefer-offline',
    '--loglevel',
    'error',
    ...specifiers,
  ]);
  return join(folder, 'node_modules');
}
