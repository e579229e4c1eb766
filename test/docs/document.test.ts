import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deref, listOperations, readDocument, textAt } from '../../scripts/docs/document.js';
import { runRedocly } from '../../scripts/docs/redocly.js';
import { entriesOf, isObject, objectAt, type JsonObject } from '../../scripts/generate/json.js';

const document = await readDocument('spec/neopay/openapi.yaml');
const components = objectAt(document['components']);
const operations = listOperations(document).map((operation) => [operation.id, operation] as const);
const fields = entriesOf(components['schemas']).flatMap(([name, schema]) => fieldsOf(name, objectAt(schema)));
const responses = entriesOf(components['responses']).map(([name, node]) => [name, objectAt(node)] as const);

function fieldsOf(path: string, schema: JsonObject): [string, JsonObject][] {
  return entriesOf(schema['properties']).flatMap(([name, member]) => {
    const field = objectAt(member);
    const place = `${path}.${name}`;
    return [[place, field], ...fieldsOf(place, field)];
  });
}

function hasExample(node: JsonObject): boolean {
  return node['example'] !== undefined || Object.keys(objectAt(node['examples'])).length > 0 || Array.isArray(node['examples']);
}

describe('spec/neopay/openapi.yaml', () => {
  it.each(operations)('explains %s beyond its title', (_, { node }) => {
    expect(textAt(node, 'description').length).toBeGreaterThan(textAt(node, 'summary').length + 20);
  });

  it.each(operations)('describes every parameter of %s with an example', (_, { parameters }) => {
    for (const parameter of parameters) expect([textAt(parameter, 'description') !== '', hasExample(parameter)]).toEqual([true, true]);
  });

  it.each(operations)('describes every answer of %s with an example', (_, { node }) => {
    const answers = entriesOf(node['responses']).map(([status, response]) => [status, deref(document, response)] as const);
    expect(answers.map(([status]) => status)).toEqual(expect.arrayContaining(['200', '401', '403', '429', '5XX']));
    for (const [, answer] of answers) {
      const media = objectAt(objectAt(answer['content'])['application/json']);
      expect([textAt(answer, 'description') !== '', hasExample(media), isObject(media['schema'])]).toEqual([true, true, true]);
    }
  });

  it.each(fields)('describes %s with an example', (_, field) => {
    const node = deref(document, field);
    const parts = node['properties'] ?? node['oneOf'];
    expect([textAt(node, 'description') !== '', hasExample(node) || parts !== undefined]).toEqual([true, true]);
  });

  it.each(responses)('says that the page does not show the error %s', (_, response) => {
    expect(textAt(response, 'x-inferred')).not.toBe('');
  });
});

const Score = z.object({ agentReadiness: z.number(), discoverability: z.number(), subscores: z.record(z.string(), z.number()) });

describe('redocly score', () => {
  const score = Score.parse(JSON.parse(runRedocly(['score', 'spec/neopay/openapi.yaml', '--format', 'json'])));

  it('is 90 or more in total', () => {
    expect(score.agentReadiness).toBeGreaterThanOrEqual(90);
  });

  it.each(['documentationQuality', 'exampleCoverage', 'errorClarity'])('is full for %s', (name) => {
    expect(score.subscores[name]).toBe(1);
  });

  // Redocly takes a thousandth off for each operation, so a document that has any stays below 100.
  it('is as high for discoverability as the number of operations allows', () => {
    expect(score.discoverability).toBe(Math.round((1 - operations.length / 1000) * 100));
  });
});
