import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder, documentOf } from './support/workshop.js';

const root = new URL('../..', import.meta.url).pathname;
const links = readFileSync(join(root, 'spec/links.yaml'), 'utf8');
const files = ['client.ts', 'openapi.json', 'operations.ts', 'schemas.ts', 'transitions.ts', 'types.ts', 'validators.ts'];

describe('npm run generate', () => {
  it('has been run on the document that is committed', async () => {
    const { code, output } = await run(['--check']);
    expect([code, output]).toEqual([0, expect.stringMatching(/^Nothing changed in generated\./)]);
  });

  it('makes the same seven files anywhere, and touches none of them when nothing changed', async () => {
    const { folder, args } = createProject();
    expect((await run(args)).output).toMatch(/^Wrote /);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(files);
    for (const name of files)
      expect(readFileSync(join(folder, 'out', name), 'utf8')).toBe(readFileSync(join(root, 'generated', name), 'utf8'));
    const before = modified(folder);
    expect((await run(args)).output).toMatch(/^Nothing changed/);
    expect(modified(folder)).toEqual(before);
  });

  it('lists stale files with --check and leaves them as they are', async () => {
    const { folder, args } = createProject();
    await run(args);
    writeFileSync(join(folder, 'out/client.ts'), 'old');
    const { code, output } = await run([...args, '--check']);
    expect([code, output]).toEqual([1, expect.stringMatching(/^Stale: \S+out\/client\.ts\. Run npm run generate\./)]);
    expect(readFileSync(join(folder, 'out/client.ts'), 'utf8')).toBe('old');
  });

  it('leaves every file as it was when the document is wrong', async () => {
    const { folder, spec, args } = createProject();
    await run(args);
    const before = modified(folder);
    writeFileSync(spec, links.replace('to: closed', 'to: shut'));
    const { code, output } = await run(args);
    expect([code, output]).toEqual([1, expect.stringMatching(/2 problems in \S+links\.yaml; nothing was written\./)]);
    expect(modified(folder)).toEqual(before);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(files);
  });

  it('goes as deep as schemas lead into one another', async () => {
    const { folder, spec, args } = createProject();
    const link = (index: number): object => ({ type: 'object', properties: { next: { $ref: `#/components/schemas/S${index + 1}` } } });
    const schemas = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`S${index}`, link(index)]));
    writeFileSync(spec, JSON.stringify(documentOf({ ...schemas, S1500: { type: 'string' } })));
    expect(await run(args)).toEqual({ code: 0, output: expect.stringMatching(/^Wrote /) });
    expect(readFileSync(join(folder, 'out/types.ts'), 'utf8')).toMatch(/next\?: components\[.schemas.\]\[.S1500.\];/);
    writeFileSync(spec, JSON.stringify(documentOf({ ...schemas, S1500: { type: 'text' } })));
    expect(await run(args)).toEqual({ code: 1, output: expect.stringMatching(/S1500\/type/) });
  });

  it('explains an option it does not know', async () => {
    expect(await run(['--outt', 'x'])).toEqual({ code: 2, output: expect.stringMatching(/--outt[\s\S]*--out DIR/) });
    expect(await run(['--spec', 'x.yaml'])).toEqual({ code: 2, output: expect.stringMatching(/--spec needs --out/) });
  });

  it('watches: generates after a save, tells where a mistake is, and goes on', async () => {
    const { folder, spec, args } = createProject();
    const watching = spawn(process.execPath, command([...args, '--watch']), { cwd: root });
    try {
      const says = listenTo(watching);
      await says(/Watching for changes/);
      writeFileSync(spec, `${links}\n bad: : yaml`);
      await says(/links\.yaml:\d+:\d+\n/);
      writeFileSync(join(folder, 'next.yaml'), links.replaceAll('unpublishLink', 'withdrawLink'));
      renameSync(join(folder, 'next.yaml'), spec);
      await says(/Wrote \S+types\.ts/);
      expect(readFileSync(join(folder, 'out/operations.ts'), 'utf8')).toContain('withdrawLink');
    } finally {
      watching.kill('SIGTERM');
    }
    expect(await new Promise((resolve) => watching.once('exit', resolve))).toBe(0);
  });
});

function createProject(): { folder: string; spec: string; args: string[] } {
  const folder = createFolder();
  const spec = join(folder, 'links.yaml');
  writeFileSync(spec, links);
  return { folder, spec, args: ['--spec', spec, '--out', join(folder, 'out')] };
}

function command(args: readonly string[]): string[] {
  return ['scripts/generate/start.mjs', ...args];
}

function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command(args), { cwd: root }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

/** Waits until the process has said something new that matches. */
function listenTo(child: ChildProcess): (pattern: RegExp) => Promise<void> {
  let heard = '';
  let notify = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      heard += String(text);
      notify();
    });
  }
  return async (pattern) => {
    while (!pattern.test(heard)) await new Promise<void>((resolve) => (notify = resolve));
    heard = heard.slice(heard.search(pattern) + 1).replace(pattern, '');
  };
}

function modified(folder: string): Record<string, number> {
  return Object.fromEntries(files.map((name) => [name, statSync(join(folder, 'out', name)).mtimeMs]));
}
