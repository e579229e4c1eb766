import { entriesOf, isList, isObject, stringsAt, type Json, type JsonObject } from '../generate/json.js';
import { join } from '../generate/pointer.js';
import type { Change } from './change.js';
import { describePlace } from './place.js';

/** What changed in open lists of values, whose members Redocly does not compare; the statuses are rated with their transitions. */
export function extensibleEnumChanges(before: JsonObject, after: JsonObject): Change[] {
  const [old, current] = [listsIn(before, '#'), listsIn(after, '#')];
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

function listsIn(value: Json, pointer: string): Map<string, readonly string[]> {
  if (isList(value)) return new Map(value.flatMap((item, index) => [...listsIn(item, join(pointer, index))]));
  if (!isObject(value)) return new Map();
  const own = value['x-extensible-enum'];
  const here: [string, readonly string[]][] = isList(own) && value['x-lifecycle'] === undefined ? [[pointer, stringsAt(own)]] : [];
  return new Map([...here, ...entriesOf(value).flatMap(([name, member]) => [...listsIn(member, join(pointer, name))])]);
}
