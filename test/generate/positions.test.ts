import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../scripts/generate/pipeline.js';
import { DocumentError, type Problem } from '../../scripts/generate/problems.js';
import { createFolder, writeDocument } from './support/workshop.js';

const links = readFileSync(new URL('../../spec/neopay/openapi.yaml', import.meta.url), 'utf8');

describe('the place of a mistake', () => {
  it.each([
    ['as it is', (text: string) => text],
    ['with carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
  ])('is right in a file %s', async (_, write) => {
    const broken = links.replace('to: closed', 'to: shut');
    const [problem] = await problemsOf({ 'document.yaml': write(broken) });
    expect(problem).toMatchObject({ message: expect.stringMatching(/^"shut"/), position: placeOf(broken, 'shut') });
  });

  it('is that of the operation id, wherever it stands in the operation', async () => {
    const [first, later] = ['operationId: getLink', 'summary: Get a payment link'];
    const late = links.replace(`${first}\n      ${later}`, `${later}\n      operationId: listLinks`);
    const [problem] = await problemsOf({ 'document.yaml': late });
    expect(problem?.pointer).toBe('#/paths/~1links~1{id}/get/operationId');
    const place = late.slice(0, late.indexOf(later)).split('\n').length + 1;
    expect(problem?.position).toMatch(new RegExp(`:${place}:20$`));
  });

  it('is that of the version where the version is wrong', async () => {
    const [problem] = await problemsOf({ 'document.yaml': 'info: {}\nopenapi: 3.1\n' });
    expect(problem).toMatchObject({
      message: expect.stringMatching(/such as "3\.1\.0"; here is 3\.1\./),
      position: expect.stringMatching(/:2:10$/),
    });
  });

  const referring = links.replace("$ref: '#/components/schemas/CreateLinkTheme'", '$ref: theme.yaml');

  it.each([
    ['its syntax breaks', 'type: object\n bad: : x\n', /theme\.yaml:2:\d+$/, /^bad indentation of a mapping entry$/],
    ['nothing handles a keyword', 'type: object\nproperties:\n  a:\n    minLenght: 3\n', /theme\.yaml:4:16$/, /"minLenght" is not handled/],
  ])('is in the file that it was written in: %s', async (_, theme, position, message) => {
    const [problem] = await problemsOf({ 'document.yaml': referring, 'theme.yaml': theme });
    expect(problem).toMatchObject({ position: expect.stringMatching(position), message: expect.stringMatching(message) });
  });

  it('is told once where no status can be reached because the first is none', async () => {
    const problems = await problemsOf({ 'document.yaml': links.replace('initial: draft', 'initial: drft') });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^"drft" is no status/)]);
  });
});

function placeOf(text: string, word: string): unknown {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return expect.stringMatching(new RegExp(`document\\.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}$`));
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly Problem[]> {
  const folder = createFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  try {
    await generate(writeDocument(folder, files['document.yaml']), false);
  } catch (error) {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  }
  return [];
}
