import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeStale } from '../../scripts/generate/output.js';
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

describe('a change of the document', () => {
  let folder: string;
  let verdicts: (name: string) => Verdicts;

  beforeAll(async () => {
    folder = createFolder();
    const links = readFileSync(join(root, 'spec/neopay/openapi.yaml'), 'utf8');
    const { contents } = await generate(writeDocument(folder, withStatus(withField(links))), false);
    mkdirSync(join(folder, 'generated/neopay'), { recursive: true });
    await writeStale(join(folder, 'generated/neopay'), contents, [...contents.keys()]);
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
    verdicts = await verdictsIn(join(folder, 'generated/neopay'));
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

  it('stops the build at the tables that must decide: a route, a transition and a page for a status, but nothing for a field', () => {
    const undecided = compile(folder).filter((message) => message.includes('does not satisfy the expected type'));
    expect(undecided.map((message) => message.split(' ')[0])).toEqual([
      'src/neopay/transition.ts',
      'src/sandbox/pages/pay.ts',
      'src/sandbox/routes.ts',
    ]);
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
