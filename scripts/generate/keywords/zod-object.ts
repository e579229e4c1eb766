import { capitalise, toIdentifier, toKey, toLiteral } from '../names.js';
import { admitsUndefined, type ObjectRules, type Property } from '../schema/model.js';
import { countTests } from './object.js';
import { all, any, memberSource } from './source.js';
import type { Unit } from './unit.js';
import type { ZodWriter } from './zod-writer.js';

export function zodObject(zod: ZodWriter, rules: ObjectRules | undefined, place: string): string {
  if (!rules) return 'z.looseObject({})';
  const plain = rules.properties.filter(({ name }) => !(name in {}));
  const native = plain.length === rules.properties.length && rules.patternProperties.length === 0;
  const members = `{ ${plain.map((property) => zodProperty(zod, property, place)).join(', ')} }`;
  const base = native && rules.additionalProperties === false ? `z.strictObject(${members})` : `z.looseObject(${members})`;
  const typed =
    native && rules.additionalProperties ? `${base}.catchall(${zod.expression(rules.additionalProperties, `${place}More`)})` : base;
  const tests = [...memberTests(zod, rules, place), keyTest(zod, rules, native, place)].filter(Boolean);
  return tests.length
    ? `every(${typed}, z.custom((value) => !record(value) || (${tests.join(' && ')}), 'must have the fields that are asked for'))`
    : typed;
}

function zodProperty(zod: ZodWriter, { name, schema: model, required }: Property, place: string): string {
  const { schema, isAhead } = zod.property(model, `${place}${capitalise(toIdentifier(name))}`);
  const member = required ? (admitsUndefined(model, zod.components) ? `present(${schema})` : schema) : `${schema}.optional()`;
  return isAhead ? `get ${toKey(name)}() { return ${member}; }` : `${toKey(name)}: ${member}`;
}

/** zod's own objects take a name that every object inherits for one that is there. */
function memberTests(zod: ZodWriter, rules: ObjectRules, place: string): string[] {
  const inherited = rules.properties.filter(({ name }) => name in {});
  return [
    ...inherited.map(({ name, schema, required }) => {
      const fits = `accepts(${zod.expression(schema, place)}, ${memberSource(name)})`;
      return required ? `${memberSource(name)} !== undefined && ${fits}` : `(${memberSource(name)} === undefined || ${fits})`;
    }),
    ...rules.required.map((name) => `${memberSource(name)} !== undefined`),
    ...countTests(rules),
    ...rules.dependent.map((entry) => dependentTest(zod, entry, place)),
  ];
}

function dependentTest(zod: ZodWriter, { name, required, schema }: ObjectRules['dependent'][number], place: string): string {
  const tests = [
    ...required.map((other) => `${memberSource(other)} !== undefined`),
    ...(schema ? [`accepts(${zod.expression(schema, place)}, value)`] : []),
  ];
  return `(${memberSource(name)} === undefined || (${all(tests)}))`;
}

/** Source of the test whether a property or a pattern describes the member called `key`. */
export function zodDeclared({ properties, patternProperties }: ObjectRules, unit: Unit, place: string): string[] {
  return [
    ...properties.map(({ name }) => `key === ${toLiteral(name)}`),
    ...patternProperties.map(({ pattern }) => `${unit.pattern(pattern, place)}.test(key)`),
  ];
}

function keyTest(zod: ZodWriter, rules: ObjectRules, native: boolean, place: string): string {
  const { patternProperties, propertyNames, additionalProperties } = rules;
  // zod never looks at a member called `__proto__`, so that one is held against the schema here.
  const skipped = native && additionalProperties ? ["key !== '__proto__'"] : [];
  const more = additionalProperties ? `accepts(${zod.expression(additionalProperties, `${place}More`)}, value[key])` : 'false';
  const tests = [
    ...(propertyNames ? [`accepts(${zod.expression(propertyNames, `${place}Name`)}, key)`] : []),
    ...patternProperties.map(
      ({ pattern, schema }, index) =>
        `(!${zod.unit.pattern(pattern, place)}.test(key) || accepts(${zod.expression(schema, `${place}Pattern${index}`)}, value[key]))`,
    ),
    ...(additionalProperties === undefined || (native && additionalProperties === false)
      ? []
      : [any([...zodDeclared(rules, zod.unit, place), ...skipped, more])]),
  ];
  return tests.length ? `keysFit(value, (key) => ${tests.join(' && ')})` : '';
}
