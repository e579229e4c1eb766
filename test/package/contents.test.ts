import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { packPackage } from '../../scripts/runtimes/project.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-contents-'));
const tarball = packPackage(folder);
execFileSync('tar', ['xzf', tarball.path, '-C', folder]);
afterAll(() => rmSync(folder, { recursive: true }));

function read(path: string): string {
  return readFileSync(join(folder, 'package', path), 'utf8');
}

const sources = ['src', 'generated'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(top, name)),
);
const entries = ['index', 'sandbox', 'schemas', 'bin'].flatMap((name) => [`dist/${name}.js`, `dist/${name}.js.map`]);
const declarations = sources.map((source) => `dist/types/${source.replace(/\.ts$/, '.d.ts')}`).flatMap((path) => [path, `${path}.map`]);
const texts = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist/openapi.json'];

describe('the tarball', () => {
  it('holds the built entries, their declarations, the sources and the texts, and nothing else', () => {
    const chunk = /^dist\/chunks\/[A-Z0-9]+\.js(\.map)?$/;
    const files = tarball.files.filter((path) => !chunk.test(path));
    expect(files).toEqual([...texts, ...entries, ...declarations, ...sources].sort());
  });

  it('stays under 120 kB', () => {
    expect(tarball.size).toBeLessThan(120_000);
  });

  it('maps every built file to a source that it holds', () => {
    const maps = tarball.files.filter((path) => path.endsWith('.map'));
    const lost = maps.flatMap((map) => {
      const named: string[] = JSON.parse(read(map)).sources;
      return named.map((source) => posix.join(posix.dirname(map), source)).filter((source) => !tarball.files.includes(source));
    });
    expect(maps.length).toBeGreaterThan(sources.length);
    expect(lost).toEqual([]);
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
