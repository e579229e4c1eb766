import { isList, memberOf, type JsonObject } from '../generate/json.js';
import { resolve } from '../generate/pointer.js';
import type { NameOf } from './place.js';

/** Finds the parameter, or the list of parameters, that a pointer leads into, in the first of the documents that has it. */
export function nameParameters(...documents: readonly JsonObject[]): NameOf {
  return (pointer) => {
    const [place] = /^#\/components\/parameters\/[^/]+|^#\/paths\/.*?\/parameters(\/\d+)?(?=\/|$)/.exec(pointer) ?? [];
    if (place === undefined) return undefined;
    const found = documents.map((document) => resolve(document, place)).find((value) => value !== undefined);
    const names = (isList(found) ? found : [found]).flatMap((parameter) => memberOf(parameter, 'name') ?? []);
    return names.length === 0 ? undefined : names.map((name) => `parameter \`${String(name)}\``).join(', ');
  };
}
