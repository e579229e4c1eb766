import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../scripts/release/change.js';
import { documentChanges } from '../../scripts/release/document-changes.js';
import { extensibleEnumChanges } from '../../scripts/release/extensible-enum-changes.js';
import type { JsonObject } from '../../scripts/generate/json.js';
import { createFolder } from '../generate/support/workshop.js';

const timeout = 60_000;
const headers = { 'X-Left': { required: true, schema: { type: 'integer' } } };
const input = {
  type: 'object',
  additionalProperties: false,
  properties: { name: { type: 'string' }, size: { type: 'integer', default: 1 } },
};
const output = { type: 'object', properties: { kind: { type: 'string', 'x-extensible-enum': ['a', 'b'] }, next: { type: 'string' } } };
const content = (name: string): object => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const responses = { 200: { description: 'Fine.', headers, content: content('Output') } };
const before = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0' },
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'read', responses },
      put: { operationId: 'write', requestBody: { content: content('Input') }, responses },
      delete: { operationId: 'drop', responses },
    },
  },
  components: { schemas: { Input: input, Output: output } },
};

describe('documentChanges', { timeout }, () => {
  it('finds nothing between a document and itself', async () => {
    expect(await changesTo((text) => text)).toEqual([]);
  });

  it('finds nothing in a schema that stands in a file of its own now', async () => {
    const folder = createFolder();
    const { Input, ...schemas } = before.components.schemas;
    const next = JSON.stringify({ ...before, components: { schemas } }).replace('#/components/schemas/Input', 'Input.json');
    for (const [name, text] of Object.entries({ base: JSON.stringify(before), next, Input: JSON.stringify(Input) }))
      writeFileSync(join(folder, `${name}.json`), text);
    const bundle = parse(JSON.stringify(before));
    expect(await documentChanges(join(folder, 'base.json'), join(folder, 'next.json'), { before: bundle, after: bundle })).toEqual([]);
  });

  it.each<[string, string, string, Partial<Change>]>([
    [
      'another name in a path, which callers write',
      '{id}',
      '{key}',
      { impact: 'major', text: '/things/{key}: Path `/things/{id}` is now `/things/{key}`.' },
    ],
    [
      'a body that must be sent where there was none',
      '"operationId":"drop"',
      '"operationId":"drop","requestBody":{"required":true,"content":{}}',
      { impact: 'major', text: 'DELETE /things/{id}, request: A required request body was added.' },
    ],
    [
      'what may no longer be sent',
      '"name":{',
      '"name":{"readOnly":true,',
      { impact: 'major', text: 'PUT /things/{id}, request, `name`: It became `readOnly` and may no longer be in a request.' },
    ],
    [
      'what is no longer answered',
      '"next":{',
      '"next":{"writeOnly":true,',
      { impact: 'major', text: 'GET /things/{id}, response 200, `next`: It became `writeOnly` and may no longer be in a response.' },
    ],
    [
      'another default',
      '"default":1',
      '"default":2',
      { impact: 'major', text: 'PUT /things/{id}, request, `size`: `default` changed from 1 to 2.' },
    ],
    [
      'a header that need not be answered',
      '"X-Left":{"required":true',
      '"X-Left":{"required":false',
      { impact: 'major', text: 'GET /things/{id}, response 200, `X-Left`: The response header is no longer promised.' },
    ],
    [
      'a header that may be sent',
      '"operationId":"read"',
      '"operationId":"read","parameters":[{"name":"X-Mark","in":"header","schema":{"type":"string"}}]',
      { impact: 'minor', text: 'GET /things/{id}, parameter `X-Mark` was added.' },
    ],
    [
      'another description',
      '"description":"Fine."',
      '"description":"Good."',
      { impact: 'patch', text: 'DELETE /things/{id}, response 200: `description` changed from "Fine." to "Good.".' },
    ],
  ])('rates %s', async (_, one, other, change) => {
    const [found, ...others] = (await changesTo((text) => text.replaceAll(one, other))).filter(({ text }) =>
      text.includes(change.text ?? ''),
    );
    expect([found, others]).toEqual([{ ...change, position: expect.stringMatching(/next\.json:1$/) }, []]);
  });

  it('calls what is writable again no breach', async () => {
    const changes = await changesTo((text) => text.replace('"next":{', '"next":{"readOnly":true,'));
    expect(changes.map(({ impact }) => impact)).toEqual(['patch']);
  });
});

describe('extensibleEnumChanges', () => {
  it('rates a value added to an open list as minor and one removed as major', () => {
    const after = parse(JSON.stringify(before).replace('["a","b"]', '["b","c"]'));
    expect(extensibleEnumChanges(parse(JSON.stringify(before)), after)).toEqual([
      { impact: 'major', text: 'Output (schemas), `kind`: the value `a` was removed.' },
      { impact: 'minor', text: 'Output (schemas), `kind`: the value `c` was added.' },
    ]);
  });
});

async function changesTo(edit: (text: string) => string): Promise<Change[]> {
  const folder = createFolder();
  const [base, revision] = [join(folder, 'base.json'), join(folder, 'next.json')];
  const [text, edited] = [JSON.stringify(before), edit(JSON.stringify(before))];
  writeFileSync(base, text);
  writeFileSync(revision, edited);
  return documentChanges(base, revision, { before: parse(text), after: parse(edited) });
}

function parse(text: string): JsonObject {
  const document: JsonObject = JSON.parse(text);
  return document;
}
