import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packPackage, unpackPackage } from '../../scripts/build/pack.js';
import { entries } from './entries.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-jest-'));
const tarball = packPackage(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const require = createRequire(import.meta.url);

/** A test of a consumer's: imports every entry, and sells one link to the sandbox. */
const consumer = `import { expect, test } from '@jest/globals';
${entries.map((entry, index) => `import * as entry${index} from '${entry}';`).join('\n')}
import { createLinksClient, NotFoundError } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

test('imports every entry', () => {
  for (const entry of [${entries.map((_, index) => `entry${index}`).join(', ')}]) expect(Object.keys(entry).length).toBeGreaterThan(0);
});

test('sells a link', async () => {
  const sandbox = createSandbox();
  const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
  const live = await links.publish(await links.create({ product: 'Ceramic mug', amount: 18.5 }));
  expect(live.status).toBe('published');
  await expect(links.get('none')).rejects.toThrow(NotFoundError);
  const server = await sandbox.listen({ port: 0 });
  await server.close();
});
`;

/** Runs Jest in a project that npm made; gives what it printed when it failed. */
function jest(name: string, settings: object, file: string, files: Readonly<Record<string, string>> = {}): string {
  const project = join(folder, name);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...settings }));
  for (const [path, text] of Object.entries({ [file]: consumer, ...files })) writeFileSync(join(project, path), text);
  unpackPackage(project, tarball, [
    'ts-jest',
    'babel-jest',
    '@babel/preset-env',
    'typescript',
    '@jest/globals',
    '@types/node',
    'undici-types',
  ]);
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), '--ci', '--no-cache', '--no-watchman'], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0' },
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}

describe('Jest', () => {
  it('imports every entry as CommonJS through babel-jest, its default', () => {
    expect(jest('babel', { babel: { presets: [['@babel/preset-env', { targets: { node: 'current' } }]] } }, 'consumer.test.js')).toBe('');
  });

  it('imports every entry with the preset of ts-jest', () => {
    const tsconfig = JSON.stringify({ compilerOptions: { target: 'es2022', module: 'commonjs', esModuleInterop: true, strict: true } });
    expect(jest('ts-jest', { jest: { preset: 'ts-jest' } }, 'consumer.test.ts', { 'tsconfig.json': tsconfig })).toBe('');
  });
});
