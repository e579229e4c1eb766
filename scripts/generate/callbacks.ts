import { entriesOf, isList, objectAt, type Json, type JsonObject } from './json.js';
import { methods, readBody } from './operations.js';
import { join, resolve, split } from './pointer.js';

/** A request that the API sends, as a callback of an operation or as a webhook. */
export interface Callback {
  readonly id: string;
  readonly method: string;
  readonly pointer: string;
  readonly headers: readonly string[];
  /** The component schema of its JSON body. */
  readonly schema?: string;
}

/** Every request that the API sends, those with the same id once. */
export function readCallbacks(document: JsonObject): readonly Callback[] {
  const items = [
    ...callbackItems(document),
    ...entriesOf(document.webhooks).map(([name, item]) => [name, item, join('#/webhooks', name)] as const),
  ];
  const found = items.flatMap(([name, item, pointer]) =>
    methods.flatMap((method) => {
      const operation = pathItem(document, item)[method];
      return operation === undefined ? [] : [readCallback(document, { name, method, pointer: join(pointer, method) }, objectAt(operation))];
    }),
  );
  return [...new Map(found.map((callback) => [callback.id, callback])).values()];
}

type Place = { readonly name: string; readonly method: string; readonly pointer: string };

function readCallback(document: JsonObject, { name, method, pointer }: Place, operation: JsonObject): Callback {
  const parameters = isList(operation.parameters) ? operation.parameters.map((parameter) => pathItem(document, parameter)) : [];
  const { $ref } = objectAt(readBody(document, operation.requestBody).body);
  return {
    id: typeof operation.operationId === 'string' && operation.operationId !== '' ? operation.operationId : name,
    method: method.toUpperCase(),
    pointer,
    headers: parameters.filter((parameter) => parameter.in === 'header').map((parameter) => String(parameter.name)),
    ...(typeof $ref === 'string' ? { schema: split($ref).at(-1) ?? '' } : {}),
  };
}

/** The path items of callbacks: of each, its name, what it is and where it stands. */
function callbackItems(document: JsonObject): (readonly [string, Json, string])[] {
  return entriesOf(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) =>
      entriesOf(objectAt(pathItem(document, item)[method]).callbacks).flatMap(([name, callback]) => {
        const pointer = join('#/paths', path, method, 'callbacks', name);
        return entriesOf(pathItem(document, callback)).map(([expression, inner]) => [name, inner, join(pointer, expression)] as const);
      }),
    ),
  );
}

/** What stands in a place, or where its `$ref` leads. */
function pathItem(document: JsonObject, value: Json | undefined): JsonObject {
  const { $ref } = objectAt(value);
  return typeof $ref === 'string' ? pathItem(document, resolve(document, $ref)) : objectAt(value);
}
