import { isList, isObject, memberOf, type Json } from '../json.js';
import { toLiteral } from '../names.js';
import type { TypeName } from '../schema/model.js';
import { tellSource, type Checker, type Subject } from './checker.js';
import type { Place, Reader } from './reader.js';
import { clip, reported } from './rule.js';
import { any } from './source.js';

export const keywords = ['const', 'enum'];

/** The values a schema names, of the types it allows. */
export function readEnum(reader: Reader, place: Place, named: readonly TypeName[] | undefined): readonly Json[] | undefined {
  return valuesAt(reader, place)?.filter((value) => !named || named.some((type) => isOfType(value, type)));
}

function valuesAt(reader: Reader, { schema, pointer }: Place): readonly Json[] | undefined {
  const constant = memberOf(schema, 'const');
  if (constant !== undefined) {
    const listed = !isList(schema.enum) || schema.enum.some((value) => JSON.stringify(value) === JSON.stringify(constant));
    if (!listed) reader.report(`${pointer}/const`, 'const is none of the values of enum, so no value could fit.');
    return [constant];
  }
  if (schema.enum === undefined || isList(schema.enum)) return schema.enum;
  reader.report(`${pointer}/enum`, 'enum must be a list of values.');
  return undefined;
}

function isOfType(value: Json, type: TypeName): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return isList(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}

export function checkEnum({ unit }: Checker, values: readonly Json[], { variable, report, place }: Subject): string {
  if (values.length === 0) return reported('false', report, 'is not allowed here');
  const scalars = values.filter((value) => !isObject(value) && !isList(value));
  const others = values.filter((value) => isObject(value) || isList(value));
  const tests = [
    ...(scalars.length <= 4
      ? scalars.map((value) => `${variable} === ${toLiteral(value)}`)
      : [`${unit.set(scalars, place, 'Values')}.has(${variable})`]),
    ...others.map((value) => `same(${variable}, ${toLiteral(value)})`),
  ];
  return any([...tests, ...(report === undefined ? [] : [tellSource(report, 'tellChoice', toLiteral(choiceOf(values)), variable)])]);
}

export function zodEnum(values: readonly Json[]): string {
  if (values.length === 0) return 'z.never()';
  const scalars = [...new Set(values)].filter((value) => !isObject(value) && !isList(value));
  const words = scalars.filter((value) => typeof value === 'string' && value !== '__proto__');
  const listed = (some: readonly Json[]): string => some.map(toLiteral).join(', ');
  if (scalars.length === new Set(values).size) {
    if (words.length > 0 && words.length === scalars.length) return `z.enum([${listed(words)}])`;
    const nullable = words.length > 0 && words.length === scalars.length - 1 && scalars.includes(null);
    return nullable ? `z.enum([${listed(words)}]).nullable()` : `z.literal([${listed(scalars)}])`;
  }
  const tests = values.map((value) => `same(value, ${toLiteral(value)})`);
  return `z.custom((value) => ${tests.join(' || ')}, ${toLiteral(`must be ${choiceOf(values)}`)})`;
}

/** `one of "icon", "logo"`, for messages. */
function choiceOf(values: readonly Json[]): string {
  const shown = values.slice(0, 12).map((value) => clip(JSON.stringify(value)));
  const more = values.length - shown.length;
  return `${values.length === 1 ? '' : 'one of '}${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
