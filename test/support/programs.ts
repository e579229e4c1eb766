import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const ending = process.platform === 'win32' ? '.exe' : '';

/** Where each runtime's packages for single platforms lie, and the program in them. npm installs the one that fits. */
const places = {
  bun: { scope: '@oven', program: `bin/bun${ending}` },
  deno: { scope: '@deno', program: `deno${ending}` },
  workerd: { scope: '@cloudflare', program: `bin/workerd${ending}` },
} as const;

/** A runtime's program as npm installed it, or `undefined`. The packages' own commands wait for install scripts, which this project does not run. */
export function programOf(runtime: keyof typeof places): string | undefined {
  const { scope, program } = places[runtime];
  const folder = join(modules, scope);
  const packages = existsSync(folder) ? readdirSync(folder).sort() : [];
  return packages.map((name) => join(folder, name, program)).find((file) => existsSync(file));
}
