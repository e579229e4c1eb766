import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm pack` tells of a tarball. */
const Packed = z.tuple([z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) })]);

export interface Tarball {
  readonly path: string;
  /** Bytes, packed. */
  readonly size: number;
  readonly files: readonly string[];
}

function npm(folder: string, ...parameters: string[]): string {
  return execFileSync('npm', parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Packs what is built now, as publishing would. */
export function packPackage(folder: string, from = root): Tarball {
  const [{ filename, size, files }] = Packed.parse(
    JSON.parse(npm(from, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)),
  );
  return { path: join(folder, filename), size, files: files.map(({ path }) => path).sort() };
}

/** Installs a tarball into an empty project. Its dependencies, and those named, come from this repository, so that no registry is asked. */
export function installPackage(folder: string, tarball: Tarball, beside: readonly string[] = []): void {
  mkdirSync(folder, { recursive: true });
  const names = ['openapi-fetch', 'openapi-typescript-helpers', 'zod', ...beside];
  const local = names.map((name) => [name, `file:${join(root, 'node_modules', name)}`]);
  const dependencies = { paylinks: `file:${tarball.path}`, ...Object.fromEntries(local) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  npm(folder, 'install', '--offline', '--install-links', '--no-audit', '--no-package-lock');
}

/** The same without npm, in a tenth of the time: unpacks the tarball, and links what else is needed to this repository. */
export function unpackPackage(folder: string, tarball: Tarball, beside: readonly string[] = []): void {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'paylinks');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['xzf', tarball.path, '-C', own, '--strip-components=1']);
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers', 'zod', ...beside]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
}
