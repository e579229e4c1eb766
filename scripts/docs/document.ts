import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { entriesOf, isObject, memberOf, objectAt, stringsAt, type Json, type JsonObject } from '../generate/json.js';
import { resolve } from '../generate/pointer.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** One operation of the document, with the parameters of its path. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly JsonObject[];
  readonly node: JsonObject;
}

export async function readDocument(file: string): Promise<JsonObject> {
  const parsed: unknown = parse(await readFile(file, 'utf8'));
  if (!isObject(parsed)) throw new Error(`${file} holds no OpenAPI document: its root must be an object`);
  return parsed;
}

/** The operations in the order of the document. */
export function listOperations(document: JsonObject): Operation[] {
  return entriesOf(document['paths']).flatMap(([path, item]) =>
    entriesOf(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, node]) => toOperation(document, path, method, objectAt(item), objectAt(node))),
  );
}

/** What a node stands for: itself, or the target of its `$ref`. */
export function deref(document: JsonObject, node: Json | undefined): JsonObject {
  const reference = memberOf(node, '$ref');
  return typeof reference === 'string' ? objectAt(resolve(document, reference)) : objectAt(node);
}

export function textAt(node: Json | undefined, name: string): string {
  const text = memberOf(node, name);
  return typeof text === 'string' ? text.trim() : '';
}

/** The headers that sign a request, by name, in the order of the document. */
export function securityHeaders(document: JsonObject): string[] {
  const schemes = objectAt(objectAt(document['components'])['securitySchemes']);
  return Object.values(schemes).flatMap((scheme) => (memberOf(scheme, 'in') === 'header' ? [textAt(scheme, 'name')] : []));
}

export function serverOf(document: JsonObject): string {
  return textAt(memberOf(document['servers'], '0'), 'url');
}

/** The first example of a media type or parameter, whichever keyword holds it. */
export function exampleOf(document: JsonObject, node: JsonObject): Json | undefined {
  if (node['example'] !== undefined) return node['example'];
  const [first] = entriesOf(node['examples']);
  return first === undefined ? undefined : deref(document, first[1])['value'];
}

/** The statuses that the lifecycle may start an action from, and where it leads. */
export interface Transition {
  readonly action: string;
  readonly from: readonly string[];
  readonly to: string;
}

/** The lifecycle, from `x-transition`; an action is named by the last literal segment of its path. */
export function listTransitions(document: JsonObject): Transition[] {
  return listOperations(document).flatMap(({ id, path, node }) => {
    const transition = objectAt(node['x-transition']);
    const to = transition['to'];
    if (typeof to !== 'string') return [];
    const [last = id] = path.split('/').reverse();
    return [{ action: last.startsWith('{') ? id : last, from: stringsAt(transition['from']), to }];
  });
}

function toOperation(document: JsonObject, path: string, method: string, item: JsonObject, node: JsonObject): Operation {
  const id = textAt(node, 'operationId');
  if (id === '') throw new Error(`${method.toUpperCase()} ${path} has no operationId: name it, so that it can be linked to and sampled`);
  const parameters = [item['parameters'], node['parameters']].flatMap((list) => (Array.isArray(list) ? list : []));
  return { id, method: method.toUpperCase(), path, parameters: parameters.map((each) => deref(document, each)), node };
}
