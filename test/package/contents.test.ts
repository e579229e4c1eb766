import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { packPackage } from '../../scripts/build/pack.js';

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
  /^skills\/paylinks\/SKILL\.md$/,
  /^dist\/[\w-]+\.(js|cjs|d\.cts)$/,
  /^dist\/[\w-]+\.js\.map$/,
  /^dist\/(\w+-)?openapi\.json$/,
  /^dist\/types\/src\/[\w/-]+\.d\.ts(\.map)?$/,
  /^dist\/types\/generated\/[\w/-]+\.d\.ts$/,
  /^dist\/sources\/(src|generated)\/[\w/-]+\.ts$/,
];

describe('the tarball', () => {
  it('holds files of each kind, and of no other', () => {
    const missing = kinds.filter((kind) => !tarball.files.some((path) => kind.test(path)));
    const foreign = tarball.files.filter((path) => !kinds.some((kind) => kind.test(path)));
    expect({ missing, foreign }).toEqual({ missing: [], foreign: [] });
  });

  it('stays under 900 kB', () => {
    expect(tarball.size).toBeLessThan(900_000);
  });

  it('maps its entries and what they name to sources that it holds, and holds no other', () => {
    const maps = tarball.files.filter((path) => path.endsWith('.map'));
    const named = maps.flatMap((map) => {
      const sources: string[] = JSON.parse(read(map)).sources;
      return sources.map((source) => posix.join(posix.dirname(map), source));
    });
    const expected = ['dist/index.js.map', 'dist/types/src/neopay/client.d.ts.map', 'dist/types/src/sandbox.d.ts.map'];
    expect(maps).toEqual(expect.arrayContaining(expected));
    expect([...new Set(named)].sort()).toEqual(tarball.files.filter((path) => path.startsWith('dist/sources/')));
  });

  it('has its main entry in one minified file', () => {
    const code = read('dist/index.js');
    expect(code.split('\n').length).toBeLessThan(10);
    expect(
      [...code.matchAll(/(?:from|import\()\s*["']([^"']+)["']/g)].map(([, name]) => name).filter((name) => name !== 'openapi-fetch'),
    ).toEqual([]);
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

  it('has types of its own for both formats of every entry', () => {
    const entries = Object.values(manifest.exports).filter((entry) => typeof entry === 'object');
    for (const formats of entries) {
      expect(Object.keys(formats)).toEqual(['import', 'require']);
      for (const conditions of Object.values(formats)) {
        expect(Object.keys(conditions)).toEqual(['types', 'default']);
        expect(tarball.files).toEqual(expect.arrayContaining(Object.values(conditions).map((path) => path.slice('./'.length))));
      }
    }
  });
});
