import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, consumer, settings } from './consumer.js';
import { installPackage, packPackage } from '../../scripts/build/pack.js';
import { fetchPackages } from '../../scripts/bench/packages.js';
import type { Result } from './world.js';

/** The compilers that consumers may have: the oldest promised, the newest of each major version, and those between that changed resolution. */
export const compilers = ['5.4.5', '5.5.4', '5.9.3', '6.0.3', '7.0.2'];

/** Compiles a consumer of the packed package under each setting with one version of TypeScript. */
export function checkCompiler(version: string): Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-types-'));
  try {
    installPackage(folder, packPackage(folder), ['@types/node', 'undici-types']);
    const compiler = join(fetchPackages(`typescript-${version}`, [`typescript@${version}`]), 'typescript', 'bin', 'tsc');
    const kept = settings.filter(({ until }) => until === undefined || Number.parseInt(version) < until);
    return kept.map((setting) => {
      const complaints = compile(compiler, folder, setting, consumer);
      return complaints === '' ? { name: setting.name } : { name: setting.name, error: complaints };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
