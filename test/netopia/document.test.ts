import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, isList, objectAt, type Json, type JsonObject } from '../../scripts/generate/json.js';
import { resolve } from '../../scripts/generate/pointer.js';
import { schemaOf } from './bodies.js';

const root = new URL('../../', import.meta.url);
const bodies = new URL('test/netopia/bodies/', root);
const text = await readFile(new URL('spec/netopia/openapi.yaml', root), 'utf8');
const document: JsonObject = objectAt(parse(text));

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ $id: 'netopia', components: document['components'] });

const names = (await readdir(bodies)).sort();
const cases = names.map((name) => [name, schemaOf(name)] as const);

describe('the NETOPIA document', () => {
  it('is held to 46 bodies', () => expect(names).toHaveLength(46));

  it.each(cases)('takes %s as %s', async (name, schema) => {
    const body: unknown = JSON.parse(await readFile(new URL(name, bodies), 'utf8'));
    const validate = ajv.compile({ $ref: `netopia#/components/schemas/${schema}` });
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('refuses misspelt fields of a request and a placeholder for a telephone number', async () => {
    const start = objectAt(JSON.parse(await readFile(new URL('start-hosted.request.json', bodies), 'utf8')));
    const order = objectAt(start['order']);
    const validate = ajv.compile({ $ref: 'netopia#/components/schemas/StartRequest' });
    const billing = objectAt(order['billing']);
    expect(validate(start)).toBe(true);
    expect(validate({ ...start, orders: {} })).toBe(false);
    expect(validate({ ...start, order: { ...order, orderId: 'order-1042' } })).toBe(false);
    expect(validate({ ...start, order: { ...order, amount: 100_000.01 } })).toBe(false);
    for (const phone of ['-', '0', '.', '00000'])
      expect(validate({ ...start, order: { ...order, billing: { ...billing, phone } } })).toBe(false);
  });

  it('has an example for every request and response, and each success names the request that it answers', () => {
    const unpaired = operations().flatMap(({ id, node }) => {
      const requests = examplesOf(node['requestBody']);
      const successes = examplesOf(objectAt(node['responses'])['200']);
      const failures = entriesOf(node['responses']).filter(([, response]) => examplesOf(response).length === 0);
      return requests.length > 0 && failures.length === 0 && requests.join() === successes.join() ? [] : [id];
    });
    expect(unpaired).toEqual([]);
  });

  it('says of each operation what it may change, and that reading a payment changes nothing', () => {
    expect(Object.fromEntries(operations().map(({ id, node }) => [id, node['x-effect'] ?? null]))).toEqual({
      startPayment: 'create',
      receiveNotification: null,
      verifyAuthentication: 'change',
      getPaymentStatus: 'none',
      creditPayment: 'change',
      startPayLater: 'create',
      returnPayLater: 'change',
    });
  });

  it('marks the four fields that hold card data', () => {
    const marked = [...text.matchAll(/^ {8}(\w+):\n(?: {10}.*\n)*? {10}x-pci: true$/gm)].map(([, name]) => name);
    expect(marked).toEqual(['account', 'expMonth', 'expYear', 'secretCode']);
  });

  it('gives each status from 1 to 23 a number, a name, a phase and a sentence', () => {
    const statuses = list(objectAt(resolve(document, '#/components/schemas/PaymentStatus'))['x-statuses']);
    expect(statuses.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
    expect(new Set(statuses.map(({ name }) => name)).size).toBe(23);
    for (const { name, phase, sentence } of statuses) {
      expect(name).toMatch(/^[a-z0-9_]+$/);
      expect(['open', 'held', 'paid', 'failed', 'ended', 'returned', 'disputed', 'unclear']).toContain(phase);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(statuses.filter(({ phase }) => phase === 'paid').map(({ number }) => number)).toEqual([3, 5]);
  });

  it('is scored 90 or more for being understood by programs', async () => {
    const command = new URL('node_modules/@redocly/cli/bin/cli.js', root).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [command, 'score', 'spec/netopia/openapi.yaml', '--format', 'json'], {
      cwd: root,
    });
    const [, score] = /"agentReadiness": ([\d.]+)/.exec(stdout) ?? [];
    expect(Number(score)).toBeGreaterThanOrEqual(90);
  });
});

function operations(): { id: string; node: JsonObject }[] {
  const found = entriesOf(document['paths']).flatMap(([, item]) => entriesOf(item));
  const called = found.flatMap(([, node]) =>
    entriesOf(objectAt(node)['callbacks']).flatMap(([, paths]) => entriesOf(paths).flatMap(([, item]) => entriesOf(item))),
  );
  const [first, ...rest] = found.map(([, node]) => objectAt(node));
  return [first, ...called.map(([, node]) => objectAt(node)), ...rest].map((node) => ({
    id: String(node?.['operationId']),
    node: node ?? {},
  }));
}

function examplesOf(node: Json | undefined): string[] {
  const { $ref, content } = objectAt(node);
  if (typeof $ref === 'string') return examplesOf(resolve(document, $ref));
  return entriesOf(content).flatMap(([, media]) => entriesOf(objectAt(media)['examples']).map(([name]) => name));
}

function list(value: Json | undefined): JsonObject[] {
  return isList(value) ? value.map(objectAt) : [];
}
