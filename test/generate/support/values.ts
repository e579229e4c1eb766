import fc from 'fast-check';
import type { FormatName } from '../../../scripts/generate/keywords/formats.js';
import type { Pattern, SchemaModel, StringRules } from '../../../scripts/generate/schema/model.js';

type Values = fc.Arbitrary<unknown>;

const samples: Record<FormatName, readonly string[]> = {
  byte: ['', 'aGk=', 'aGVsbG8h'],
  date: ['2026-01-31', '2024-02-29', '2023-02-29'],
  'date-time': ['2026-01-31T18:00:00Z', '2026-01-31T18:00:00.123456+02:00', '2026-13-31T18:00:00Z'],
  email: ['ada@example.com', 'ada'],
  hostname: ['shop.example', '-shop'],
  ipv4: ['127.0.0.1', '256.0.0.1'],
  ipv6: ['::1', '1:2:3:4:5:6:7:8', '1::2::3'],
  'local-date-time': ['2026-01-31 18:00:00', '2026-02-30 18:00:00', '2027-53-01 00:00:00'],
  time: ['18:00:00Z', '25:00:00Z'],
  uri: ['https://shop.example/a?b=c', 'no uri'],
  uuid: ['98e878e8-2486-458a-b1f4-878d37398b52', '98e878e8'],
};

const keys = fc.constantFrom('a', 'id', 'x-extra', 'extra', 'constructor', '__proto__', 'toString', 'é', '');

/** Any JSON value, shallow. */
export const anything: Values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    fc.constantFrom(null, true, false, '', 'a', 'draft', '😀', 0, 1, -1, 2, 0.1, 0.1 + 0.2, 350.41, 1e300, 2 ** 31),
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 3 }).map(toRecord),
  ),
})).value;

/** Values that mostly fit the schema; where it is intricate some do not. */
export function valuesOf(model: SchemaModel, components: ReadonlyMap<string, SchemaModel>, depth = 4): Values {
  const inner = (other: SchemaModel): Values => (depth <= 0 ? anything : valuesOf(other, components, depth - 1));
  if (model.enum?.length) return fc.constantFrom(...model.enum);
  const target = model.$ref === undefined ? undefined : components.get(model.$ref);
  const combined = [target ? [target] : [], model.allOf ?? [], model.anyOf ?? [], model.oneOf ?? []].flat();
  const own = (model.types ?? []).map((type): Values => {
    if (type === 'string') return textOf(model.string ?? {});
    if (type === 'number' || type === 'integer') return numberOf(model, type === 'integer');
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    return type === 'array' ? listOf(model, inner) : recordOf(model, inner);
  });
  if (model.allOf && model.allOf.length > 0)
    return fc.tuple(...[...model.allOf.map(inner), ...own, ...(target ? [inner(target)] : [])]).map(merge);
  const choices = [...own, ...combined.map(inner)];
  return choices.length ? fc.oneof(...choices) : anything;
}

function merge(values: readonly unknown[]): unknown {
  const records = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  return records.length === values.length ? toRecord(records.flatMap((value) => Object.entries(value ?? {}))) : values.at(-1);
}

function textOf({ minLength = 0, maxLength, pattern, format }: StringRules): Values {
  if (format) return fc.constantFrom(...samples[format]);
  if (pattern) return patternOf(pattern);
  return fc.string({
    unit: fc.constantFrom('a', 'é', '😀', ' '),
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength ?? minLength + 8, 300)),
  });
}

function patternOf({ source, flags }: Pattern): Values {
  try {
    return fc.stringMatching(new RegExp(source, flags), { size: 'small' });
  } catch {
    return fc.string();
  }
}

