import { entriesOf, isList, isObject, objectAt, type Json, type JsonObject } from './json.js';
import { methods } from './operations.js';
import { join, resolve } from './pointer.js';

/** Gives what is to stand in the place of a schema. */
type Change = (schema: Json, pointer: string) => Json;

interface Work {
  readonly document: JsonObject;
  readonly change: Change;
}

type Walk = (value: Json, pointer: string, work: Work) => Json;

/** The document with every schema changed that stands in operations, webhooks and shared parts rather than among the component schemas. */
export function changeInlineSchemas(document: JsonObject, change: Change): JsonObject {
  const work = { document, change };
  return Object.fromEntries(entriesOf(document).map(([name, value]) => [name, roots.get(name)?.(value, join('#', name), work) ?? value]));
}

const schema: Walk = (value, pointer, { change }) => change(value, pointer);

function each(walk: Walk): Walk {
  return (value, pointer, work) => {
    if (isList(value)) return value.map((item, index) => walk(item, join(pointer, index), work));
    if (!isObject(value)) return value;
    return Object.fromEntries(entriesOf(value).map(([name, member]) => [name, walk(member, join(pointer, name), work)]));
  };
}

function members(walks: () => Record<string, Walk>): Walk {
  let known: ReadonlyMap<string, Walk> | undefined;
  return (value, pointer, work) => {
    known ??= new Map(Object.entries(walks()));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      entriesOf(value).map(([name, member]) => [name, known?.get(name)?.(member, join(pointer, name), work) ?? member]),
    );
  };
}

// A parameter, a body, an answer, a header, a media type or an encoding: what one of them may hold means the same in the others.
const part = members(() => ({ schema, itemSchema: schema, content: each(part), headers: each(part), encoding: each(part) }));

/** A parameter that another operation has: in its type there, what holds it may be absent. */
const parameter: Walk = (value, pointer, work) => {
  const { $ref } = objectAt(value);
  const target = typeof $ref === 'string' && !/^#\/components\/parameters\/[^/]+$/.test($ref) ? resolve(work.document, $ref) : undefined;
  return target === undefined ? part(value, pointer, work) : parameter(target, String($ref), work);
};

const operation = members(() => ({
  parameters: each(parameter),
  requestBody: part,
  responses: each(part),
  callbacks: each(each(pathItem)),
}));

const pathItem = members(() => ({
  parameters: each(parameter),
  ...Object.fromEntries([...methods, 'query'].map((method) => [method, operation])),
  additionalOperations: each(operation),
}));

const components = members(() => ({
  parameters: each(parameter),
  ...Object.fromEntries(['requestBodies', 'responses', 'headers', 'mediaTypes'].map((section) => [section, each(part)])),
  callbacks: each(each(pathItem)),
  pathItems: each(pathItem),
}));

const roots: ReadonlyMap<string, Walk> = new Map([
  ['paths', each(pathItem)],
  ['webhooks', each(pathItem)],
  ['components', components],
]);
