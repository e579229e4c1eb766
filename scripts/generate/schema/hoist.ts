import { entriesOf, isList, isObject, objectAt, type Json, type JsonObject } from '../json.js';
import { changeInlineSchemas } from '../inline.js';
import { capitalise, toIdentifier, unused } from '../names.js';
import { join, resolve, split } from '../pointer.js';
import type { Report } from '../problems.js';
import { findAnchors } from './anchors.js';
import { completeMapping } from './mapping.js';
import { isAssertion } from './keywords.js';

interface Hoisting {
  readonly source: JsonObject;
  readonly version: '3.0' | '3.1';
  readonly schemas: Map<string, Json>;
  /** Where each schema stands in the document as it came. */
  readonly pointers: Map<string, string>;
  /** The name each `$ref` reaches. */
  readonly targets: Map<string, string>;
  readonly report: Report;
  /** Found when the first reference by name comes by. */
  anchors?: ReadonlyMap<string, readonly string[]>;
}

/** Gives the document one kind of reference to schemas, `#/components/schemas/Name`: what other references reach is added there. The schemas that stand elsewhere come by their pointers too. */
export function hoistSchemas(
  source: JsonObject,
  version: '3.0' | '3.1',
  report: Report,
): { document: JsonObject; pointers: ReadonlyMap<string, string>; inline: ReadonlyMap<string, Json> } {
  const found = entriesOf(objectAt(source.components).schemas);
  const schemas = new Map<string, Json>(found);
  const pointers = new Map(found.map(([name]) => [name, join('#/components/schemas', name)]));
  const hoisting: Hoisting = { source, version, schemas, pointers, targets: new Map(), report };
  const inline = new Map<string, Json>();
  const others = changeInlineSchemas(source, (schema, pointer) => {
    const received = nameReceived(hoisting, schema, pointer);
    const rewritten = rewrite(hoisting, received, pointer);
    inline.set(pointer, rewritten);
    return rewritten;
  });
  // Schemas that are added on the way are visited in their turn.
  for (const [name, schema] of schemas) schemas.set(name, rewrite(hoisting, schema, pointers.get(name) ?? '#'));
  const components = { ...objectAt(others.components), ...(schemas.size ? { schemas: Object.fromEntries(schemas) } : {}) };
  return { document: { ...others, components }, pointers, inline };
}

/** A body that the API sends is judged by whoever receives it, so it gets a name among the components where it has none. */
function nameReceived({ source, schemas, pointers }: Hoisting, schema: Json, pointer: string): Json {
  const [, operation] = /^(#\/(?:webhooks\/.*|.*\/callbacks\/.*))\/requestBody\/content\/[^/]+\/schema$/.exec(pointer) ?? [];
  if (operation === undefined || !isObject(schema) || typeof schema.$ref === 'string') return schema;
  const { operationId } = objectAt(resolve(source, operation));
  const parts = split(operation);
  const place = parts[parts.lastIndexOf(parts.includes('callbacks') ? 'callbacks' : 'webhooks') + 1] ?? '';
  const name = unused(capitalise(toIdentifier(`${typeof operationId === 'string' ? operationId : place} body`)), schemas);
  schemas.set(name, schema);
  pointers.set(name, pointer);
  return { $ref: join('#/components/schemas', name) };
}

// Keywords that only give a name to schemas or keep them for others.
const naming = new Set(['$anchor', '$defs', '$dynamicAnchor', 'definitions']);

function rewrite(hoisting: Hoisting, schema: Json, pointer: string): Json {
  if (schema === true) return {};
  if (schema === false) return { not: {} };
  if (!isObject(schema)) return schema;
  // Without a `$ref` beside it, a dynamic one is the only reference to follow.
  if (typeof schema.$dynamicRef === 'string' && schema.$ref === undefined) {
    const { $dynamicRef, ...others } = schema;
    return rewrite(hoisting, { ...others, $ref: $dynamicRef }, pointer);
  }
  const members = entriesOf(completeMapping(hoisting.source, schema)).filter(([keyword]) => !naming.has(keyword));
  const rewritten = Object.fromEntries(
    members.map(([keyword, value]) => [keyword, rewriteKeyword(hoisting, keyword, value, join(pointer, keyword))]),
  );
  return typeof schema.$ref === 'string' ? withReference(hoisting, rewritten, schema.$ref, pointer) : rewritten;
}

function rewriteKeyword(hoisting: Hoisting, keyword: string, value: Json, pointer: string): Json {
  if (['properties', 'patternProperties', 'dependentSchemas'].includes(keyword)) {
    return Object.fromEntries(entriesOf(value).map(([name, member]) => [name, rewrite(hoisting, member, join(pointer, name))]));
  }
  if (['allOf', 'anyOf', 'oneOf', 'prefixItems'].includes(keyword) && isList(value)) {
    return value.map((member, index) => rewrite(hoisting, member, join(pointer, index)));
  }
  if (keyword === 'discriminator') return rewriteMapping(hoisting, value);
  // Said as a schema, what forbids other members would read as an open object to what writes the types.
  if (['additionalProperties', 'unevaluatedProperties'].includes(keyword) && typeof value === 'boolean') return value;
  const single = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'unevaluatedProperties'];
  return single.includes(keyword) ? rewrite(hoisting, value, pointer) : value;
}

