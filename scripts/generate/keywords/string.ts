import { isList } from '../json.js';
import { isTextFormat, numberFormats, silentFormats } from './formats.js';
import { readPattern } from './patterns.js';
import { countAt, defined, numberAt, type Place, type Reader } from './reader.js';
import type { NumberRules, TextRules } from './shape.js';

export function readText(reader: Reader, place: Place): TextRules | undefined {
  const { pattern, format } = place.schema;
  const known = typeof format === 'string' && isTextFormat(format) ? format : undefined;
  const rules = defined<TextRules>({
    minimum: countAt(reader, place, 'minLength') || undefined,
    maximum: countAt(reader, place, 'maxLength'),
    pattern: pattern === undefined ? undefined : readPattern(reader, pattern, `${place.pointer}/pattern`),
    format: known,
  });
  return Object.keys(rules).length ? rules : undefined;
}

export function readNumber(reader: Reader, place: Place): NumberRules | undefined {
  const range = numberFormats.get(String(place.schema.format));
  const low = readBound(reader, place, 'minimum', 'exclusiveMinimum');
  const high = readBound(reader, place, 'maximum', 'exclusiveMaximum');
  const rules = defined<NumberRules>({
    minimum: tighter(Math.max, low.inclusive, range?.minimum),
    maximum: tighter(Math.min, high.inclusive, range?.maximum),
    above: low.exclusive,
    below: high.exclusive,
    multipleOf: readStep(reader, place),
    decimals: readDecimals(reader, place),
  });
  return Object.keys(rules).length ? rules : undefined;
}

/** Reports a format that nobody checks, since OpenAPI lets a tool fall back to the type alone. */
export function noteFormat(reader: Reader, { schema, pointer }: Place): void {
  const { format } = schema;
  if (format === undefined) return;
  if (typeof format !== 'string') reader.report(`${pointer}/format`, 'format must be a string.');
  else if (!isTextFormat(format) && !numberFormats.has(format) && !silentFormats.has(format)) {
    reader.notice(`${pointer}/format`, `Values of format "${format}" are checked by their type alone.`);
  }
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
  const kinds = isList(type) ? type : [type];
  const isNumeric = type === undefined || kinds.includes('number') || kinds.includes('integer');
  if (place.schema['x-decimals'] !== undefined && !isNumeric)
    reader.report(`${place.pointer}/x-decimals`, 'x-decimals limits numbers, and the type here admits none.');
  return countAt(reader, place, 'x-decimals');
}

function tighter(choose: (...values: number[]) => number, one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return choose(one, other);
}
