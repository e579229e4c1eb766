import { entriesOf, isList, isObject, type Json, type JsonObject } from './json.js';
import { methods } from './operations.js';
import { join } from './pointer.js';

/** Gives what is to stand in the place of a schema. */
type Change = (schema: Json, pointer: string) => Json;

type Walk = (value: Json, pointer: string, change: Change) => Json;

/** The document with every schema changed that stands in operations, webhooks and shared parts rather than among the component schemas. */
export function changeInlineSchemas(document: JsonObject, change: Change): JsonObject {
  return Object.fromEntries(entriesOf(document).map(([name, value]) => [name, roots.get(name)?.(value, join('#', name), change) ?? value]));
}

const schema: Walk = (value, pointer, change) => change(value, pointer);

function each(walk: Walk): Walk {
  return (value, pointer, change) => {
    if (isList(value)) return value.map((item, index) => walk(item, join(pointer, index), change));
    if (!isObject(value)) return value;
    return Object.fromEntries(entriesOf(value).map(([name, member]) => [name, walk(member, join(pointer, name), change)]));
  };
}

function members(walks: () => Record<string, Walk>): Walk {
  let known: ReadonlyMap<string, Walk> | undefined;
  return (value, pointer, change) => {
    known ??= new Map(Object.entries(walks()));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      entriesOf(value).map(([name, member]) => [name, known?.get(name)?.(member, join(pointer, name), change) ?? member]),
    );
  };
}

// A parameter, a body, an answer, a header, a media type or an encoding: what one of them may hold means the same in the others.
const part = members(() => ({ schema, itemSchema: schema, content: each(part), headers: each(part), encoding: each(part) }));

const operation = members(() => ({ parameters: each(part), requestBody: part, responses: each(part), callbacks: each(each(pathItem)) }));

const pathItem = members(() => ({
  parameters: each(part),
  ...Object.fromEntries([...methods, 'query'].map((method) => [method, operation])),
  additionalOperations: each(operation),
}));

const components = members(() => ({
  ...Object.fromEntries(['parameters', 'requestBodies', 'responses', 'headers', 'mediaTypes'].map((section) => [section, each(part)])),
  callbacks: each(each(pathItem)),
  pathItems: each(pathItem),
}));

const roots: ReadonlyMap<string, Walk> = new Map([
  ['paths', each(pathItem)],
  ['webhooks', each(pathItem)],
  ['components', components],
]);
