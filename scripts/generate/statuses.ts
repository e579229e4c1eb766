import { entriesOf, isList, isObject, objectAt, type Json, type JsonObject } from './json.js';
import { join, objectsIn } from './pointer.js';
import type { Report } from './problems.js';

/** What a number in a status field means: its name, the phase it belongs to and a sentence for people. */
export interface Status {
  readonly number: number;
  readonly name: string;
  readonly phase: string;
  readonly sentence: string;
}

/** The statuses that `x-statuses` names, in the order of the document. */
export function readStatuses(document: JsonObject, report: Report): readonly Status[] {
  const places = entriesOf(objectAt(document.components).schemas).flatMap(([name, schema]) =>
    [...objectsIn(schema, join('#/components/schemas', name))].filter(([place]) => place['x-statuses'] !== undefined),
  );
  const [place, ...others] = places;
  for (const [, pointer] of others)
    report(join(pointer, 'x-statuses'), `A document has one x-statuses; the first is at ${place?.[1] ?? ''}.`);
  return place ? readList(place[0], join(place[1], 'x-statuses'), report) : [];
}

function readList({ 'x-statuses': list, type }: JsonObject, pointer: string, report: Report): Status[] {
  if (type !== 'integer' && !(isList(type) && type.includes('integer')))
    report(pointer, 'x-statuses names integers, and the type here is none.');
  if (!isList(list) || list.length === 0) report(pointer, 'x-statuses must be a list of statuses, at least one.');
  const statuses = isList(list) ? list.flatMap((item, index) => readStatus(item, join(pointer, index), report)) : [];
  for (const [index, { number, name }] of statuses.entries()) {
    const earlier = statuses.slice(0, index).find((status) => status.number === number || status.name === name);
    if (earlier) report(join(pointer, index), `The status ${earlier.number}, "${earlier.name}", has this number or name already.`);
  }
  return statuses;
}

function readStatus(item: Json, pointer: string, report: Report): Status[] {
  const { number, name, phase, sentence, ...others } = objectAt(item);
  for (const key of Object.keys(others)) report(join(pointer, key), 'A status has number, name, phase and sentence, and nothing else.');
  if (typeof number === 'number' && Number.isInteger(number) && isText(name) && isText(phase) && isText(sentence))
    return [{ number, name, phase, sentence }];
  report(
    pointer,
    `A status needs a whole \`number\`, and \`name\`, \`phase\` and \`sentence\` as text${isObject(item) ? '' : '; this is no object'}.`,
  );
  return [];
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
