import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const usage =
  'npm run verify-package VERSION\n\nBuilds the version from its tag and compares the tarball with the one that the registry gives out.';

function run(program: string, folder: string, ...parameters: readonly string[]): string {
  return execFileSync(program, parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

/** The hash that the registry gives for a version, as package managers check it. */
function publishedHash(name: string, version: string): string {
  return run('npm', process.cwd(), 'view', `${name}@${version}`, 'dist.integrity');
}

/** The hash of the tarball that the version's tag makes. */
function builtHash(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'verify-package-'));
  const tree = join(folder, 'tree');
  run('git', process.cwd(), 'worktree', 'add', '--quiet', '--detach', tree, `v${version}`);
  try {
    run('npm', tree, 'ci', '--ignore-scripts', '--no-audit');
    // Building is a script of the package's own, which `npm ci` was told to skip.
    run('npm', tree, 'run', '--silent', 'build');
    const [{ filename }] = JSON.parse(run('npm', tree, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder));
    return `sha512-${createHash('sha512')
      .update(readFileSync(join(folder, filename)))
      .digest('base64')}`;
  } finally {
    run('git', process.cwd(), 'worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true });
  }
}

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
  console.error(usage);
  process.exit(2);
}
const { name }: { readonly name: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const published = publishedHash(name, version);
const built = builtHash(version);
console.log(`published  ${published}\nfrom v${version.padEnd(4)} ${built}`);
console.log(built === published ? `${name}@${version} is what its tag builds.` : `${name}@${version} is NOT what its tag builds.`);
process.exitCode = built === published ? 0 : 1;
