import { isList } from '../json.js';
import { countAt, defined, type Place, type Reader } from './reader.js';
import type { ListRules, Shape } from './shape.js';

const keywords = ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'];

export function readList(reader: Reader, place: Place): ListRules | undefined {
  const { schema, pointer } = place;
  if (!keywords.some((keyword) => schema[keyword] !== undefined)) return undefined;
  return defined<ListRules>({
    minimum: countAt(reader, place, 'minItems') || undefined,
    maximum: countAt(reader, place, 'maxItems'),
    unique: schema.uniqueItems === true,
    prefix: readPrefix(reader, place),
    items: schema.items === undefined ? undefined : reader.read(schema.items, `${pointer}/items`),
    contains: readContains(reader, place),
  });
}

function readPrefix(reader: Reader, { schema, pointer }: Place): Shape[] {
  const { prefixItems } = schema;
  if (prefixItems === undefined) return [];
  if (isList(prefixItems)) return prefixItems.map((item, index) => reader.read(item, `${pointer}/prefixItems/${index}`));
  reader.report(`${pointer}/prefixItems`, 'prefixItems must be a list of schemas.');
  return [];
}

function readContains(reader: Reader, place: Place): ListRules['contains'] | undefined {
  const { schema, pointer } = place;
  if (schema.contains === undefined) return undefined;
  return defined<NonNullable<ListRules['contains']>>({
    shape: reader.read(schema.contains, `${pointer}/contains`),
    minimum: countAt(reader, place, 'minContains') ?? 1,
    maximum: countAt(reader, place, 'maxContains'),
  });
}
