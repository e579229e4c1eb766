import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generate } from '../../scripts/generate/pipeline.js';
import { DocumentError, type Problem } from '../../scripts/generate/problems.js';
import { createFolder, documentOf, loadVerdicts, writeDocument } from './support/workshop.js';

const links = readFileSync(new URL('../../spec/neopay/openapi.yaml', import.meta.url), 'utf8');

describe('a document with mistakes', () => {
  it('is told about all of them at once, each with its line and column', async () => {
    const changes: [string, string][] = [
      ['operationId: getLink\n      summary', 'operationId: listLinks\n      summary'],
      ["items:\n                $ref: '#/components/schemas/PaymentLink'", "items:\n                $ref: '#/components/schemas/Missing'"],
      ['to: closed', 'to: shut'],
      ['from: [published]', 'from: [live]'],
    ];
    const broken = changes.reduce((text, [good, bad]) => text.replace(good, bad), links);
    const problems = await problemsOf(broken);
    const messages = problems.map(({ message }) => message);
    expect(messages.filter((message) => message.includes('Missing'))).toEqual([
      'Nothing is at #/components/schemas/Missing (no-unresolved-refs)',
    ]);
    expect(messages).toContain('Every operation must have a unique `operationId`. (operation-operationId-unique)');
    expect(messages).toContain('"shut" is no status; the statuses are draft, published, unpublished, closed.');
    expect(messages).toContain('"live" is no status; the statuses are draft, published, unpublished, closed.');
    expect(messages).toContain('No x-transition leads from "draft" to the status "closed".');
    const shut = problems.find(({ message }) => message.startsWith('"shut"'));
    const line = broken.split('\n').findIndex((text) => text.includes('to: shut')) + 1;
    expect(shut?.position).toMatch(new RegExp(`document\\.yaml:${line}:\\d+$`));
  });

  it('is told where its syntax breaks', async () => {
    const [problem] = await problemsOf('openapi: 3.1.0\ninfo:\n  title: x\n version: 1\n');
    expect(problem?.position).toMatch(/document\.yaml:4:2$/);
    expect(problem?.message).toMatch(/indentation/);
  });

  it('is told when its file holds another document too', async () => {
    const [problem] = await problemsOf('openapi: 3.1.0\n---\na: 1\n');
    expect(problem?.position).toMatch(/document\.yaml$/);
    expect(problem?.message).toMatch(/single document/);
  });

  it('may stand too far left inside brackets and quotes, where other parsers of YAML forgive it', async () => {
    const head = 'openapi: 3.1.0\ninfo: { title: Left,\nversion: "1"\n}\npaths: {}\ncomponents:\n  schemas:\n';
    const schemas = '    Kind: { enum: [\n"on\ne",\n  two\n] }\n    Other:\n      { type: txt\n}\n';
    const { is } = (await loadVerdicts(head + schemas.replace('txt', 'string')))('Kind');
    expect(['on e', 'two', 'one'].map(is)).toEqual([true, true, false]);
    const [problem, ...others] = await problemsOf(head + schemas);
    expect([problem?.position?.split(':').slice(1), others]).toEqual([['14', '15'], []]);
  });

  it('is refused when it is no OpenAPI 3', async () => {
    expect((await problemsOf('swagger: "2.0"'))[0]?.message).toMatch(/must be OpenAPI 3/);
    expect((await problemsOf('just text'))[0]?.message).toMatch(/must be OpenAPI 3/);
  });
});

