import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readModel } from '../../scripts/generate/model.js';
import { loadVerdicts } from './support/workshop.js';
import { anything, mutated, valuesOf } from './support/values.js';

const project = new URL('../../spec/neopay/openapi.yaml', import.meta.url);
const keywords = new URL('keywords.yaml', import.meta.url);
// ajv divides in binary, where 0.28 is no multiple of 0.01; ignores the range of int64 and properties called `__proto__`; takes names that objects inherit for evaluated; calls `toString` of what it compares; and takes no pattern with a needless escape.
const beyondAjv = [
  'Price',
  'Rounded',
  'Step',
  'One',
  'Large',
  'Choice',
  'Constant',
  'Forgiving',
  'Inherited',
  'Unique',
  'Items',
  'Distinct',
  'Chosen',
  'Rest',
  'Outer',
];
const runs = Number(process.env.VERDICT_RUNS ?? 2000);

describe.each([
  ['the project', project],
  ['every keyword', keywords],
])('verdicts on %s', async (_, file) => {
  const document: { components: { schemas: object } } = parse(readFileSync(file, 'utf8'));
  const verdicts = await loadVerdicts(document);
  const { components } = readModel(parse(readFileSync(file, 'utf8')), fail, () => undefined);
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  formats.default(ajv, ['date', 'date-time', 'uuid', 'byte', 'int32', 'int64']);
  ajv.addFormat('local-date-time', (text) => {
    const time = Date.parse(`${text.replace(' ', 'T')}.000Z`);
    return /^.{10} .{8}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString() === `${text.replace(' ', 'T')}.000Z`;
  });
  ajv.addKeyword({
    keyword: 'x-decimals',
    type: 'number',
    validate: (decimals: number, value: number) => Number(value.toFixed(decimals)) === value || Math.abs(value) >= 1e21,
  });
  ajv.addSchema(document, 'document');

  it.each(Object.keys(document.components.schemas).filter((name) => /^[A-Z]/.test(name)))(
    'are the same from all of them for %s',
    (name) => {
      const { is, explain, zod } = verdicts(name);
      const reference = beyondAjv.includes(name) ? is : ajv.getSchema(`document#/components/schemas/${name}`);
      const fitting = valuesOf({ pointer: '', $ref: name }, components);
      const values = fc.oneof(fitting, anything, fitting.chain(mutated));
      let accepted = 0;
      fc.assert(
        fc.property(values, (value) => {
          const verdict = is(value);
          accepted += Number(verdict);
          expect([explain(value).length === 0, zod.safeParse(value).success, reference?.(value)]).toEqual([verdict, verdict, verdict]);
        }),
        { numRuns: runs },
      );
      expect(accepted > 0).toBe(!['Nothing', 'Contrary'].includes(name));
    },
  );
});

function fail(pointer: string, message: string): never {
  throw new Error(`${pointer}: ${message}`);
}
