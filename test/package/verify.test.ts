import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'paylinks-verify-'));
const manifest = { name: 'small', version: '1.0.0', scripts: { build: 'node -e "0"' }, files: ['index.js'] };
let integrity = '';

/** A registry with one version of one package. */
const registry = createServer((request, response) => {
  const version = { ...manifest, dist: { integrity, tarball: 'http://127.0.0.1/none' } };
  response.statusCode = request.url === '/small' ? 200 : 404;
  response.end(JSON.stringify({ name: 'small', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': version } }));
});

beforeAll(async () => {
  const lock = {
    name: 'small',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: 'small', version: '1.0.0' } },
  };
  const files = {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify(lock),
    'index.js': 'export const one = 1;\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const git = (...parameters: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...parameters], { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'One');
  git('tag', 'v1.0.0');
  integrity = JSON.parse(execFileSync('npm', ['pack', '--json'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))[0]
    .integrity;
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => registry.close(resolve));
  rmSync(folder, { recursive: true });
});

async function verify(version: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const { port } = registry.address() as AddressInfo;
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_cache: join(folder, '.cache') };
  const child = spawn(join(root, 'node_modules', '.bin', 'tsx'), [join(root, 'scripts', 'verify-package.ts'), version], {
    cwd: folder,
    env,
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [output, code] = await Promise.all([text(child.stdout), closed, text(child.stderr)]);
  return { code, output };
}

describe('npm run verify-package', () => {
  it('says that a published version is what its tag builds, whatever has changed since', async () => {
    writeFileSync(join(folder, 'index.js'), 'export const two = 2;\n');
    const { code, output } = await verify('1.0.0');
    expect(output).toContain('small@1.0.0 is what its tag builds.');
    expect(code).toBe(0);
  });

  it('fails when the registry gives out something else', async () => {
    integrity = `sha512-${Buffer.alloc(64).toString('base64')}`;
    const { code, output } = await verify('1.0.0');
    expect(output).toContain('small@1.0.0 is NOT what its tag builds.');
    expect(code).toBe(1);
  });

  it('asks for a version', async () => {
    expect((await verify('latest')).code).toBe(2);
  });
});