describe('a schema that no emitter handles', () => {
  it.each([
    ['an unknown keyword', { minLenght: 1 }, '/minLenght', /"minLenght" is not handled/],
    ['an unknown type', { type: 'text' }, '/type', /"text" is no type of OpenAPI/],
    ['no type at all', { type: [] }, '/type', /at least one type/],
    ['a pattern of another dialect', { type: 'string', pattern: '(?i)abc' }, '/pattern', /not a regular expression of JavaScript/],
    [
      'a pattern that JavaScript would misread',
      { type: 'string', pattern: '\\A[\\w-\\.]+\\Z' },
      '/pattern',
      /not a regular expression of JavaScript/,
    ],
    ['a required flag on a property', { type: 'string', required: true }, '/required', /must be a list of names/],
    ['a step of nothing', { type: 'number', multipleOf: 0 }, '/multipleOf', /greater than 0/],
    ['a length that is no count', { type: 'string', maxLength: '5' }, '/maxLength', /whole number/],
    ['an empty choice of schemas', { anyOf: [] }, '/anyOf', /at least one/],
    ['unevaluated items', { unevaluatedItems: false }, '/unevaluatedItems', /not handled/],
    ['a name that two schemas have', { $ref: '#twin', $defs: { a: { $anchor: 'twin' }, b: { $anchor: 'twin' } } }, '', /More than one/],
    ['a schema that is itself', { allOf: [{ $ref: '#/components/schemas/Thing' }] }, '', /without an end/],
  ])('stops the run with its pointer: %s', async (_, schema, place, message) => {
    const problems = await problemsOf(documentOf({ Thing: schema }));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.pointer).toBe(`#/components/schemas/Thing${place}`);
    expect(problems[0]?.message).toMatch(message);
  });

  it('is named together with every other one', async () => {
    const problems = await problemsOf(documentOf({ One: { type: 'text' }, Two: { properties: { a: { pattern: '(' } } } }));
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '#/components/schemas/One/type',
      '#/components/schemas/Two/properties/a/pattern',
    ]);
  });
});

describe('what never comes to an end', () => {
  it('is refused where references lead round in a circle', async () => {
    const [One, Two] = ['Two', 'One'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const problems = await problemsOf(documentOf({ One, Two, Three: { type: 'array', items: One } }));
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '#/components/schemas/One',
      '#/components/schemas/Two',
      '#/components/schemas/Three/items',
    ]);
    expect(problems[0]?.message).toMatch(/never to anything else/);
  });

  it('is refused where an alias of YAML stands inside its anchor', async () => {
    const schemas = '{ Node: &node { type: object, properties: { next: *node } } }';
    const document = `openapi: 3.1.0\ninfo: { title: Circle, version: '1' }\npaths: {}\ncomponents: { schemas: ${schemas} }\n`;
    expect(await problemsOf(document)).toMatchObject([
      { pointer: '#/components/schemas/Node/properties/next', message: expect.stringMatching(/inside itself/) },
    ]);
  });
});

describe('a format that nobody checks', () => {
  it('is noted with its pointer, and values are checked by their type', async () => {
    const folder = createFolder();
    const { notices } = await generate(writeDocument(folder, documentOf({ Thing: { type: 'integer', format: 'unix-time' } })), false);
    expect(notices).toEqual([
      { pointer: '#/components/schemas/Thing/format', message: 'Values of format "unix-time" are checked by their type alone.' },
    ]);
  });
});

async function problemsOf(document: unknown): Promise<readonly Problem[]> {
  try {
    await generate(writeDocument(createFolder(), document), false);
  } catch (error) {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  }
  return [];
}

