import { isList, memberOf, objectAt, stringsAt, type Json, type JsonObject } from '../json.js';
import { resolve } from '../pointer.js';

/** A discriminator that maps, besides what it says itself, each value that one member alone asks of the discriminating property. */
export function completeMapping(document: JsonObject, schema: JsonObject): JsonObject {
  const { discriminator, oneOf, anyOf } = schema;
  const { propertyName, mapping } = objectAt(discriminator);
  const members = [oneOf, anyOf].find(isList);
  if (!members || typeof propertyName !== 'string') return schema;
  const asked = members.flatMap((member) => {
    const reference = memberOf(member, '$ref');
    return typeof reference === 'string'
      ? valuesIn(document, member, propertyName).map((value): [string, string] => [value, reference])
      : [];
  });
  const own = asked.filter(([value]) => asked.filter(([other]) => other === value).length === 1);
  if (own.length === 0) return schema;
  return { ...schema, discriminator: { ...objectAt(discriminator), mapping: { ...Object.fromEntries(own), ...objectAt(mapping) } } };
}

/** The values that a schema lets a property of its own have, where it names them. */
function valuesIn(document: JsonObject, schema: Json, property: string, passed: readonly string[] = []): string[] {
  const { $ref, allOf, properties } = objectAt(schema);
  const target = typeof $ref === 'string' && !passed.includes($ref) ? resolve(document, $ref) : undefined;
  const parts = [...(target === undefined ? [] : [target]), ...(isList(allOf) ? allOf : [])];
  const member = memberOf(properties, property);
  const inherited = parts.flatMap((part) => valuesIn(document, part, property, [...passed, String($ref)]));
  return [...new Set([...(member === undefined ? [] : namedBy(document, member)), ...inherited])];
}

function namedBy(document: JsonObject, schema: Json): string[] {
  const { $ref, enum: values } = objectAt(schema);
  if (typeof $ref === 'string') return namedBy(document, { ...objectAt(resolve(document, $ref)), $ref: null });
  return stringsAt([memberOf(schema, 'const') ?? null, ...(isList(values) ? values : [])]);
}
