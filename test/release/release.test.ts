import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addSection, formatSection, hasSection } from '../../scripts/release/changelog.js';
import { carryOut, describePlan, planRelease, refusalsOf } from '../../scripts/release/plan.js';
import { files } from '../../scripts/diff/comparison.js';
import { readSurface } from '../../scripts/diff/surface.js';
import { writeStale } from '../../scripts/generate/output.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { createFolder } from '../generate/support/workshop.js';

const root = new URL('../..', import.meta.url).pathname;
const timeout = 120_000;
const parts = [
  'generated',
  'scripts/diff',
  'scripts/generate',
  'scripts/release',
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
    writeFileSync(join(folder, files.released), read(files.next));
    writeFileSync(join(folder, files.surface), readSurface(folder).join('\n'));
    edit('src/index.ts', (text) => text.replace('isFinal, ', ''));
    edit('spec/links.yaml', (text) =>
      text.replace('maxLength: 50', 'maxLength: 40').replace('from: [draft, unpublished]', 'from: [draft]'),
    );
    git('add', '.');
    git('commit', '-q', '-m', 'Change');
  });

  it('is rated in the document, the life of a link and the declarations, and refused until the version says so', { timeout }, async () => {
    const { objections, section } = await planRelease(folder, '2026-11-21');
    expect(section).toContain('- POST /links, request, `product`: `maxLength` of `product` changed');
    expect(section).toContain('- The transition `publish` from `unpublished` to `published` was removed.');
    expect(section).toContain('- Declarations: `export isFinal from paylinks` was removed.');
    expect(objections[0]).toMatch(/Verdict: major\. info\.version is 0\.1\.0 after 0\.1\.0; set it to 1\.0\.0 or higher/);
    expect(objections[1]).toMatch(/generated\/ is stale/);
  });

  it('is released from a clean tree: the baseline moves, the package is stamped, the changelog tells', { timeout }, async () => {
    edit('spec/links.yaml', (text) => text.replace('version: 0.1.0', 'version: 1.0.0'));
    const { contents } = await generate(join(folder, files.next), true);
    await writeStale(join(folder, 'generated'), contents, [...contents.keys()]);
    const plan = await planRelease(folder, '2026-11-21');
    expect(refusalsOf(plan, false)).toEqual([expect.stringMatching(/not committed: .*spec\/links\.yaml/)]);
    expect(refusalsOf(plan, true)).toEqual([]);
    expect(describePlan(plan)).toMatch(
      /^Version 1\.0\.0\nFiles: spec\/released\.yaml, .*\n\n## 1\.0\.0 \(2026-11-21\)\n\n### Breaking\n\n- /,
    );
    git('commit', '-qam', 'Raise the version');
    await carryOut(folder, plan);
    expect(read('spec/released.yaml')).toBe(read('spec/links.yaml'));
    expect(JSON.parse(read('package.json'))).toMatchObject({ name: 'paylinks', version: '1.0.0' });
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version: '1.0.0', packages: { '': { version: '1.0.0' } } });
    expect(git('diff', '--stat', '--', 'package-lock.json')).toMatch(/2 insertions\(\+\), 2 deletions/);
    expect(read('CHANGELOG.md')).toMatch(/^# Changelog\n\n## 1\.0\.0 /);
  });

  it('leaves nothing to release afterwards', { timeout }, () => {
    git('commit', '-qam', 'Release');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/release/index.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stdout + stderr]).toEqual([1, expect.stringMatching(/^Version 1\.0\.0[\s\S]*Refused:\n1\.0\.0 is released already/)]);
  });
});

describe('the changelog', () => {
  it('gains a section in front of the earlier ones', () => {
    const section = formatSection('1.1.0', '2026-11-21', [{ impact: 'minor', text: 'A field was added.' }]);
    const changelog = addSection('# Changelog\n\n## 1.0.0 (2026-11-01)\n\nFirst release.\n', section);
    expect(changelog).toBe(
      '# Changelog\n\n## 1.1.0 (2026-11-21)\n\n### Added\n\n- A field was added.\n\n## 1.0.0 (2026-11-01)\n\nFirst release.\n',
    );
    expect([hasSection(changelog, '1.0.0'), hasSection(changelog, '1.1.0'), hasSection(changelog, '1.1')]).toEqual([true, true, false]);
  });

  it('says so when a release is the first', () => {
    expect(addSection('# Changelog\n', formatSection('0.1.0', '2026-11-21', []))).toBe(
      '# Changelog\n\n## 0.1.0 (2026-11-21)\n\nFirst release.\n',
    );
  });
});
