import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from './support/command.js';
import { createFolder, documentOf } from './support/workshop.js';

const links = readFileSync(join(root, 'spec/neopay/openapi.yaml'), 'utf8');
const files = [
  ...['client.ts', 'helpers.ts', 'openapi.json', 'operations.ts', 'schemas.ts', 'transitions.ts', 'types.ts', 'validators.ts'],
  'zod-helpers.ts',
];

describe('npm run generate', () => {
  it('has been run on the document that is committed', async () => {
    const { code, output } = await run(['--check']);
    expect([code, output]).toEqual([0, expect.stringMatching(/^Nothing changed in generated\/neopay\./)]);
  });

  it('makes the same files anywhere, with their helpers beside them, and touches none of them when nothing changed', async () => {
    const { folder, args } = createProject();
    expect((await run(args)).output).toMatch(/^Wrote /);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(files);
    for (const name of files) {
      const own = readFileSync(join(root, 'generated', /helpers/.test(name) ? '' : 'neopay', name), 'utf8');
      expect(readFileSync(join(folder, 'out', name), 'utf8')).toBe(own.replaceAll("'../", "'./"));
    }
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

  it('writes nothing either when npm kept --check for itself', async () => {
    const { folder, args } = createProject();
    const { code, output } = await run(args, { npm_config_check: 'true' });
    expect([code, output]).toEqual([1, expect.stringMatching(/^Stale: /)]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
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

  it('says in words what it cannot write, and leaves it as it is', async () => {
    const { spec } = createProject();
    expect(await run(['--spec', spec, '--out', spec])).toEqual({
      code: 1,
      output: expect.stringMatching(/^\S+links\.yaml cannot be written, and all of it is as it was: EEXIST.*\n$/),
    });
    expect(readFileSync(spec, 'utf8')).toBe(links);
    expect(await run(['--spec', spec, '--out='])).toEqual({ code: 2, output: expect.stringMatching(/^--out is empty/) });
  });
});

function createProject(): { folder: string; spec: string; args: string[] } {
  const folder = createFolder();
  const spec = join(folder, 'links.yaml');
  writeFileSync(spec, links);
  return { folder, spec, args: ['--spec', spec, '--out', join(folder, 'out')] };
}

function modified(folder: string): Record<string, number> {
  return Object.fromEntries(files.map((name) => [name, statSync(join(folder, 'out', name)).mtimeMs]));
}
