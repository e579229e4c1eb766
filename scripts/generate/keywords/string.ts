import type { StringRules } from '../schema/model.js';
import { isTextFormat, numberFormats, silentFormats, textFormats } from './formats.js';
import { readPattern } from './pattern.js';
import { countAt, defined, type Place, type Reader } from './reader.js';
import { clip, zodRule, type Rule } from './rule.js';
import type { Unit } from './unit.js';

export const keywords = ['format', 'maxLength', 'minLength', 'pattern'];

export function readString(reader: Reader, place: Place): StringRules | undefined {
  const { pattern, format } = place.schema;
  const rules = defined<StringRules>({
    minLength: countAt(reader, place, 'minLength') || undefined,
    maxLength: countAt(reader, place, 'maxLength'),
    pattern: pattern === undefined ? undefined : readPattern(reader, pattern, `${place.pointer}/pattern`),
    format: typeof format === 'string' && isTextFormat(format) ? format : undefined,
  });
  return Object.keys(rules).length ? rules : undefined;
}

/** Reports a format that nobody checks, since OpenAPI lets a tool fall back to the type alone. */
export function noteFormat(reader: Reader, { schema, pointer }: Place): void {
  const { format } = schema;
  if (format === undefined) return;
  if (typeof format !== 'string') reader.report(`${pointer}/format`, 'format must be a string.');
  else if (!isTextFormat(format) && !numberFormats.has(format) && !silentFormats.has(format))
    reader.notice(`${pointer}/format`, `Values of format "${format}" are checked by their type alone.`);
}

export function stringRules({ minLength, maxLength, pattern, format }: StringRules, unit: Unit, place: string): Rule[] {
  const rules: Rule[] = [];
  if (minLength !== undefined) rules.push(minLength === 1 ? notEmpty : longEnough(minLength));
  if (maxLength !== undefined) rules.push(shortEnough(maxLength));
  if (pattern) {
    const name = unit.pattern(pattern, place);
    rules.push({ test: (text) => `${name}.test(${text})`, limit: `must match ${clip(pattern.source)}`, method: `regex(${name})` });
  }
  if (format) {
    const { check, noun } = textFormats[format];
    rules.push({ test: (text) => `${check}(${text})`, limit: `must be ${noun}` });
  }
  return rules;
}

const notEmpty: Rule = { test: (text) => `${text} !== ''`, limit: 'must not be empty', method: 'min(1)' };

function longEnough(minimum: number): Rule {
  return {
    test: (text) => `lengthOf(${text}) >= ${minimum}`,
    limit: `must have at least ${minimum} characters`,
    actual: ['has', (text) => `lengthOf(${text})`],
  };
}

function shortEnough(maximum: number): Rule {
  return {
    // The length in UTF-16 units is never less than the count, so most texts need no counting.
    test: (text) => `(${text}.length <= ${maximum} || lengthOf(${text}) <= ${maximum})`,
    limit: `must have at most ${maximum} characters`,
    actual: ['has', (text) => `lengthOf(${text})`],
  };
}

export function zodString(rules: StringRules | undefined, unit: Unit, place: string): string {
  return `z.string()${rules ? stringRules(rules, unit, place).map(zodRule).join('') : ''}`;
}
