import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { packPackage } from '../../scripts/build/pack.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'paylinks-reproducible-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds and packs a copy of what the build reads, in another place. */
function packElsewhere(): string {
  const copy = join(folder, 'elsewhere');
  const files = ['package.json', 'tsconfig.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'src', 'generated', 'spec', 'scripts'];
  for (const file of files) cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  execFileSync(join(root, 'node_modules', '.bin', 'tsx'), ['scripts/build/index.ts'], {
    cwd: copy,
    env: { ...process.env, TZ: 'Asia/Tokyo' },
  });
  return packPackage(folder, copy).path;
}

describe('the tarball', () => {
  it('is the same bit by bit when it is built again, in another place and time zone', () => {
    const here = join(folder, 'here');
    mkdirSync(here);
    const hashes = [packPackage(here).path, packElsewhere()].map((path) => createHash('sha512').update(readFileSync(path)).digest('hex'));
    expect(hashes[1]).toBe(hashes[0]);
  });
});
