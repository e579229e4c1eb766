import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type * as schemas from '../../generated/neopay/schemas.js';
import type { components } from '../../generated/neopay/types.js';
import { identifiersFor, toIdentifier, toKey, toLiteral } from '../../scripts/generate/names.js';
import { writeStale } from '../../scripts/generate/output.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { createFolder, documentOf, loadVerdicts, verdictsIn, writeDocument, type Verdicts } from './support/workshop.js';

const root = new URL('../..', import.meta.url).pathname;

describe('what is generated from every keyword', () => {
  let folder: string;
  let verdicts: (name: string) => Verdicts;

  beforeAll(async () => {
    folder = createFolder();
    const { contents } = await generate(new URL('keywords.yaml', import.meta.url).pathname, false);
    await writeStale(folder, contents, [...contents.keys()]);
    verdicts = await verdictsIn(folder);
  });

  it('compiles under the strict settings of the project', { timeout: 60_000 }, () => {
    expect(compile(folder)).toEqual([]);
  });

  it('has a name of its own for each schema, whatever the document calls it', () => {
    expect([verdicts('Object'), verdicts('Issue')].map(({ is }) => typeof is)).toEqual(['function', 'function']);
    const source = readFileSync(join(folder, 'validators.ts'), 'utf8');
    expect(source).toContain("value is components['schemas']['a-b']");
    expect(source).toContain("value is components['schemas']['default']");
  });

  it('names every type it uses when no schema judges anything', async () => {
    const { contents } = await generate(writeDocument(createFolder(), documentOf({ Anything: {} })), false);
    expect(contents.get('validators.ts')).toContain('export type { Issue }');
  });

  it.each([
    ['Price', 350.41, true],
    ['Price', 0.1 + 0.2, false],
    ['Step', 7.5, true],
    ['Step', 7, false],
    ['Large', 2 ** 53, true],
    ['Large', 1e19, false],
    ['Choice', { a: [1] }, true],
    ['Choice', { a: ['1'] }, false],
    ['Constant', { parts: [1, 2], type: 'card' }, true],
    ['Unique', [{ a: 1 }, { a: 1 }], false],
    ['Distinct', [{}, JSON.parse('{"__proto__": 1}')], true],
    ['Distinct', [{ a: 1 }, { a: 1 }], false],
    ['Shadowed', { a: { key: { x: [{}] } } }, true],
    ['Shadowed', { a: { key: { x: [1] } } }, false],
    ['Sealed', { id: 1, extra: 2 }, true],
    ['Sealed', { id: 1, other: 2 }, false],
    ['Chosen', { a: 'x', id: 1 }, true],
    ['Chosen', { a: 'x', id: 'y' }, false],
    ['Rest', { a: 'a', id: 1, other: true }, true],
    ['Rest', { a: 'a', extra: 1 }, false],
    ['Outer', { extra: 1, other: true }, true],
    ['Forgiving', 'a-b.c@x', true],
    ['Forgiving', 'a b@x', false],
    ['One', 6, false],
    ['Inherited', JSON.parse('{"__proto__": 1}'), false],
    ['Inherited', JSON.parse('{"__proto__": true, "constructor": "c", "other": null}'), true],
    ['Map', JSON.parse('{"__proto__": 5}'), false],
    ['StrictInherited', {}, false],
    ['Text', '😀😀😀😀', true],
    ['Text', '😀', false],
  ])('gives %s of %j the verdict %s', (name, value, verdict) => {
    const { is, explain, zod } = verdicts(name);
    expect([is(value), explain(value).length === 0, zod.safeParse(value).success]).toEqual([verdict, verdict, verdict]);
  });
});

describe('a schema of hundreds of properties', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `field${index}`);
  const document = documentOf({
    Report: {
      type: 'object',
      required: names.slice(0, 500),
      properties: Object.fromEntries(names.map((name) => [name, { type: 'integer', format: 'int64' }])),
    },
  });

  it('compiles, and each of them is judged', { timeout: 60_000 }, async () => {
    const folder = createFolder();
    const { contents } = await generate(writeDocument(folder, document), false);
    await writeStale(folder, contents, [...contents.keys()]);
    expect(compile(folder)).toEqual([]);
    const { is, explain } = (await verdictsIn(folder))('Report');
    const report = Object.fromEntries(names.map((name) => [name, 1]));
    expect([is(report), is({ ...report, field999: 'x' }), is({ ...report, field499: undefined })]).toEqual([true, false, false]);
    expect(explain({ ...report, field0: 'x', field499: undefined, field999: 'x' }).map(({ path }) => path)).toEqual([
      'field0',
      'field499',
      'field999',
    ]);
  });
});

