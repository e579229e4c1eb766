import { entriesOf, isList, isObject, memberOf, type Json, type JsonObject } from '../json.js';
import { join, split } from '../pointer.js';
import { isHandled, isKnownDialect } from './keywords.js';
import { readDiscriminator } from './discriminator.js';
import { readList } from './lists.js';
import { defined, type Place, type Reader } from './reader.js';
import { readRecord } from './records.js';
import { noteFormat, readNumber, readText } from './scalars.js';
import { kinds, type Kind, type Shape } from './shape.js';

/** Makes the function that turns schemas of the document into shapes. */
export function createReader(options: Omit<Reader, 'read'>): Reader {
  const reader: Reader = { ...options, read: (schema, pointer) => readSchema(reader, schema, pointer) };
  return reader;
}

function readSchema(reader: Reader, schema: Json | undefined, pointer: string): Shape {
  if (schema === true) return { pointer };
  if (schema === false) return { pointer, kinds: [] };
  if (isObject(schema)) return readObject(reader, { schema, pointer });
  reader.report(pointer, 'A schema must be an object.');
  return { pointer };
}

function readObject(reader: Reader, place: Place): Shape {
  const { schema, pointer } = place;
  for (const keyword of Object.keys(schema)) {
    if (!isHandled(keyword) && !(keyword === '$schema' && isKnownDialect(schema.$schema)))
      reader.report(
        join(pointer, keyword),
        `The keyword "${keyword}" is not handled; remove it, or name it x-${keyword} if it is an extension.`,
      );
  }
  const reference = typeof schema.$ref === 'string' ? split(schema.$ref).at(-1) : undefined;
  // OpenAPI 3.0 ignores what stands beside a `$ref`; 3.1 demands it as well.
  if (reference !== undefined && reader.version === '3.0') return { pointer, reference };
  noteFormat(reader, place);
  const shape = defined<Shape>({ pointer, reference, ...readRules(reader, place), ...readCombinations(reader, place) });
  return schema.nullable === true ? allowNull(shape) : shape;
}

function readRules(reader: Reader, place: Place): Omit<{ [K in keyof Shape]: Shape[K] | undefined }, 'pointer'> {
  const rules = {
    text: readText(reader, place),
    number: readNumber(reader, place),
    list: readList(reader, place),
    record: readRecord(reader, place),
  };
  const named = readKinds(reader, place);
  const judges = Object.values(rules).some((rule) => rule !== undefined);
  return {
    // Without a type each rule judges its own kind of value and lets every other kind pass.
    kinds: named ?? (judges ? kinds.filter((kind) => kind !== 'integer') : undefined),
    text: !named || named.includes('string') ? rules.text : undefined,
    number: !named || named.includes('number') || named.includes('integer') ? rules.number : undefined,
    list: !named || named.includes('array') ? rules.list : undefined,
    record: !named || named.includes('object') ? rules.record : undefined,
    values: readValues(reader, place)?.filter((value) => !named || named.some((kind) => isOfKind(value, kind))),
  };
}

function readKinds(reader: Reader, { schema, pointer }: Place): Kind[] | undefined {
  const { type } = schema;
  if (type === undefined) return undefined;
  const names = isList(type) ? type : [type];
  if (names.length === 0) reader.report(`${pointer}/type`, 'type must name at least one type.');
  for (const name of names) {
    if (!isKind(name)) reader.report(`${pointer}/type`, `${JSON.stringify(name)} is no type of OpenAPI; use one of ${kinds.join(', ')}.`);
  }
  return kinds.filter((kind) => names.includes(kind) && !(kind === 'integer' && names.includes('number')));
}

function isKind(name: Json): name is Kind {
  return kinds.some((kind) => kind === name);
}

function readValues(reader: Reader, { schema, pointer }: Place): readonly Json[] | undefined {
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

function isOfKind(value: Json, kind: Kind): boolean {
  if (kind === 'null') return value === null;
  if (kind === 'integer') return Number.isInteger(value);
  if (kind === 'array') return isList(value);
  return kind === 'object' ? isObject(value) : typeof value === kind;
}

function readCombinations(reader: Reader, { schema, pointer }: Place): Omit<{ [K in keyof Shape]: Shape[K] | undefined }, 'pointer'> {
  const single = (keyword: string): Shape | undefined =>
    schema[keyword] === undefined ? undefined : reader.read(schema[keyword], `${pointer}/${keyword}`);
  const test = single('if');
  return {
    all: readMembers(reader, schema, pointer, 'allOf'),
    any: readMembers(reader, schema, pointer, 'anyOf'),
    one: readMembers(reader, schema, pointer, 'oneOf'),
    not: single('not'),
    when: test && defined<NonNullable<Shape['when']>>({ test, then: single('then'), otherwise: single('else') }),
    unevaluated: schema.unevaluatedProperties === true ? undefined : single('unevaluatedProperties'),
    discriminator: readDiscriminator(reader, schema, pointer),
  };
}

function readMembers(reader: Reader, schema: JsonObject, pointer: string, keyword: string): Shape[] | undefined {
  const members = schema[keyword];
  if (members === undefined) return undefined;
  if (isList(members) && members.length > 0) return members.map((member, index) => reader.read(member, `${pointer}/${keyword}/${index}`));
  reader.report(`${pointer}/${keyword}`, `${keyword} must be a list of schemas, at least one.`);
  return undefined;
}

/** `nullable` as people use it: null fits, whatever else the schema asks for. */
function allowNull(shape: Shape): Shape {
  const plain = Object.keys(shape).every((key) => ['pointer', 'kinds', 'text', 'number', 'list', 'record', 'values'].includes(key));
  if (!plain || shape.kinds === undefined) return { pointer: shape.pointer, any: [{ pointer: shape.pointer, kinds: ['null'] }, shape] };
  const nullable: Shape = { ...shape, kinds: [...shape.kinds.filter((kind) => kind !== 'null'), 'null'] };
  return shape.values && !shape.values.includes(null) ? { ...nullable, values: [...shape.values, null] } : nullable;
}

/** The component schemas as shapes, by name. */
export function readComponents(reader: Reader, schemas: Json | undefined, pointerOf: (name: string) => string): Map<string, Shape> {
  return new Map(entriesOf(schemas).map(([name, schema]) => [name, reader.read(schema, pointerOf(name))]));
}
