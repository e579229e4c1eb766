import { isObject, memberOf, type Json, type JsonObject } from '../json.js';

/** The document with each property's length limit in its description, and with the text of what a property refers to, so that an editor shows both at the field. */
export function describeFields(document: JsonObject): JsonObject {
  return visit(document, document);
}

function visit(value: JsonObject, document: JsonObject): JsonObject {
  return mapMembers(value, (member, key) => {
    if (Array.isArray(member)) return member.map((item: Json) => (isObject(item) ? visit(item, document) : item));
    if (!isObject(member)) return member;
    const visited = visit(member, document);
    return key === 'properties' ? mapMembers(visited, (field) => (isObject(field) ? describe(field, document) : field)) : visited;
  });
}

function describe(field: JsonObject, document: JsonObject): JsonObject {
  const { maxLength } = field;
  const limit = typeof maxLength === 'number' ? `At most ${maxLength} characters.` : undefined;
  const text = [field['description'] ?? textBehind(field, document), limit].filter((part) => typeof part === 'string');
  return text.length === 0 ? field : { ...field, description: text.join(' ') };
}

function textBehind({ $ref }: JsonObject, document: JsonObject): Json | undefined {
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return undefined;
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((place, name) => memberOf(place, unescape(name)), document);
  return memberOf(target, 'description');
}

function unescape(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

function mapMembers(value: JsonObject, change: (member: Json | undefined, key: string) => Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member, key)]));
}
