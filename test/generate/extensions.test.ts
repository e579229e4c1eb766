import { describe, expect, it } from 'vitest';
import { callbacks, operations, pciFields } from '../../generated/netopia/operations.js';
import { statuses } from '../../generated/netopia/statuses.js';
import { generate } from '../../scripts/generate/pipeline.js';
import { createFolder, loadVerdicts, writeDocument } from './support/workshop.js';

const done = { '200': { description: 'Done.' } };

async function contentsOf(parts: object): Promise<ReadonlyMap<string, string | undefined>> {
  const document = { openapi: '3.1.0', info: { title: 'Extensions', version: '1.0.0' }, paths: {}, ...parts };
  return (await generate(writeDocument(createFolder(), document), false)).contents;
}

const withStatuses = (list: unknown, type: unknown = 'integer'): object => ({
  components: { schemas: { Status: { type, 'x-statuses': list } } },
});
const open = { number: 0, name: 'new', phase: 'open', sentence: "It's new." };

describe('x-statuses', () => {
  it('becomes a table with the number, the name, the phase and the sentence of each', async () => {
    const source = (await contentsOf(withStatuses([open, { number: -1, name: 'off', phase: 'ended', sentence: 'Over.' }]))).get(
      'statuses.ts',
    );
    expect(source).toContain("0: { number: 0, name: 'new', phase: 'open', sentence: \"It's new.\" }");
    expect(source).toContain("'-1': { number: -1, name: 'off', phase: 'ended', sentence: 'Over.' }");
    expect(statuses[3]).toMatchObject({ number: 3, name: 'paid', phase: 'paid' });
  });

  it('makes no file where there is none', async () => {
    expect((await contentsOf({})).get('statuses.ts')).toBeUndefined();
  });

  it.each([
    [[], /x-statuses\n.*at least one/],
    [[{ ...open, name: '' }], /x-statuses\/0\n.*`name`/],
    [[{ ...open, colour: 'red' }], /x-statuses\/0\/colour\n.*nothing else/],
    [[open, { ...open, name: 'again' }], /x-statuses\/1\n.*has this number or name already/],
  ])('is refused when it is %j', async (list, message) => {
    await expect(contentsOf(withStatuses(list))).rejects.toThrow(message);
  });

  it('is refused on a type that is no integer, and twice in one document', async () => {
    await expect(contentsOf(withStatuses([open], 'string'))).rejects.toThrow(/names integers/);
    const twice = { A: { type: 'integer', 'x-statuses': [open] }, B: { type: 'integer', 'x-statuses': [open] } };
    await expect(contentsOf({ components: { schemas: twice } })).rejects.toThrow(/schemas\/B\/x-statuses\n.*one x-statuses/);
  });
});

describe('what the API sends', () => {
  it('is listed with its headers and the schema of its body', () => {
    expect(callbacks.receiveNotification).toEqual({
      id: 'receiveNotification',
      method: 'POST',
      headers: ['Verification-token'],
      schema: 'Notification',
    });
  });

  it('has validators of its own where its body has no name, and may hold what is read-only', async () => {
    const body = (schema: object): object => ({ requestBody: { content: { 'application/json': { schema } } }, responses: done });
    const event = { type: 'object', required: ['id'], properties: { id: { type: 'string', readOnly: true } } };
    const document = {
      openapi: '3.1.0',
      info: { title: 'Hooks', version: '1.0.0' },
      paths: { '/x': { post: { responses: done, callbacks: { paid: { '{$request.body#/url}': { post: body(event) } } } } } },
      webhooks: { refunded: { post: { ...body({ ...event, required: ['id', 'amount'] }), operationId: 'tell refund' } } },
    };
    const verdicts = await loadVerdicts(document);
    expect([verdicts('PaidBody').is({ id: '1' }), verdicts('PaidBody').is({})]).toEqual([true, false]);
    expect(verdicts('TellRefundBody').is({ id: '1' })).toBe(false);
    const source = (await generate(writeDocument(createFolder(), document), false)).contents.get('operations.ts');
    expect(source).toContain("paid: { id: 'paid', method: 'POST', headers: [], schema: 'PaidBody' }");
    expect(source).toContain("'tell refund': { id: 'tell refund', method: 'POST', headers: [], schema: 'TellRefundBody' }");
  });
});

describe('x-beta and x-pci', () => {
  it('mark operations that are not settled and fields that hold card data', () => {
    expect(operations.creditPayment.beta).toBe(true);
    expect(pciFields).toEqual(['account', 'expMonth', 'expYear', 'secretCode']);
  });

  it('must be true or false', async () => {
    const schemas = { Card: { type: 'object', properties: { number: { type: 'string', 'x-pci': 'yes' } } } };
    await expect(contentsOf({ components: { schemas } })).rejects.toThrow(/number\/x-pci\n.*true or false/);
    const paths = { '/x': { get: { responses: done, 'x-beta': 1 } } };
    await expect(contentsOf({ paths })).rejects.toThrow(/get\/x-beta\n.*true or false/);
  });
});
