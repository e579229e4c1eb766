import { entriesOf, isObject, type Json } from '../json.js';
import { readArray } from '../keywords/array.js';
import { readMembers } from '../keywords/combination.js';
import { readCondition } from '../keywords/condition.js';
import { readDiscriminator } from '../keywords/discriminator.js';
import { readEnum } from '../keywords/enum.js';
import { readNumber } from '../keywords/number.js';
import { readObject } from '../keywords/object.js';
import { defined, type Place, type Reader } from '../keywords/reader.js';
import { noteFormat, readString } from '../keywords/string.js';
import { allowNull, readTypes } from '../keywords/type.js';
import { join, split } from '../pointer.js';
import { isHandled, isKnownDialect } from './keywords.js';
import { types, type SchemaModel } from './model.js';

/** Makes the function that turns schemas of the document into models. */
export function createReader(options: Omit<Reader, 'read'>): Reader {
  const reader: Reader = { ...options, read: (schema, pointer) => readSchema(reader, schema, pointer) };
  return reader;
}

function readSchema(reader: Reader, schema: Json | undefined, pointer: string): SchemaModel {
  if (schema === true) return { pointer };
  if (schema === false) return { pointer, types: [] };
  if (isObject(schema)) return readKeywords(reader, { schema, pointer });
  reader.report(pointer, 'A schema must be an object.');
  return { pointer };
}

function readKeywords(reader: Reader, place: Place): SchemaModel {
  const { schema, pointer } = place;
  for (const keyword of Object.keys(schema)) {
    if (!isHandled(keyword) && !(keyword === '$schema' && isKnownDialect(schema.$schema)))
      reader.report(
        join(pointer, keyword),
        `The keyword "${keyword}" is not handled; remove it, or name it x-${keyword} if it is an extension.`,
      );
  }
  const $ref = typeof schema.$ref === 'string' ? split(schema.$ref).at(-1) : undefined;
  // OpenAPI 3.0 ignores what stands beside a `$ref`; 3.1 demands it as well.
  if ($ref !== undefined && reader.version === '3.0') return { pointer, $ref };
  noteFormat(reader, place);
  const model = defined<SchemaModel>({ pointer, $ref, ...readTyped(reader, place), ...readInPlace(reader, place) });
  return schema.nullable === true ? allowNull(model) : model;
}

type Parts = Omit<{ [K in keyof SchemaModel]: SchemaModel[K] | undefined }, 'pointer'>;

/** The keywords that each judge values of one type. */
function readTyped(reader: Reader, place: Place): Parts {
  const rules = {
    string: readString(reader, place),
    number: readNumber(reader, place),
    array: readArray(reader, place),
    object: readObject(reader, place),
  };
  const named = readTypes(reader, place);
  const judges = Object.values(rules).some((rule) => rule !== undefined);
  return {
    // Without a type each rule judges its own type of value and lets every other type pass.
    types: named ?? (judges ? types.filter((type) => type !== 'integer') : undefined),
    string: !named || named.includes('string') ? rules.string : undefined,
    number: !named || named.includes('number') || named.includes('integer') ? rules.number : undefined,
    array: !named || named.includes('array') ? rules.array : undefined,
    object: !named || named.includes('object') ? rules.object : undefined,
    enum: readEnum(reader, place, named),
  };
}

/** The keywords whose schemas are held against the very value. */
function readInPlace(reader: Reader, place: Place): Parts {
  const { schema, pointer } = place;
  const single = (keyword: string): SchemaModel | undefined =>
    schema[keyword] === undefined ? undefined : reader.read(schema[keyword], `${pointer}/${keyword}`);
  return {
    allOf: readMembers(reader, place, 'allOf'),
    anyOf: readMembers(reader, place, 'anyOf'),
    oneOf: readMembers(reader, place, 'oneOf'),
    not: single('not'),
    condition: readCondition(reader, place),
    unevaluatedProperties: schema.unevaluatedProperties === true ? undefined : single('unevaluatedProperties'),
    discriminator: readDiscriminator(reader, schema, pointer),
  };
}

/** The component schemas as models, by name. */
export function readComponents(reader: Reader, schemas: Json | undefined, pointerOf: (name: string) => string): Map<string, SchemaModel> {
  return new Map(entriesOf(schemas).map(([name, schema]) => [name, reader.read(schema, pointerOf(name))]));
}
