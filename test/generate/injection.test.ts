import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { generate } from '../../scripts/generate/pipeline.js';
import { DocumentError } from '../../scripts/generate/problems.js';
import { createFolder, writeDocument } from './support/workshop.js';

/** Text that ends a quote, a comment, a template or a line, with code behind it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        '\\',
        '\\\\',
        '*/',
        '/*',
        '//',
        '${',
        '}',
        ')',
        ']',
        ';',
        '\n',
        '\r\n',
        '\u2028',
        '\u2029',
        '/',
        '<!--',
        '</script>',
      ),
      fc.constantFrom(
        "'); intruder(); ('",
        '*/ intruder(); /*',
        '${intruder()}',
        '\nintruder();\n',
        '"]; intruder(); ["',
        '/; intruder(); /',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))
  // YAML and JSON hold no lone halves of characters.
  .filter((text) => !/\p{Surrogate}/u.test(text) && text !== '__proto__');

const hostileTexts = fc.array(hostile, { minLength: 12, maxLength: 12 });

function documentOf(texts: readonly string[]): object {
  const [
    name = '',
    property = '',
    value = '',
    description = '',
    server = '',
    scheme = '',
    header = '',
    pattern = '',
    id = '',
    tag = '',
    key = '',
    status = '',
  ] = texts;
  const quoted = pattern.replaceAll(/[^\w\s'"`]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const reference = { $ref: `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}` };
  const schema = {
    type: 'object',
    title: tag,
    description,
    required: [property, key],
    properties: {
      [property]: { type: 'string', enum: [value, key], description, default: value, example: value },
      x: { type: 'string', pattern: quoted, description },
      y: { const: value },
      z: { type: 'integer', 'x-statuses': [{ number: 1, name: status, phase: tag, sentence: description }] },
    },
    patternProperties: { [quoted]: { type: ['string', 'integer'] } },
    dependentRequired: { [key]: [property] },
  };
  return {
    openapi: '3.1.0',
    info: { title: tag, version: '1.0.0', description },
    servers: [{ url: `https://a.example/${server}`, description: server }],
    security: [{ [scheme]: [] }],
    paths: {
      [`/${key.replaceAll(/[{}?#]/g, '')}`]: {
        summary: description,
        post: {
          operationId: id,
          description,
          deprecated: true,
          parameters: [{ name: property, in: 'query', description, schema: { type: 'string', enum: [value] } }],
          requestBody: { description, content: { 'application/json': { schema: reference } } },
          responses: {
            '200': {
              description,
              headers: { [header]: { schema: { type: 'string' } } },
              content: { [`text/${header}`]: { schema: reference } },
            },
          },
        },
      },
    },
    webhooks: {
      [key]: {
        post: {
          operationId: `${id}2`,
          requestBody: { content: { 'application/json': { schema: { ...schema, properties: { x: schema.properties.x } } } } },
          responses: {},
        },
      },
    },
    components: {
      schemas: { [name]: { ...schema, properties: { ...schema.properties, z: { type: 'integer' } } }, Status: schema.properties.z },
      securitySchemes: { [scheme]: { type: 'apiKey', in: 'header', name: header, description } },
    },
  };
}

/** What is wrong with a generated file: syntax, or code that came out of the document. */
function faultsOf(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, fileName: name });
  const found = diagnostics.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'intruder' && ts.isCallExpression(node.parent) && node.parent.expression === node)
      found.push(`${name}: calls what the document says`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('text of a document', () => {
  it('is never code, whatever it ends and begins and wherever it stands', { timeout: 120_000 }, async () => {
    const folder = createFolder();
    let made = 0;
    await fc.assert(
      fc.asyncProperty(hostileTexts, async (texts) => {
        const generated = await generate(writeDocument(folder, documentOf(texts)), false).catch((error: unknown) => {
          if (error instanceof DocumentError) return undefined;
          throw error;
        });
        if (!generated) return;
        made += 1;
        const files = [...generated.contents].filter(([name]) => name.endsWith('.ts'));
        expect(files.flatMap(([name, text = '']) => faultsOf(name, text))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
