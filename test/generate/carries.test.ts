import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeFields } from '../../scripts/docs/fields.js';
import { writeStale } from '../../scripts/generate/output.js';
import type { JsonObject } from '../../scripts/generate/json.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { createFolder, verdictsIn, writeDocument, type Verdicts } from './support/workshop.js';

const root = new URL('../..', import.meta.url).pathname;

const withField = (text: string): string =>
  text.replaceAll(
    '        communication:\n',
    '        colour:\n          type: string\n          maxLength: 3\n          description: A new field.\n        communication:\n',
  );

const withStatus = (text: string): string =>
  text
    .replace(
      'x-extensible-enum: [draft, published, unpublished, closed]',
      'x-extensible-enum: [draft, published, unpublished, closed, archived]',
    )
    .replace(
      'components:\n',
      operation('/links/{id}/archive', 'archiveLink', '      x-transition:\n        from: [closed]\n        to: archived\n'),
    );

function operation(path: string, id: string, extension: string): string {
  return `  ${path}:\n    parameters:\n      - $ref: '#/components/parameters/Id'\n    patch:\n      operationId: ${id}\n${extension}      responses:\n        '200':\n          description: The link.\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/PaymentLink'\ncomponents:\n`;
}

interface Project {
  createLinksClient(options: object): {
    create(input: object): Promise<{ id: string }>;
    close(id: string): Promise<{ status: string }>;
    get(id: string): Promise<object>;
  };
  createSandbox(): {
    readonly credentials: { readonly baseUrl: string; readonly appKey: string; readonly token: string };
    fetch: typeof fetch;
  };
}

describe('a change of the document', () => {
  let folder: string;
  let document: JsonObject;
  let verdicts: (name: string) => Verdicts;
  let project: Project;

  beforeAll(async () => {
    folder = createFolder();
    const links = withStatus(withField(readFileSync(join(root, 'spec/neopay/openapi.yaml'), 'utf8')));
    document = parse(links);
    const { contents } = await generate(writeDocument(folder, links), false);
    for (const name of ['src', 'generated']) cpSync(join(root, name), join(folder, name), { recursive: true });
    await writeStale(join(folder, 'generated/neopay'), contents, [...contents.keys()]);
    verdicts = await verdictsIn(join(folder, 'generated/neopay'));
    const outfile = join(folder, 'project.mjs');
    const entries = "export { createLinksClient } from './src/index.ts'; export { createSandbox } from './src/sandbox.ts';";
    await build({
      stdin: { contents: entries, resolveDir: folder },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
    project = await import(outfile);
  });

  it('reaches the validators and the zod schemas', () => {
    const { is, explain, zod } = verdicts('CreateLinkInput');
    const [fits, breaks] = [
      { product: 'x', amount: 1, colour: 'red' },
      { product: 'x', amount: 1, colour: 'azure' },
    ];
    expect([is(fits), zod.safeParse(fits).success, is(breaks), zod.safeParse(breaks).success]).toEqual([true, true, false, false]);
    expect(explain(breaks)).toEqual([{ path: 'colour', message: 'must have at most 3 characters, has 5' }]);
  });

  it('reaches the operations, the transitions and the raw client', () => {
    const [operations, transitions, client] = ['operations', 'transitions', 'client'].map((name) =>
      readFileSync(join(folder, `generated/neopay/${name}.ts`), 'utf8'),
    );
    expect(operations).toContain("transition: 'archive'");
    expect(transitions).toContain("archive: { operation: 'archiveLink', from: ['closed'], to: 'archived' }");
    expect(client).toContain("client.PATCH('/links/{id}/archive', init)");
  });

  it('reaches what the client sends and refuses, and what the sandbox keeps', async () => {
    const { credentials, fetch } = project.createSandbox();
    const links = project.createLinksClient({ ...credentials, fetch });
    const { id } = await links.create({ product: 'x', amount: 1, colour: 'red' });
    expect(await links.get(id)).toMatchObject({ colour: 'red' });
    await expect(links.create({ product: 'x', amount: 1, colour: 'azure' })).rejects.toThrow(/colour must have at most 3 characters/);
    await expect(links.create({ product: 'x', amount: 1, color: 'red' })).rejects.toThrow(/did you mean colour\?/);
  });

  it('reaches the sandbox with a new status and the step that leads to it', async () => {
    const { credentials, fetch } = project.createSandbox();
    const links = project.createLinksClient({ ...credentials, fetch });
    const { id } = await links.create({ product: 'x', amount: 1 });
    const headers = { 'x-app-key': credentials.appKey, authorization: credentials.token, accept: 'application/json' };
    const archive = (): Promise<Response> => fetch(`${credentials.baseUrl}/links/${id}/archive`, { method: 'PATCH', headers });
    expect((await archive()).status).toBe(409);
    await links.close(id);
    expect((await archive()).status).toBe(200);
    expect(await links.get(id)).toMatchObject({ status: 'archived' });
  });

  it('reaches the fields of the docs', () => {
    const lines = describeFields(document, { $ref: '#/components/schemas/CreateLinkInput' }, '');
    expect(lines.find((line) => line.includes('colour'))).toMatch(/`colour` \(string, maxLength `3`\): A new field\./);
  });

  it('needs no edit by hand: everything compiles', { timeout: 120_000 }, () => {
    expect(compile(folder)).toEqual([]);
  });
});

/** What TypeScript says of the sources in a folder under the project's settings. */
function compile(folder: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src', 'generated'] }));
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src', 'generated'] }, ts.sys, folder);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  return diagnostics.map(
    ({ file, messageText }) => `${file?.fileName.replace(`${folder}/`, '') ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}