function numberOf({ number = {} }: SchemaModel, whole: boolean): Values {
  const { minimum = number.exclusiveMinimum ?? -1000, maximum = number.exclusiveMaximum ?? minimum + 2000, multipleOf } = number;
  if (multipleOf !== undefined && minimum <= 0)
    return fc.integer({ min: 0, max: 1000 }).map((count) => Number((count * multipleOf).toFixed(8)));
  const edges = fc.constantFrom(minimum, maximum, minimum + 1, maximum - 1);
  return fc.oneof(
    edges,
    whole
      ? fc.integer({ min: Math.ceil(Math.max(minimum, -1e9)), max: Math.floor(Math.min(maximum, 1e9)) })
      : fc.double({ min: minimum, max: maximum, noNaN: true }),
  );
}

function listOf({ array }: SchemaModel, inner: (model: SchemaModel) => Values): Values {
  const { minItems = 0, maxItems = minItems + 3, prefixItems = [], items } = array ?? {};
  const rest = fc.array(items ? inner(items) : anything, {
    minLength: Math.min(Math.max(minItems - prefixItems.length, 0), 20),
    maxLength: Math.min(Math.max(maxItems - prefixItems.length, 0), 20),
  });
  return fc.tuple(fc.tuple(...prefixItems.map(inner)), rest).map(([first, last]) => [...first, ...last]);
}

function recordOf({ object }: SchemaModel, inner: (model: SchemaModel) => Values): Values {
  if (!object) return fc.constant({});
  const { properties, required: names, additionalProperties, patternProperties } = object;
  const members = properties.map(({ name, required, schema }) =>
    fc.option(inner(schema), { nil: undefined, freq: required ? 50 : 2 }).map((value): [string, unknown] => [name, value]),
  );
  const required = names.map((name) => anything.map((value): [string, unknown] => [name, value]));
  const more = additionalProperties === false ? [] : [fc.tuple(keys, additionalProperties ? inner(additionalProperties) : anything)];
  const patterned = patternProperties.map(({ pattern, schema }) => fc.tuple(patternOf(pattern).map(String), inner(schema)));
  return fc
    .tuple(...members, ...required, ...[...more, ...patterned].map((entry) => fc.option(entry, { nil: undefined })))
    .map((entries) => toRecord(entries.filter((entry) => entry !== undefined)));
}

// Defines rather than assigns: a member called `__proto__` has to be one, as JSON.parse makes it.
function toRecord(entries: readonly (readonly [string, unknown])[]): object {
  const given = entries.filter(([, value]) => value !== undefined);
  return given.reduce(
    (record, [name, value]) => Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true }),
    {},
  );
}

/** The value with one place in it changed: replaced, removed, added to or nudged over a limit. */
export function mutated(value: unknown): Values {
  return fc
    .tuple(fc.array(fc.nat(7), { maxLength: 5 }), fc.nat(5), anything, keys)
    .map(([path, action, other, key]) => mutate(value, path, { action, other, key }));
}

interface Change {
  readonly action: number;
  readonly other: unknown;
  readonly key: string;
}

function mutate(value: unknown, [step, ...path]: readonly number[], change: Change): unknown {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const index = step === undefined ? -1 : step % (entries.length + 1);
  if (index < 0 || index >= entries.length) return changeHere(value, change);
  const changed = entries.map(([name, member], place): [string, unknown] => [
    name,
    place === index ? mutate(member, path, change) : member,
  ]);
  return Array.isArray(value) ? changed.map(([, member]) => member) : toRecord(changed);
}

function changeHere(value: unknown, { action, other, key }: Change): unknown {
  if (typeof value === 'number') return [value + 1, value - 1, -value, value + 0.001, String(value), other][action];
  if (typeof value === 'string') return [`${value}${value}`, `${value}😀`, value.slice(1), ` ${value}`, Number(value) || 0, other][action];
  if (Array.isArray(value)) return [[...value, other], value.slice(1), [...value, ...value], [], { ...value }, other][action];
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  return [toRecord([...entries, [key, other]]), toRecord(entries.slice(1)), toRecord(entries.slice(0, -1)), entries, {}, other][action];
}
