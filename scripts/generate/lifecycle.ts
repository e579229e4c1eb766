import { entriesOf, isList, isObject, objectAt, stringsAt, type Json, type JsonObject } from './json.js';
import type { Operation } from './operations.js';
import { join } from './pointer.js';
import type { Report } from './problems.js';

/** The statuses of the document and the operations that lead from one to the next. */
export interface Lifecycle {
  readonly statuses: readonly string[];
  readonly initial?: string;
  readonly aliases: ReadonlyMap<string, string>;
  readonly transitions: readonly {
    readonly action: string;
    readonly operation: string;
    readonly from: readonly string[];
    readonly to: string;
  }[];
}

export function readLifecycle(document: JsonObject, operations: readonly Operation[], report: Report): Lifecycle {
  const moving = operations.flatMap(({ id, pointer, transition }) =>
    transition ? [{ ...transition, operation: id, pointer: join(pointer, 'x-transition') }] : [],
  );
  const places = findLifecycles(objectAt(document.components).schemas, '#/components/schemas');
  const [place] = places;
  for (const other of places.slice(1)) report(other.pointer, `A document has one x-lifecycle; the first is at ${place?.pointer ?? ''}.`);
  if (!place) {
    for (const { pointer } of moving) report(pointer, 'x-transition needs an x-lifecycle on the property that holds the status.');
    return { statuses: [], aliases: new Map(), transitions: [] };
  }
  const lifecycle = { ...readStatuses(place, report), transitions: moving.map(({ pointer: _, ...transition }) => transition) };
  checkTransitions(lifecycle.statuses, moving, report);
  checkReachable({ ...lifecycle, pointer: place.pointer }, report);
  return lifecycle;
}

interface Place {
  readonly schema: JsonObject;
  readonly pointer: string;
}

function findLifecycles(value: Json | undefined, pointer: string): Place[] {
  if (isList(value)) return value.flatMap((item, index) => findLifecycles(item, join(pointer, index)));
  if (!isObject(value)) return [];
  const here = isObject(value['x-lifecycle']) ? [{ schema: value, pointer }] : [];
  return [...here, ...entriesOf(value).flatMap(([name, member]) => findLifecycles(member, join(pointer, name)))];
}

function readStatuses({ schema, pointer }: Place, report: Report): Pick<Lifecycle, 'statuses' | 'initial' | 'aliases'> {
  const statuses = stringsAt(schema['x-extensible-enum'] ?? schema.enum);
  const { initial, aliases } = objectAt(schema['x-lifecycle']);
  const here = join(pointer, 'x-lifecycle');
  if (statuses.length === 0) report(pointer, 'The statuses of x-lifecycle are listed in x-extensible-enum or enum; neither is here.');
  if (typeof initial !== 'string') report(here, 'x-lifecycle needs `initial`, the status a new link has.');
  else if (!statuses.includes(initial)) report(join(here, 'initial'), unknownStatus(initial, statuses));
  const known = entriesOf(aliases).map(([alias, target]): [string, string] => [alias, String(target)]);
  for (const [alias, target] of known) {
    if (!statuses.includes(target)) report(join(here, 'aliases', alias), unknownStatus(target, statuses));
    if (statuses.includes(alias)) report(join(here, 'aliases', alias), `"${alias}" is a status itself and cannot be another one's alias.`);
  }
  return { statuses, aliases: new Map(known), ...(typeof initial === 'string' ? { initial } : {}) };
}

type Moving = Lifecycle['transitions'][number] & { readonly pointer: string };

function checkTransitions(statuses: readonly string[], moving: readonly Moving[], report: Report): void {
  for (const { from, to, pointer } of moving) {
    from.forEach((status, index) => statuses.includes(status) || report(join(pointer, 'from', index), unknownStatus(status, statuses)));
    if (!statuses.includes(to)) report(join(pointer, 'to'), unknownStatus(to, statuses));
  }
  for (const [index, { action, pointer }] of moving.entries()) {
    const other = moving.slice(0, index).find((earlier) => earlier.action === action);
    if (other) report(pointer, `The action "${action}" is taken by ${other.operation}; end one of the two paths with another word.`);
  }
}

function checkReachable({ statuses, initial, transitions, pointer }: Lifecycle & { readonly pointer: string }, report: Report): void {
  if (initial === undefined || !statuses.includes(initial)) return;
  const reached = new Set([initial]);
  for (const status of reached) for (const { from, to } of transitions) if (from.includes(status)) reached.add(to);
  for (const [index, status] of statuses.entries()) {
    if (!reached.has(status))
      report(join(pointer, 'x-extensible-enum', index), `No x-transition leads from "${initial}" to the status "${status}".`);
  }
}

function unknownStatus(status: string, statuses: readonly string[]): string {
  return `"${status}" is no status; the statuses are ${statuses.join(', ')}.`;
}