/** A mapping may name its targets in short; targets that the document lacks name nothing. */
function rewriteMapping({ schemas }: Hoisting, discriminator: Json): Json {
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return discriminator;
  const targets = entriesOf(discriminator.mapping).map(([value, target]): [string, string] => [value, split(String(target)).at(-1) ?? '']);
  const known = targets.filter(([, name]) => schemas.has(name)).map(([value, name]) => [value, join('#/components/schemas', name)]);
  return { ...discriminator, mapping: Object.fromEntries(known) };
}

/** What stands beside a `$ref` is ignored by OpenAPI 3.0 and demanded as well by 3.1. */
function withReference(hoisting: Hoisting, schema: JsonObject, reference: string, pointer: string): JsonObject {
  const name = targetOf(hoisting, reference, pointer);
  const $ref = join('#/components/schemas', (name ?? '').replaceAll('%', '%25'));
  const { $ref: _, ...siblings } = schema;
  if (name === undefined) return siblings;
  const judging = hoisting.version === '3.1' && Object.keys(siblings).some(isAssertion);
  if (!judging) return { $ref };
  const { allOf, ...others } = siblings;
  return { ...others, allOf: [{ $ref }, ...(isList(allOf) ? allOf : [])] };
}

function targetOf(hoisting: Hoisting, reference: string, pointer: string): string | undefined {
  const known = hoisting.targets.get(reference);
  if (known !== undefined) return known;
  const name = reference.startsWith('#') ? locate(hoisting, reference) : undefined;
  if (name === undefined)
    hoisting.report(
      pointer,
      `${pointersOf(hoisting, reference).length > 1 ? 'More than one schema' : 'Nothing'} in the document is at ${reference}.`,
    );
  else hoisting.targets.set(reference, name);
  return name;
}

/** Where a reference by name may lead: which one of several a dynamic reference means depends on the way that leads to it. */
function pointersOf(hoisting: Hoisting, reference: string): readonly string[] {
  if (!/^#[^/]/.test(reference)) return [];
  hoisting.anchors ??= findAnchors(hoisting.source);
  return hoisting.anchors.get(reference.slice(1)) ?? [];
}

function locate(hoisting: Hoisting, reference: string): string | undefined {
  const [named, ...others] = pointersOf(hoisting, reference);
  if (named !== undefined) return others.length === 0 ? locate(hoisting, named) : undefined;
  const [first, second, name, ...deeper] = split(reference);
  if (first === 'components' && second === 'schemas' && name !== undefined && deeper.length === 0 && hoisting.schemas.has(name))
    return name;
  const target = resolve(hoisting.source, reference);
  if (target === undefined) return undefined;
  const added = unused(toIdentifier(split(reference).slice(-3).join(' ')), hoisting.schemas);
  hoisting.schemas.set(added, target);
  hoisting.pointers.set(added, reference);
  return added;
}
