import { describe, expect, it } from 'vitest';
import { requestFields, servers } from '../../generated/neopay/operations.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { DocumentError } from '../../scripts/generate/problems.js';
import { createFolder, writeDocument } from './support/workshop.js';

const answered = { responses: { '200': { description: 'Done.' } } };

async function operationsOf(document: object): Promise<string> {
  const whole = { openapi: '3.1.0', info: { title: 'Operations', version: '1.0.0' }, ...document };
  const { contents } = await generate(writeDocument(createFolder(), whole), false);
  return contents.get('operations.ts') ?? '';
}

describe('the effect of an operation', () => {
  const effects = async (item: object): Promise<(string | undefined)[]> => {
    const source = await operationsOf({ paths: { '/x': item } });
    return Array.from(source.matchAll(/effect: '(\w+)',\s+repeatable: (\w+)/g), ([, effect, repeatable]) => `${effect} ${repeatable}`);
  };

  it('follows from the method, and only what has none may be repeated', async () => {
    expect(await effects({ get: answered, put: answered, post: answered, delete: answered, patch: answered })).toEqual([
      'none true',
      'change false',
      'create false',
      'change false',
      'change false',
    ]);
  });

  it('is what x-effect says of a POST that only reads, and of one that changes', async () => {
    expect(await effects({ post: { ...answered, 'x-effect': 'none' } })).toEqual(['none true']);
    expect(await effects({ post: { ...answered, 'x-effect': 'change' } })).toEqual(['change false']);
  });

  it('must be one of three words', async () => {
    const refused = effects({ post: { ...answered, 'x-effect': 'reads' } });
    await expect(refused).rejects.toThrow(DocumentError);
    await expect(refused).rejects.toThrow(/#\/paths\/~1x\/post\/x-effect\n  x-effect must be one of none, create, change\./);
  });
});

describe('the servers', () => {
  it('go by their name, by a short description, or by their host, with variables at their defaults', async () => {
    const source = await operationsOf({
      openapi: '3.2.0',
      paths: {},
      servers: [
        { url: 'https://secure.example/api', name: 'live' },
        { url: 'https://secure.sandbox.example', description: 'Sandbox. Moves no money.' },
        { url: 'https://{region}.example', variables: { region: { default: 'eu' } } },
        { url: 'https://eu.example', description: 'A description that is too long for the name of a server.' },
        { url: '/v2' },
      ],
    });
    expect(source.replace(/\s+/g, ' ')).toContain(
      "servers = { live: 'https://secure.example/api', sandbox: 'https://secure.sandbox.example', euExample: 'https://eu.example', euExample_2: 'https://eu.example', v2: '/v2', } as const",
    );
  });

  it('of the project have names', () => {
    expect(servers).toEqual({ live: 'https://neopay.io/api' });
  });
});

describe('the fields of requests', () => {
  it('are listed with those of nested objects', () => {
    expect(requestFields.createLink).toEqual({
      ...{ product: true, amount: true, description: true, communication: true, reference: true, expired_at: true },
      request_customer_data: true,
      settings: {
        ...{ expirationDate: true, showPayeeData: true, requestCustomerData: true },
        theme: { selected: true, logo: true, logoType: true },
      },
    });
  });

  it('come together from every member of a combination, and end where a schema contains itself', async () => {
    const source = await operationsOf({
      paths: { '/x': { post: { ...answered, operationId: 'add', requestBody: { $ref: '#/components/requestBodies/Node' } } } },
      components: {
        requestBodies: { Node: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } } },
        schemas: {
          Node: {
            allOf: [{ properties: { id: { type: 'string' } } }, { $ref: '#/components/schemas/Named' }],
            properties: { lines: { type: 'array', items: { properties: { sku: {} } } }, next: { $ref: '#/components/schemas/Node' } },
          },
          Named: { properties: { "it's": { type: 'string' } } },
        },
      },
    });
    expect(source.replace(/\s+/g, ' ')).toContain(
      'const NodeFields = { id: true, "it\'s": true, lines: { sku: true }, next: true } as const;',
    );
    expect(source).toContain('requestFields = { add: NodeFields } as const');
  });
});

describe('x-decimals', () => {
  it('is refused where no number can be, and where it is no count', async () => {
    const schemas = { Word: { type: 'string', 'x-decimals': 2 }, Price: { type: 'number', 'x-decimals': -1 } };
    await expect(operationsOf({ paths: {}, components: { schemas } })).rejects.toThrow(
      /Word\/x-decimals[\s\S]*admits none[\s\S]*Price\/x-decimals[\s\S]*whole number/,
    );
  });
});