describe('what stands outside the component schemas', () => {
  const operation = (change: object): object => ({ operationId: 'readX', responses: { 200: { description: 'Fine.' } }, ...change });
  const documentWith = (paths: object, components: object = {}): object => ({
    openapi: '3.1.0',
    info: { title: 'X', version: '1.0.0' },
    servers: [{ url: 'https://x.example' }],
    paths,
    components,
  });

  it.each([
    ['a parameter', { parameters: [{ name: 'q', in: 'query', schema: { type: 'strin' } }] }, '/parameters/0/schema/type'],
    [
      'a body',
      { requestBody: { content: { 'application/json': { schema: { properties: { a: { word: 1 } } } } } } },
      '/schema/properties/a/word',
    ],
    ['an answer', { responses: { 200: { description: 'x', content: { 'text/plain': { schema: { type: 'txt' } } } } } }, '/schema/type'],
    ['a header', { responses: { 200: { description: 'x', headers: { A: { schema: { type: 'txt' } } } } } }, '/headers/A/schema/type'],
  ])('is checked too: %s', async (_where, change, pointer) => {
    const [problem, ...others] = await problemsOf(documentWith({ '/x': { get: operation(change) } }));
    expect([problem?.pointer.endsWith(pointer), others]).toEqual([true, []]);
  });

  it('is checked in webhooks, callbacks and streams', async () => {
    const schema = { type: 'txt' };
    const streaming = operation({ responses: { 200: { description: 'x', content: { 'application/jsonl': { itemSchema: schema } } } } });
    const listening = operation({
      operationId: 'x',
      callbacks: { on: { '{$url}': { post: { requestBody: { content: { 'a/b': { schema } } } } } } },
    });
    const document = { ...documentWith({ '/x': { get: listening } }), webhooks: { sent: { post: streaming } } };
    expect((await problemsOf(document)).map(({ pointer }) => pointer)).toEqual([
      '#/paths/~1x/get/callbacks/on/{$url}/post/requestBody/content/a~1b/schema/type',
      '#/webhooks/sent/post/responses/200/content/application~1jsonl/itemSchema/type',
    ]);
  });

  it('may refer to schemas wherever they stand', async () => {
    const references = ['#/components/parameters/P/schema', '#/components/schemas/Root/$defs/leaf'];
    const parameters = references.map(($ref, index) => ({ name: `q${index}`, in: 'query', schema: { $ref } }));
    const components = {
      schemas: { Root: { $defs: { leaf: { type: 'integer' } }, type: 'object' } },
      parameters: { P: { name: 'p', in: 'query', schema: { type: 'string' } } },
    };
    const document = documentWith({ '/x': { get: operation({ parameters }) } }, components);
    const { contents } = await generate(writeDocument(createFolder(), document), false);
    expect(contents.get('types.ts')).toContain("q0?: components['schemas']['parametersPSchema'];");
    expect(contents.get('types.ts')).toContain("q1?: components['schemas']['RootDefsLeaf'];");
  });

  it('gives its operations to the path that refers to it', async () => {
    const pathItems = { X: { get: operation({ parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }] }) } };
    const document = documentWith({ '/y': { $ref: '#/components/pathItems/X' } }, { pathItems });
    const { contents } = await generate(writeDocument(createFolder(), document), false);
    expect(contents.get('operations.ts')).toContain("readX: { id: 'readX', method: 'GET', path: '/y'");
    expect(contents.get('client.ts')).toContain("client.GET('/y'");
  });

  it('is noted with its pointer where openapi-fetch has no call for it', async () => {
    const item = { query: operation({ operationId: 'find' }), additionalOperations: { COPY: operation({ operationId: 'copy' }) } };
    const document = { ...documentWith({ '/x': { get: operation({}), ...item } }), openapi: '3.2.0' };
    const { notices } = await generate(writeDocument(createFolder(), document), false);
    expect(notices.map(({ pointer }) => pointer)).toEqual(['#/paths/~1x/query', '#/paths/~1x/additionalOperations/COPY']);
  });

  it('is needed by its operation wherever its references lead', async () => {
    const parameters = { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } };
    const paths = {
      '/a/{id}': { get: operation({ parameters: [{ $ref: '#/components/parameters/Id' }] }) },
      '/b/{id}': { get: operation({ operationId: 'readB', parameters: [{ $ref: '#/paths/~1a~1{id}/get/parameters/0' }] }) },
    };
    const { contents } = await generate(writeDocument(createFolder(), documentWith(paths, { parameters })), false);
    expect(contents.get('client.ts')).toMatch(/readB\(client: RawClient, init: [^=]*\) \{/);
  });

  it('is needed by its operation where it fills a place in the path, whether or not it says so', async () => {
    const parameters = [{ name: 'id', in: 'path', schema: { type: 'string' } }];
    const { contents } = await generate(
      writeDocument(createFolder(), documentWith({ '/a/{id}': { get: operation({ parameters }) } })),
      false,
    );
    expect(contents.get('client.ts')).toMatch(/readX\(client: RawClient, init: [^=]*\) \{/);
  });

  it('has its own type where it is the parameter of another operation', async () => {
    const parameters = [{ name: 'q', in: 'query', schema: { enum: ['a'] } }];
    const paths = {
      '/a': { get: operation({ parameters }) },
      '/b': { get: operation({ operationId: 'readB', parameters: [{ $ref: '#/paths/~1a/get/parameters/0' }] }) },
    };
    const { contents } = await generate(writeDocument(createFolder(), documentWith(paths)), false);
    expect(contents.get('types.ts')?.match(/q\?: 'a';/g)).toHaveLength(2);
  });

  it('is refused when the path item is missing', async () => {
    const problems = await problemsOf(documentWith({ '/y': { $ref: '#/components/pathItems/X' } }));
    expect(problems.map(({ message }) => message)).toEqual(['Nothing is at #/components/pathItems/X (no-unresolved-refs)']);
  });
});

