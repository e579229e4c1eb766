import { entriesOf, isObject, memberOf, isList, type Json, type JsonObject } from '../json.js';
import { split } from '../pointer.js';
import type { Reader } from './reader.js';
import type { SchemaModel } from '../schema/model.js';

export const keywords = ['discriminator'];

/**
 * Reads which member a discriminating value names. A discriminator never changes the verdict, which `oneOf` and `anyOf` give;
 * it tells which member's problems are worth reporting.
 */
export function readDiscriminator(reader: Reader, schema: JsonObject, pointer: string): SchemaModel['discriminator'] | undefined {
  const { discriminator, oneOf, anyOf } = schema;
  if (discriminator === undefined) return undefined;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') {
    reader.report(`${pointer}/discriminator`, 'A discriminator must be an object with a propertyName.');
    return undefined;
  }
  const members = [oneOf, anyOf].find(isList);
  if (!members) return undefined;
  return { propertyName: discriminator.propertyName, mapping: namedMembers(members, discriminator.mapping) };
}

function namedMembers(members: readonly Json[], mapping: Json | undefined): Map<string, number> {
  const names = members.map((member) => memberOf(member, '$ref')).map((ref) => (typeof ref === 'string' ? split(ref).at(-1) : undefined));
  const implicit = names.flatMap((name, index): [string, number][] => (name === undefined ? [] : [[name, index]]));
  const explicit = entriesOf(mapping).flatMap(([value, target]): [string, number][] => {
    const index = names.indexOf(split(String(target)).at(-1));
    return index < 0 ? [] : [[value, index]];
  });
  return new Map([...implicit, ...explicit]);
}
