import { entriesOf, isList, isObject, type Json } from '../json.js';
import { join } from '../pointer.js';

/** Pointers of the schemas that `$anchor` or `$dynamicAnchor` names, by the name. */
export function findAnchors(document: Json): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (value: Json, pointer: string): void => {
    if (isList(value)) return value.forEach((item, index) => visit(item, join(pointer, index)));
    if (!isObject(value)) return;
    for (const name of new Set([value.$anchor, value.$dynamicAnchor]))
      if (typeof name === 'string') found.set(name, [...(found.get(name) ?? []), pointer]);
    for (const [name, member] of entriesOf(value)) visit(member, join(pointer, name));
  };
  visit(document, '#');
  return found;
}
