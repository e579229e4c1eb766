import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addSection, formatSection, hasSection } from '../../scripts/release/changelog.js';
import { carryOut, describePlan, planRelease, refusalsOf } from '../../scripts/release/plan.js';
import { apis } from '../../scripts/apis.js';
import { surfaceFile } from '../../scripts/release/comparison.js';
import { readSurface } from '../../scripts/release/surface.js';
import { writeStale } from '../../scripts/generate/output.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { createFolder } from '../generate/support/workshop.js';

const root = new URL('../..', import.meta.url).pathname;
const timeout = 120_000;
const parts = [
  'generated',
  'scripts/release',
  'scripts/apis.ts',
  'scripts/generate',
  'spec',
  'src',
  'CHANGELOG.md',
  'package.json',
  'package-lock.json',
  'redocly.yaml',
  'tsconfig.json',
];

describe('a change that is not released yet', () => {
  let folder: string;
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder, encoding: 'utf8' });
  beforeAll(() => {
    folder = createFolder();
    for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
    writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
    git('init', '-q');
    for (const { released, document } of apis) writeFileSync(join(folder, released), read(document));
    writeFileSync(join(folder, surfaceFile), readSurface(folder).join('\n'));
    edit('src/index.ts', (text) => text.replace('isFinal, ', ''));
    edit('spec/neopay/openapi.yaml', (text) =>
      text.replace('maxLength: 50', 'maxLength: 40').replace('from: [draft, unpublished]', 'from: [draft]'),
    );
    git('add', '.');
    git('commit', '-q', '-m', 'Change');
  });

  it('is rated in the document, the life of a link and the declarations, and refused until the version says so', { timeout }, async () => {
    const { objections, section } = await planRelease(folder, '2026-11-21');
    expect(section).toContain('- neopay: POST /links, request, `product`: `maxLength` of `product` changed');
    expect(section).toContain('- neopay: The transition `publish` from `unpublished` to `published` was removed.');
    expect(section).toContain('- Declarations: `export isFinal from paylinks` was removed.');
    expect(objections[0]).toMatch(/Verdict: major\. info\.version is still 0\.1\.0; set it to 1\.0\.0 or higher \(\S+:4:12\)/);
    expect(objections[0]).toMatch(/generated\/ is stale \(.*Run npm run generate/);
    expect(run('diff', ['--accept'])).toEqual([1, expect.stringMatching(/^generated\/ is stale/)]);
  });

  it('is released from a clean tree: the baseline moves, the package is stamped, the changelog tells', { timeout }, async () => {
    edit('spec/neopay/openapi.yaml', (text) => text.replace('version: 0.1.0', 'version: 1.0.0'));
    const { contents } = await generate(join(folder, 'spec/neopay/openapi.yaml'), true);
    await writeStale(join(folder, 'generated/neopay'), contents, [...contents.keys()]);
    const plan = await planRelease(folder, '2026-11-21');
    expect(refusalsOf(plan, false)).toEqual([expect.stringMatching(/not committed: .*spec\/neopay\/openapi\.yaml/)]);
    expect(refusalsOf(plan, true)).toEqual([]);
    expect(describePlan(plan)).toMatch(
      /^Version 1\.0\.0\nFiles: spec\/neopay\/released\.yaml, .*\n\n## 1\.0\.0 \(2026-11-21\)\n\n### Breaking\n\n- /,
    );
    git('commit', '-qam', 'Raise the version');
    await carryOut(folder, plan);
    expect(read('spec/neopay/released.yaml')).toBe(read('spec/neopay/openapi.yaml'));
    expect(JSON.parse(read('package.json'))).toMatchObject({ name: 'paylinks', version: '1.0.0' });
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version: '1.0.0', packages: { '': { version: '1.0.0' } } });
    expect(git('diff', '--stat', '--', 'package-lock.json')).toMatch(/2 insertions\(\+\), 2 deletions/);
    expect(read('CHANGELOG.md')).toMatch(/^# Changelog\n\n## 1\.0\.0 /);
  });

  it('leaves nothing to release afterwards', { timeout }, () => {
    git('commit', '-qam', 'Release');
    expect(run('release')).toEqual([1, expect.stringMatching(/^Version 1\.0\.0[\s\S]*Refused:\n1\.0\.0 is released already/)]);
  });

  it('is only looked at where npm has kept the flag for itself', { timeout }, () => {
    edit('spec/neopay/openapi.yaml', (text) => text.replace('version: 1.0.0', 'version: 1.0.1'));
    edit('generated/neopay/openapi.json', (text) => text.replace('"version": "1.0.0"', '"version": "1.0.1"'));
    git('commit', '-qam', 'Next');
    const dryRun = { npm_config_dry_run: 'true' };
    expect(run('release', [], dryRun)).toEqual([0, expect.stringMatching(/No change of the document[\s\S]*nothing was written/)]);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('is refused where git cannot say what is committed', { timeout }, () => {
    renameSync(join(folder, '.git'), join(folder, '.away'));
    expect(run('release')).toEqual([1, expect.stringMatching(/Refused:\n.*git does not say/)]);
    renameSync(join(folder, '.away'), join(folder, '.git'));
  });

  it('names what it does not know, and places what it cannot read', { timeout }, () => {
    expect(run('release', ['--dryrun'])).toEqual([2, expect.stringMatching(/--dryrun[\s\S]*npm run release \[-- --dry-run\]/)]);
    edit('spec/neopay/openapi.yaml', (text) => text.replace('version: 1.0.1', 'version: next'));
    expect(run('diff')).toEqual([
      1,
      expect.stringMatching(/^spec\/neopay\/openapi\.yaml:4:12 #\/info\/version\n {2}"next" is no version.*1\.2\.3/),
    ]);
  });

  function run(name: string, args: string[] = [], env: Readonly<Record<string, string>> = {}): [number | null, string] {
    const command = ['--import', 'tsx', `scripts/release/${name === 'diff' ? 'diff' : 'index'}.ts`, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return [status, stdout + stderr];
  }
});

describe('the changelog', () => {
  it('gains a section in front of the earlier ones', () => {
    const section = formatSection('1.1.0', '2026-11-21', [{ impact: 'minor', text: 'A field was added.' }], '');
    const changelog = addSection('# Changelog\n\n## 1.0.0 (2026-11-01)\n\nFirst release.\n', section);
    expect(changelog).toBe(
      '# Changelog\n\n## 1.1.0 (2026-11-21)\n\n### Added\n\n- A field was added.\n\n## 1.0.0 (2026-11-01)\n\nFirst release.\n',
    );
    expect([hasSection(changelog, '1.0.0'), hasSection(changelog, '1.1.0'), hasSection(changelog, '1.1')]).toEqual([true, true, false]);
  });

  it('says so when a release is the first', () => {
    expect(addSection('# Changelog\n', formatSection('0.1.0', '2026-11-21', [], ''))).toBe(
      '# Changelog\n\n## 0.1.0 (2026-11-21)\n\nFirst release.\n',
    );
  });

  it('says so when nothing changed that users see', () => {
    const section = formatSection('1.0.1', '2026-11-21', [], '# Changelog\n\n## 1.0.0 (2026-11-01)\n');
    expect(section).toContain('No change of the document or the declarations.');
  });

  it('keeps what was written by hand as it is', () => {
    const written = '# Changelog\n\nOurs.\n\n## Unreleased\n\n- Soon\n\n\n## [1.0.0] - 2026-11-01\n```\n## no heading\n```\n';
    const [start, end] = [written.slice(0, written.indexOf('## [')), written.slice(written.indexOf('## ['))];
    expect(addSection(written, '## 1.1.0\n\n- x')).toBe(`${start}## 1.1.0\n\n- x\n\n${end}`);
    expect(hasSection(written, '1.0.0')).toBe(true);
  });
});

describe('generate', { timeout }, () => {
  it('keeps the types of documents apart that are read at the same time', async () => {
    const files = apis.map(({ document }) => join(root, document));
    const together = await Promise.all(files.map((file) => generate(file, true)));
    for (const [index, file] of files.entries())
      expect(together[index]?.contents.get('types.ts')).toBe((await generate(file, true)).contents.get('types.ts'));
  });
});
