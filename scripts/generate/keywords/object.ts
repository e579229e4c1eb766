import { entriesOf, isList, isObject, stringsAt } from '../json.js';
import { join } from '../pointer.js';
import { readPattern } from './patterns.js';
import { countAt, defined, type Place, type Reader } from './reader.js';
import type { Field, RecordRules, Shape } from './shape.js';

const keywords = [
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentSchemas',
];

export function readRecord(reader: Reader, place: Place): RecordRules | undefined {
  const { schema, pointer } = place;
  if (!keywords.some((keyword) => schema[keyword] !== undefined)) return undefined;
  const required = readRequired(reader, place);
  const fields = readFields(reader, place, required);
  const additional = readAdditional(reader, place);
  return defined<RecordRules>({
    fields,
    present: required.filter((name) => !fields.some((field) => field.name === name)),
    additional,
    open: (schema.additionalProperties !== undefined && additional === undefined) || undefined,
    patterns: readPatterns(reader, place),
    names: schema.propertyNames === undefined ? undefined : reader.read(schema.propertyNames, `${pointer}/propertyNames`),
    minimum: countAt(reader, place, 'minProperties') || undefined,
    maximum: countAt(reader, place, 'maxProperties'),
    dependent: readDependent(reader, place),
  });
}

function readRequired(reader: Reader, { schema, pointer }: Place): string[] {
  const { required } = schema;
  if (required === undefined) return [];
  if (isList(required) && required.every((name) => typeof name === 'string')) return [...new Set(stringsAt(required))];
  reader.report(`${pointer}/required`, 'required must be a list of property names on the schema of the object.');
  return [];
}

function readFields(reader: Reader, { schema, pointer }: Place, required: readonly string[]): Field[] {
  const { properties } = schema;
  if (properties !== undefined && !isObject(properties)) reader.report(`${pointer}/properties`, 'properties must be an object.');
  const names = new Set(required);
  return entriesOf(properties).map(([name, member]) => ({
    name,
    required: names.has(name),
    shape: reader.read(member, join(pointer, 'properties', name)),
  }));
}

function readAdditional(reader: Reader, { schema, pointer }: Place): Shape | false | undefined {
  const { additionalProperties } = schema;
  if (additionalProperties === undefined || additionalProperties === true) return undefined;
  if (additionalProperties === false) return false;
  const shape = reader.read(additionalProperties, `${pointer}/additionalProperties`);
  return isAnything(shape) ? undefined : shape;
}

function readPatterns(reader: Reader, { schema, pointer }: Place): RecordRules['patterns'] {
  return entriesOf(schema.patternProperties).flatMap(([source, member]) => {
    const here = join(pointer, 'patternProperties', source);
    const pattern = readPattern(reader, source, here);
    const shape = reader.read(member, here);
    return pattern ? [{ pattern, shape }] : [];
  });
}

function readDependent(reader: Reader, { schema, pointer }: Place): RecordRules['dependent'] {
  const required = entriesOf(schema.dependentRequired).map(([name, names]) => ({ name, required: stringsAt(names) }));
  const shapes = entriesOf(schema.dependentSchemas).map(([name, member]) => ({
    name,
    required: [],
    shape: reader.read(member, join(pointer, 'dependentSchemas', name)),
  }));
  return [...required, ...shapes];
}

/** Whether a shape judges nothing at all. */
export function isAnything({ pointer, ...rules }: Shape): boolean {
  return pointer !== undefined && Object.keys(rules).length === 0;
}