function compile(folder: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: { ...config.compilerOptions, types: [] } }, ts.sys, folder);
  const files = ['client', 'operations', 'schemas', 'types', 'validators'].map((name) => join(folder, `${name}.ts`));
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('explainX', () => {
  const nested = {
    type: 'object',
    required: ['logo'],
    properties: { logo: { enum: ['icon', 'logo'] }, size: { type: 'integer', maximum: 9 } },
    additionalProperties: false,
  };
  const card = {
    type: 'object',
    required: ['type', 'number'],
    properties: { type: { const: 'card' }, number: { type: 'string', maxLength: 3 } },
  };
  const bank = { type: 'object', required: ['type', 'account'], properties: { type: { const: 'bank' }, account: { type: 'string' } } };
  const methods = ['Card', 'Bank'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const method = {
    oneOf: methods,
    discriminator: { propertyName: 'type', mapping: { card: '#/components/schemas/Card', bank: '#/components/schemas/Bank' } },
  };
  const document = documentOf({
    Card: card,
    Bank: bank,
    Method: method,
    Order: { type: 'object', properties: { id: { type: ['string', 'integer'] }, lines: { type: 'array', items: nested } } },
  });

  it('names the path, the limit and what was received, and never the value of a text', async () => {
    const { explain } = (await loadVerdicts(document))('Order');
    expect(explain({ id: null, lines: [{ logo: 'secret' }, { logo: 'icon', size: 10, more: 1 }, 'secret', {}] })).toEqual([
      { path: 'id', message: 'must be a string or an integer, not null' },
      { path: 'lines.0.logo', message: 'must be one of "icon", "logo"' },
      { path: 'lines.1.size', message: 'must be at most 9, is 10' },
      { path: 'lines.1.more', message: 'is not a known field' },
      { path: 'lines.2', message: 'must be an object, not a string' },
      { path: 'lines.3.logo', message: 'is required' },
    ]);
    expect(explain([])).toEqual([{ path: '', message: 'must be an object, not an array' }]);
  });

  it('follows the discriminator to the member that was meant', async () => {
    const { explain } = (await loadVerdicts(document))('Method');
    expect(explain({ type: 'card', number: '12345', account: 'x' })).toEqual([
      { path: 'number', message: 'must have at most 3 characters, has 5' },
    ]);
    expect(explain({ type: 'bank' })).toEqual([{ path: 'account', message: 'is required' }]);
    expect(explain(7)).toEqual([{ path: '', message: 'must be an object, not a number' }]);
  });
});

describe('OpenAPI 3.0', () => {
  it('has its own words for null, for bounds that are excluded and for what stands beside a $ref', async () => {
    const schemas = {
      Amount: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
      Maybe: { type: 'string', nullable: true, enum: ['a'] },
      Wrapped: { nullable: true, allOf: [{ $ref: '#/components/schemas/Amount' }] },
      Beside: { $ref: '#/components/schemas/Amount', maximum: 1 },
    };
    const verdicts = await loadVerdicts(documentOf(schemas, '3.0.3'));
    const judge = (name: string, values: readonly unknown[]): boolean[] =>
      values.map((value) => verdicts(name).is(value) && verdicts(name).zod.safeParse(value).success);
    expect(judge('Amount', [0, 0.1, 5, 5.1, null])).toEqual([false, true, true, false, false]);
    expect(judge('Maybe', ['a', null, 'b'])).toEqual([true, true, false]);
    expect(judge('Wrapped', [1, null, 0])).toEqual([true, true, false]);
    expect(judge('Beside', [5, 0])).toEqual([true, false]);
  });
});

describe('the zod schemas of the project', () => {
  it('have the types of the document', () => {
    expectTypeOf<components['schemas']['CreateLinkInput']>().toExtend<z.input<typeof schemas.CreateLinkInput>>();
    expectTypeOf<components['schemas']['PaymentLink']>().toExtend<z.input<typeof schemas.PaymentLink>>();
    expectTypeOf<z.output<typeof schemas.PaymentLink>['amount']>().toEqualTypeOf<number>();
  });
});

describe('names', () => {
  it('are made identifiers, each its own', () => {
    const names = identifiersFor(['a-b', 'aB', 'a.b', 'delete', '1st', 'fine', 'taken'], ['taken']);
    expect([...names.values()]).toEqual(expect.arrayContaining(['aB', 'aB_2', 'aB_3', 'delete_2', '_1st', 'fine', 'taken_2']));
    expect(new Set(names.values()).size).toBe(names.size);
  });

  it('are quoted where they have to be', () => {
    expect([toKey('id'), toKey('x-y'), toKey('__proto__'), toIdentifier('repos/list for')]).toEqual([
      'id',
      "'x-y'",
      "['__proto__']",
      'reposListFor',
    ]);
    expect(toLiteral("it's\n\u2028")).toBe("'it\\'s\\n\\u2028'");
  });
});
