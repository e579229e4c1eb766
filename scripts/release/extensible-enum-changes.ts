import { isList, stringsAt, type JsonObject } from '../generate/json.js';
import { objectsIn } from '../generate/pointer.js';
import type { Change } from './change.js';
import { describePlace } from './place.js';

/** What changed in open lists of values, whose members Redocly does not compare; the statuses are rated with their transitions. */
export function extensibleEnumChanges(before: JsonObject, after: JsonObject): Change[] {
  const [old, current] = [listsIn(before), listsIn(after)];
  return [...current].flatMap(([pointer, values]) => {
    const known = old.get(pointer);
    if (known === undefined) return [];
    const describe = (value: string, verb: string): string => `${describePlace(pointer)}: the value \`${value}\` was ${verb}.`;
    return [
      ...known.filter((value) => !values.includes(value)).map((value): Change => ({ impact: 'major', text: describe(value, 'removed') })),
      ...values.filter((value) => !known.includes(value)).map((value): Change => ({ impact: 'minor', text: describe(value, 'added') })),
    ];
  });
}

function listsIn(document: JsonObject): Map<string, readonly string[]> {
  const lists = [...objectsIn(document)].flatMap(([schema, pointer]): [string, readonly string[]][] => {
    const values = schema['x-extensible-enum'];
    return isList(values) && schema['x-lifecycle'] === undefined ? [[pointer, stringsAt(values)]] : [];
  });
  return new Map(lists);
}
