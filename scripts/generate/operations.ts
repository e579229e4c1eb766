import { entriesOf, isList, objectAt, stringsAt, type Json, type JsonObject } from './json.js';
import { identifiersFor } from './names.js';
import { join, resolve } from './pointer.js';
import type { Report } from './problems.js';

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

export type Method = (typeof methods)[number];

const effects = ['none', 'create', 'change'] as const;

/** What sending an operation may do at the server: nothing, bring something new about, or change what is there. */
export type Effect = (typeof effects)[number];

export interface Operation {
  readonly id: string;
  /** The id as an identifier of its own. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly pointer: string;
  /** The schema of its JSON body. */
  readonly body?: Json;
  /** Headers that carry credentials. */
  readonly security: readonly string[];
  /** Whether it cannot be called without parameters or a body. */
  readonly demanding: boolean;
  readonly effect: Effect;
  /** Whether the document calls it unsettled: `x-beta`. */
  readonly beta: boolean;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
  readonly transition?: { readonly action: string; readonly from: readonly string[]; readonly to: string };
}

export function readOperations(document: JsonObject, report: Report): Operation[] {
  const found = entriesOf(document.paths).flatMap(([path, entry]) => {
    const { item, pointer } = readPathItem(document, path, entry);
    return methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      return [readOperation(document, objectAt(operation), item.parameters, { path, method, pointer: join(pointer, method) }, report)];
    });
  });
  const names = identifiersFor(new Set(found.map(({ id }) => id)), [
    'createClient',
    'createRawClient',
    'RawClient',
    'paths',
    'ClientOptions',
  ]);
  return found.map((operation) => ({ ...operation, name: names.get(operation.id) ?? operation.id }));
}

/** A path's operations, here or where its `$ref` points; what stands beside the `$ref` counts as well. */
export function readPathItem(document: JsonObject, path: string, entry: Json): { item: JsonObject; pointer: string } {
  const { $ref, ...own } = objectAt(entry);
  if (typeof $ref !== 'string') return { item: own, pointer: join('#/paths', path) };
  return { item: { ...objectAt(resolve(document, $ref)), ...own }, pointer: $ref };
}

/** Says of operations under the methods that came with OpenAPI 3.2 that openapi-fetch has no call for them. */
export function noteUncallable(document: JsonObject, notice: Report): void {
  for (const [path, entry] of entriesOf(document.paths)) {
    const { item, pointer } = readPathItem(document, path, entry);
    const others = entriesOf(item.additionalOperations).map(([name]) => join(pointer, 'additionalOperations', name));
    for (const place of [...(item.query === undefined ? [] : [join(pointer, 'query')]), ...others])
      notice(place, 'openapi-fetch has no call for this method, so nothing is generated for the operation.');
  }
}

type Place = Pick<Operation, 'path' | 'method' | 'pointer'>;

function readOperation(
  document: JsonObject,
  operation: JsonObject,
  shared: Json | undefined,
  place: Place,
  report: Report,
): Omit<Operation, 'name'> {
  const { operationId } = operation;
  const id = typeof operationId === 'string' && operationId !== '' ? operationId : `${place.method} ${place.path}`;
  const effect = readEffect(operation, place, report);
  return {
    id,
    ...place,
    ...readBody(document, operation.requestBody),
    security: securityHeaders(document, operation.security ?? document.security),
    demanding: [shared, operation.parameters, [operation.requestBody ?? null]].some(
      (list) => isList(list) && list.some((item) => isRequired(document, item)),
    ),
    effect,
    beta: readFlag(operation, 'x-beta', place.pointer, report),
    repeatable: effect === 'none',
    ...readTransition(operation['x-transition'], id, place, report),
  };
}

/** The schema of a JSON body, here or where its `$ref` leads. */
export function readBody(document: JsonObject, body: Json | undefined): Pick<Operation, 'body'> {
  const { $ref, content } = objectAt(body);
  if (typeof $ref === 'string') return readBody(document, resolve(document, $ref));
  const json = entriesOf(content).find(([type]) => /^application\/(.+\+)?json\b/i.test(type));
  const { schema } = objectAt(json?.[1]);
  return schema === undefined ? {} : { body: schema };
}

/** An extension that is true or absent. */
export function readFlag(node: JsonObject, name: 'x-beta' | 'x-pci', pointer: string, report: Report): boolean {
  const flag = node[name];
  if (flag !== undefined && typeof flag !== 'boolean') report(join(pointer, name), `${name} must be true or false.`);
  return flag === true;
}

/** What `x-effect` says, or else what the method is for. */
function readEffect(operation: JsonObject, { method, pointer }: Place, report: Report): Effect {
  const named = operation['x-effect'];
  const effect = effects.find((each) => each === named);
  if (effect !== undefined) return effect;
  if (named !== undefined) report(join(pointer, 'x-effect'), `x-effect must be one of ${effects.join(', ')}.`);
  if (['get', 'head', 'options', 'trace'].includes(method)) return 'none';
  return method === 'post' ? 'create' : 'change';
}

/** Whether a parameter or a body, here or where its `$ref` leads, has to be given. */
function isRequired(document: JsonObject, item: Json | undefined): boolean {
  const { $ref, required, in: place } = objectAt(item);
  // A path has no place to leave empty, whether or not its parameter says so.
  return typeof $ref === 'string' ? isRequired(document, resolve(document, $ref)) : required === true || place === 'path';
}

function securityHeaders(document: JsonObject, security: Json | undefined): string[] {
  const schemes = objectAt(objectAt(document.components).securitySchemes);
  const names = isList(security) ? security.flatMap((requirement) => Object.keys(objectAt(requirement))) : [];
  const headers = names.map((name) => objectAt(schemes[name])).flatMap((scheme) => headerOf(scheme) ?? []);
  return [...new Set(headers)];
}

function headerOf(scheme: JsonObject): string | undefined {
  if (scheme.type !== 'apiKey') return 'Authorization';
  return scheme.in === 'header' && typeof scheme.name === 'string' ? scheme.name : undefined;
}

function readTransition(transition: Json | undefined, id: string, { path, pointer }: Place, report: Report): Pick<Operation, 'transition'> {
  if (transition === undefined) return {};
  const { from, to } = objectAt(transition);
  const starts = stringsAt(from);
  if (typeof to === 'string' && starts.length > 0) return { transition: { action: actionOf(path) ?? id, from: starts, to } };
  report(join(pointer, 'x-transition'), 'x-transition needs `from`, a list of statuses, and `to`, one status.');
  return {};
}

/** The last literal segment of the path: `publish` of `/links/{id}/publish`. */
function actionOf(path: string): string | undefined {
  const last = path.split('/').at(-1);
  return last && !last.includes('{') ? last : undefined;
}
