import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as schemas from '../../generated/netopia/schemas.js';
import * as validators from '../../generated/netopia/validators.js';
import { schemaOf } from './bodies.js';

const bodies = new URL('bodies/', import.meta.url);
const names = (await readdir(bodies)).sort();
const explainers = new Map(Object.entries(validators));
const zodSchemas = new Map(Object.entries(schemas));

describe('the generated validators and schemas', () => {
  it.each(names)('take %s', async (name) => {
    const body: unknown = JSON.parse(await readFile(new URL(name, bodies), 'utf8'));
    const schema = schemaOf(name);
    const explain = explainers.get(`explain${schema}`);
    const zod = zodSchemas.get(schema);
    if (typeof explain !== 'function' || zod === undefined || !('safeParse' in zod)) throw new Error(`nothing is generated for ${schema}`);
    expect(Reflect.apply(explain, undefined, [body])).toEqual([]);
    expect(zod.safeParse(body).success).toBe(true);
  });
});