describe('a discriminator', () => {
  it('may name its schemas in short', async () => {
    const member = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } };
    const mapping = { cat: 'Cat', dog: '#/components/schemas/Dog' };
    const oneOf = ['Cat', 'Dog'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const schemas = { Cat: member, Dog: member, Pet: { anyOf: oneOf, discriminator: { propertyName: 'kind', mapping } } };
    expect(await problemsOf(documentOf(schemas))).toEqual([]);
  });
});

describe('a discriminator that maps a value to nothing', () => {
  it('is refused once, with what is missing', async () => {
    const discriminator = { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } };
    const Cat = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } };
    const problems = await problemsOf(documentOf({ Cat, Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator } }));
    expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['#/components/schemas/Pet/discriminator/mapping/dog', 'Nothing is at #/components/schemas/Dog (no-unresolved-refs)'],
    ]);
  });
});

describe('the dialect of schemas', () => {
  const schemas = (dialect: string): object => documentOf({ Thing: { $schema: dialect, type: 'string' } });

  it('may be said where it is that of OpenAPI', async () => {
    const dialect = 'https://json-schema.org/draft/2020-12/schema';
    expect(await problemsOf({ ...schemas(dialect), jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' })).toEqual([]);
  });

  it('is refused where keywords would mean something else', async () => {
    const dialect = 'http://json-schema.org/draft-07/schema#';
    const problems = await problemsOf({ ...schemas(dialect), jsonSchemaDialect: dialect });
    expect(problems.map(({ pointer }) => pointer)).toEqual(['#/jsonSchemaDialect', '#/components/schemas/Thing/$schema']);
  });
});

describe('a discriminator without a mapping', () => {
  it('takes the values that its members ask for', async () => {
    const member = (kind: string): object => ({
      type: 'object',
      required: ['kind', 'id'],
      properties: { kind: { const: kind }, id: { type: 'string' } },
    });
    const oneOf = ['Cat', 'Dog'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const document = documentOf({ Cat: member('cat'), Dog: member('dog'), Pet: { oneOf, discriminator: { propertyName: 'kind' } } });
    const { contents } = await generate(writeDocument(createFolder(), document), false);
    expect(contents.get('types.ts')).toContain("kind: 'dog';");
    expect((await loadVerdicts(document))('Pet').explain({ kind: 'dog', id: 1 })).toEqual([
      { path: 'id', message: 'must be a string, not a number' },
    ]);
  });
});

describe('rules that contradict each other or the version', () => {
  it.each([
    [{ const: 'a', enum: ['b'] }, '/const'],
    [{ type: 'number', minimum: 1, exclusiveMinimum: true }, '/exclusiveMinimum'],
  ])('are refused: %j', async (schema, pointer) => {
    expect((await problemsOf(documentOf({ Thing: schema }))).map((problem) => problem.pointer)).toEqual([
      `#/components/schemas/Thing${pointer}`,
    ]);
  });
});
