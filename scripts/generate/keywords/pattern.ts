import type { Json } from '../json.js';
import type { Pattern } from '../schema/model.js';
import type { Reader } from './reader.js';

/** Reads a pattern as ECMAScript with Unicode semantics; one that JavaScript cannot hold to its meaning is reported. */
export function readPattern(reader: Reader, source: Json, pointer: string): Pattern | undefined {
  if (typeof source !== 'string') {
    reader.report(pointer, 'A pattern must be a string.');
    return undefined;
  }
  if (failure(source, 'u') === undefined) return { source, flags: 'u' };
  // Without the flag JavaScript forgives needless escapes such as `\-` and `\@`; the meaning is the same as long as each escaped letter has one.
  if (failure(source, '') === undefined && !hasForeignEscape(source)) return { source, flags: '' };
  reader.report(pointer, `The pattern is not a regular expression of JavaScript, the dialect that OpenAPI names: ${failure(source, 'u')}.`);
  return undefined;
}

/** A pattern as source text. */
export function patternLiteral({ source, flags }: Pattern): string {
  return new RegExp(source, flags).toString();
}

function failure(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
  }
}

// `\A`, `\Z`, `\h`, `\p{L}` and the like mean something in other dialects and plain letters in JavaScript's forgiving one.
function hasForeignEscape(source: string): boolean {
  return /\\[ACE-RT-VX-Zaeghijlmopqyz]|\\u(?![0-9a-fA-F]{4})|\\x(?![0-9a-fA-F]{2})/.test(source.replaceAll('\\\\', ''));
}
