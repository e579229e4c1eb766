import type { Json } from '../json.js';
import { objectsIn } from '../pointer.js';

/** Pointers of the schemas that `$anchor` or `$dynamicAnchor` names, by the name. */
export function findAnchors(document: Json): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [{ $anchor, $dynamicAnchor }, pointer] of objectsIn(document))
    for (const name of new Set([$anchor, $dynamicAnchor]))
      if (typeof name === 'string') found.set(name, [...(found.get(name) ?? []), pointer]);
  return found;
}
