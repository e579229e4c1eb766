import { isList } from '../json.js';
import { toLiteral } from '../names.js';
import type { NumberRules } from '../schema/model.js';
import { numberFormats } from './formats.js';
import { countAt, defined, numberAt, type Place, type Reader } from './reader.js';
import { zodRule, type Rule } from './rule.js';

export const keywords = ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf', 'x-decimals'];

export function readNumber(reader: Reader, place: Place): NumberRules | undefined {
  const range = numberFormats.get(String(place.schema.format));
  const low = readBound(reader, place, 'minimum', 'exclusiveMinimum');
  const high = readBound(reader, place, 'maximum', 'exclusiveMaximum');
  const rules = defined<NumberRules>({
    minimum: tighter(Math.max, low.inclusive, range?.minimum),
    maximum: tighter(Math.min, high.inclusive, range?.maximum),
    exclusiveMinimum: low.exclusive,
    exclusiveMaximum: high.exclusive,
    multipleOf: readStep(reader, place),
    decimals: readDecimals(reader, place),
  });
  return Object.keys(rules).length ? rules : undefined;
}

function readBound(reader: Reader, place: Place, bound: string, exclusive: string): { inclusive?: number; exclusive?: number } {
  const limit = numberAt(reader, place, bound);
  const flag = place.schema[exclusive];
  // OpenAPI 3.0 says with a boolean that the bound itself is excluded; 3.1 gives a bound of its own.
  if (typeof flag === 'boolean' && reader.version === '3.1')
    reader.report(`${place.pointer}/${exclusive}`, `${exclusive} must be a number in OpenAPI 3.1; write the bound itself there.`);
  if (typeof flag === 'boolean') return flag ? defined({ exclusive: limit }) : defined({ inclusive: limit });
  return defined({ inclusive: limit, exclusive: numberAt(reader, place, exclusive) });
}

function readStep(reader: Reader, place: Place): number | undefined {
  const step = numberAt(reader, place, 'multipleOf');
  if (step === undefined || step > 0) return step;
  reader.report(`${place.pointer}/multipleOf`, 'multipleOf must be greater than 0.');
  return undefined;
}

function readDecimals(reader: Reader, place: Place): number | undefined {
  const { type } = place.schema;
  const named = isList(type) ? type : [type];
  const isNumeric = type === undefined || named.includes('number') || named.includes('integer');
  if (place.schema['x-decimals'] !== undefined && !isNumeric)
    reader.report(`${place.pointer}/x-decimals`, 'x-decimals limits numbers, and the type here admits none.');
  return countAt(reader, place, 'x-decimals');
}

function tighter(choose: (...values: number[]) => number, one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return choose(one, other);
}

export function numberRules(rules: NumberRules): Rule[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, decimals } = rules;
  return [
    ...(minimum === undefined ? [] : [bound('>=', minimum, 'be at least', 'gte')]),
    ...(maximum === undefined ? [] : [bound('<=', maximum, 'be at most', 'lte')]),
    ...(exclusiveMinimum === undefined ? [] : [bound('>', exclusiveMinimum, 'be greater than', 'gt')]),
    ...(exclusiveMaximum === undefined ? [] : [bound('<', exclusiveMaximum, 'be less than', 'lt')]),
    ...(multipleOf === undefined ? [] : [stepRule(multipleOf)]),
    ...(decimals === undefined ? [] : [decimalsRule(decimals)]),
  ];
}

const itself = (number: string): string => number;

function bound(operator: string, limit: number, words: string, method: string): Rule {
  return {
    test: (number) => `${number} ${operator} ${limit}`,
    limit: `must ${words} ${limit}`,
    actual: ['is', itself],
    method: `${method}(${limit})`,
  };
}

function stepRule(step: number): Rule {
  const scale = 10 ** digitsAfterPoint(step);
  return {
    test: (number) => (scale === 1 ? `${number} % ${step} === 0` : `multiple(${number}, ${Math.round(step * scale)}, ${scale})`),
    limit: `must be a multiple of ${step}`,
    actual: ['is', itself],
  };
}

function digitsAfterPoint(step: number): number {
  const [, fraction = '', exponent = '0'] = /^\d*(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(step)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

const numerals = ['no', 'one', 'two', 'three', 'four'];

function decimalsRule(decimals: number): Rule {
  const limit = `must have ${decimals === 0 ? '' : 'at most '}${numerals[decimals] ?? decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
  return { test: (number) => `fitsDecimals(${number}, ${10 ** decimals})`, limit, actual: ['is', itself] };
}

export function zodNumber(rules: NumberRules | undefined, whole: boolean): string {
  const integer = whole ? `.refine(Number.isInteger, ${toLiteral('must be an integer')})` : '';
  return `z.number()${integer}${rules ? numberRules(rules).map(zodRule).join('') : ''}`;
}
