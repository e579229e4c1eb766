import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { packPackage } from '../runtimes/project.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-contents-'));
const tarball = packPackage(folder);
execFileSync('tar', ['xzf', tarball.path, '-C', folder]);
afterAll(() => rmSync(folder, { recursive: true }));

function read(path: string): string {
  return readFileSync(join(folder, 'package', path), 'utf8');
}

/** Every kind of file that the package is made of. */
const kinds = [
  /^CHANGELOG\.md$/,
  /^LICENSE$/,
  /^README\.md$/,
  /^package\.json$/,
  /^dist\/(index|sandbox|schemas|bin)\.js$/,
  /^dist\/chunks\/[A-Z0-9]{8}\.js$/,
  /^dist\/openapi\.json$/,
  /^dist\/types\/src\/[\w/-]+\.d\.ts(\.map)?$/,
  /^dist\/types\/generated\/\w+\.d\.ts$/,
  /^dist\/sources\/src\/[\w/-]+\.ts$/,
];

describe('the tarball', () => {
  it('holds files of each kind, and of no other', () => {
    const missing = kinds.filter((kind) => !tarball.files.some((path) => kind.test(path)));
    const foreign = tarball.files.filter((path) => !kinds.some((kind) => kind.test(path)));
    expect({ missing, foreign }).toEqual({ missing: [], foreign: [] });
  });

  it('stays under 120 kB', () => {
    expect(tarball.size).toBeLessThan(120_000);
  });

  it('maps what its entries name to sources that it holds, and holds no other', () => {
    const maps = tarball.files.filter((path) => path.endsWith('.map'));
    const named = maps.flatMap((map) => {
      const sources: string[] = JSON.parse(read(map)).sources;
      return sources.map((source) => posix.join(posix.dirname(map), source));
    });
    expect(maps).toEqual(expect.arrayContaining(['dist/types/src/links.d.ts.map', 'dist/types/src/sandbox/index.d.ts.map']));
    expect(named.sort()).toEqual(tarball.files.filter((path) => path.startsWith('dist/sources/')));
  });

  it('names no path of the machine that built it', () => {
    const telling = tarball.files.filter((path) => read(path).includes(process.cwd()));
    expect(telling).toEqual([]);
  });

  it('starts its command with a line for the shell', () => {
    expect(read('dist/bin.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

describe('package.json', () => {
  it('asks for one run-time dependency', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['openapi-fetch']);
    expect(Object.keys(manifest.peerDependenciesMeta)).toEqual(['zod']);
  });

  it('runs nothing when it is installed', () => {
    const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    expect(Object.keys(manifest.scripts).filter((name) => lifecycle.includes(name))).toEqual([]);
  });

  it('puts types first in every entry that has them', () => {
    const conditions = Object.values(manifest.exports).filter((entry) => typeof entry === 'object');
    expect(conditions.map((entry) => Object.keys(entry))).toEqual(conditions.map(() => ['types', 'default']));
  });
});
