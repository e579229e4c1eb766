import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { entriesOf, isObject, memberOf, objectAt, type Json, type JsonObject } from '../generate/json.js';
import { readLifecycle, type Lifecycle as FoundLifecycle } from '../generate/lifecycle.js';
import { readOperations, type Operation as FoundOperation } from '../generate/operations.js';
import { resolve } from '../generate/pointer.js';
import { DocumentError, type Problem, type Report } from '../generate/problems.js';

/** One operation as the generator reads it, with its node and the parameters of its path. */
export interface Operation extends Pick<FoundOperation, 'id' | 'path' | 'security'> {
  readonly method: string;
  readonly parameters: readonly JsonObject[];
  readonly node: JsonObject;
}

/** The lifecycle as the generator reads it, which the pages cannot do without. */
export type Lifecycle = Required<FoundLifecycle>;

export async function readDocument(file: string): Promise<JsonObject> {
  const parsed: unknown = parse(await readFile(file, 'utf8'));
  if (!isObject(parsed)) throw new Error(`${file} holds no OpenAPI document: its root must be an object`);
  return parsed;
}

/** The operations in the order of the document. */
export function listOperations(document: JsonObject): Operation[] {
  return withoutProblems((report) => readOperations(document, report)).map((found) => toOperation(document, found));
}

/** The lifecycle of the API's objects, where the document gives one. */
export function findLifecycle(document: JsonObject): Lifecycle | undefined {
  const { initial, ...lifecycle } = withoutProblems((report) => readLifecycle(document, readOperations(document, report), report));
  return initial === undefined ? undefined : { ...lifecycle, initial };
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

/** What the API calls itself. */
export function titleOf(document: JsonObject): string {
  return textAt(document['info'], 'title');
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

function withoutProblems<Found>(read: (report: Report) => Found): Found {
  const problems: Problem[] = [];
  const found = read((pointer, message) => problems.push({ pointer, message }));
  if (problems.length > 0) throw new DocumentError(problems);
  return found;
}

function toOperation(document: JsonObject, { id, method, path, security }: FoundOperation): Operation {
  const place = objectAt(objectAt(document['paths'])[path]);
  const item = { ...deref(document, place), ...place };
  const node = objectAt(item[method]);
  const name = method.toUpperCase();
  if (textAt(node, 'operationId') === '')
    throw new Error(`${name} ${path} has no operationId: name it, so that it can be linked to and sampled`);
  const parameters = [item['parameters'], node['parameters']].flatMap((list) => (Array.isArray(list) ? list : []));
  return { id, method: name, path, security, parameters: parameters.map((each) => deref(document, each)), node };
}
