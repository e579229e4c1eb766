import { toLiteral } from '../names.js';
import { textFormats } from './formats.js';
import type { Kind, NumberRules, TextRules } from './shape.js';

/** One limit on a string or a number, as both emitters write it. */
export interface Rule {
  /** Source of a boolean expression over the variable. */
  readonly test: (variable: string) => string;
  /** What is asked for, in words. */
  readonly limit: string;
  /** How far off the variable is: a word and the source that tells the number. */
  readonly actual?: (variable: string) => string;
  /** The method of zod that gives the same verdict, where there is one. */
  readonly method?: string;
}

/** Source of the message for a variable that breaks the rule. */
export function messageOf({ limit, actual }: Rule, variable: string): string {
  return actual ? `\`${limit}, ${actual(variable)}\`` : toLiteral(limit);
}

export function textRules(
  { minimum, maximum, pattern, format }: TextRules,
  patternName: (pattern: NonNullable<TextRules['pattern']>) => string,
): Rule[] {
  const rules: Rule[] = [];
  if (minimum !== undefined) rules.push(minimum === 1 ? notEmpty : longEnough(minimum));
  if (maximum !== undefined) rules.push(shortEnough(maximum));
  if (pattern) {
    const name = patternName(pattern);
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
    actual: (text) => `has \${lengthOf(${text})}`,
  };
}

function shortEnough(maximum: number): Rule {
  return {
    // The length in UTF-16 units is never less than the count, so most texts need no counting.
    test: (text) => `(${text}.length <= ${maximum} || lengthOf(${text}) <= ${maximum})`,
    limit: `must have at most ${maximum} characters`,
    actual: (text) => `has \${lengthOf(${text})}`,
  };
}

export function numberRules({ minimum, maximum, above, below, multipleOf, decimals }: NumberRules): Rule[] {
  return [
    ...(minimum === undefined ? [] : [compare('>=', minimum, 'be at least', 'gte')]),
    ...(maximum === undefined ? [] : [compare('<=', maximum, 'be at most', 'lte')]),
    ...(above === undefined ? [] : [compare('>', above, 'be greater than', 'gt')]),
    ...(below === undefined ? [] : [compare('<', below, 'be less than', 'lt')]),
    ...(multipleOf === undefined ? [] : [stepRule(multipleOf)]),
    ...(decimals === undefined ? [] : [decimalsRule(decimals)]),
  ];
}

function compare(operator: string, limit: number, words: string, method: string): Rule {
  return {
    test: (number) => `${number} ${operator} ${limit}`,
    limit: `must ${words} ${limit}`,
    actual: (number) => `is \${${number}}`,
    method: `${method}(${limit})`,
  };
}

function stepRule(step: number): Rule {
  const scale = 10 ** decimalsOf(step);
  return {
    test: (number) => (scale === 1 ? `${number} % ${step} === 0` : `multiple(${number}, ${Math.round(step * scale)}, ${scale})`),
    limit: `must be a multiple of ${step}`,
    actual: (number) => `is \${${number}}`,
  };
}

const numerals = ['no', 'one', 'two', 'three', 'four'];

function decimalsRule(decimals: number): Rule {
  return {
    test: (number) => `fitsDecimals(${number}, ${10 ** decimals})`,
    limit:
      decimals === 0
        ? 'must have no decimals'
        : `must have at most ${numerals[decimals] ?? decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`,
    actual: (number) => `is \${${number}}`,
  };
}

function decimalsOf(step: number): number {
  const [, fraction = '', exponent = '0'] = /^\d*(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(step)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

function clip(source: string): string {
  return source.length > 80 ? `${source.slice(0, 80)}…` : source;
}

/** Source of the expression that tells a kind of value. */
export function kindTest(kind: Kind, variable: string): string {
  const tests: Record<Kind, string> = {
    string: `typeof ${variable} === 'string'`,
    integer: `typeof ${variable} === 'number' && Number.isInteger(${variable})`,
    number: `typeof ${variable} === 'number' && Number.isFinite(${variable})`,
    boolean: `typeof ${variable} === 'boolean'`,
    array: `list(${variable})`,
    object: `record(${variable})`,
    null: `${variable} === null`,
  };
  return tests[kind];
}

const nouns: Record<Kind, string> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

/** `a string or null`, for messages. */
export function nounsOf(kinds: readonly Kind[]): string {
  const words = kinds.map((kind) => nouns[kind]);
  return words.length < 2 ? (words[0] ?? 'absent') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `one of "icon", "logo"`, for messages. */
export function choiceOf(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map((value) => clip(JSON.stringify(value)));
  const more = values.length - shown.length;
  return `${values.length === 1 ? '' : 'one of '}${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
