import { methods } from '../generate/operations.js';
import { split } from '../generate/pointer.js';

/** The name and the kind of a parameter that a pointer leads to. */
export type NameOf = (pointer: string) => string | undefined;

/** `#/paths/~1links/post/requestBody/…/properties/settings` as `POST /links, request, settings`. */
export function describePlace(path: string, pointer = '', nameOf: NameOf = () => undefined): string {
  const [first, second, third, ...rest] = split(path);
  if (first === undefined || first === '') return 'The document';
  const word = (parts: readonly string[]): string[] => within(parts, nameOf(pointer));
  if (first === 'paths' && second !== undefined) {
    if (third === undefined) return second;
    const known: readonly string[] = [...methods, 'query'];
    return known.includes(third)
      ? [`${third.toUpperCase()} ${second}`, ...word(rest)].join(', ')
      : [second, ...word([third, ...rest])].join(', ');
  }
  if (first === 'components' && third !== undefined) return [`${third} (${second ?? ''})`, ...word(rest)].join(', ');
  return word([first, second, third, ...rest].filter((part) => part !== undefined)).join(', ');
}

function within(parts: readonly string[], parameter: string | undefined): string[] {
  return parts.flatMap((part, index) => {
    const before = parts[index - 1];
    const last = index === parts.length - 1;
    if (before === 'parameters' && /^\d+$/.test(part)) return parameter ?? `parameter ${Number(part) + 1}`;
    if (before === 'properties' || before === 'headers' || before === 'parameters') return `\`${part}\``;
    if (before === 'responses') return `response ${part}`;
    if (before === 'content') return last ? part : [];
    if (before !== undefined && choices.has(before)) return last ? `choice ${Number(part) + 1} of \`${before}\`` : [];
    if (before !== undefined && lists.has(before)) return `${lists.get(before) ?? ''} ${Number(part) + 1}`;
    if (part === 'parameters' && last) return parameter ?? 'parameters';
    if (lists.has(part) && !last) return [];
    return words.get(part) ?? (part === 'schema' || (silent.has(part) && !last) ? [] : part);
  });
}

const words = new Map([
  ['requestBody', 'request'],
  ['items', 'each item'],
]);
const choices = new Set(['oneOf', 'anyOf', 'allOf']);
const lists = new Map([
  ['servers', 'server'],
  ['security', 'security requirement'],
  ['tags', 'tag'],
]);
const silent = new Set(['content', 'properties', 'responses', 'parameters', 'headers', ...choices]);
