import { entriesOf, isList, isObject, stringsAt } from '../json.js';
import { capitalise, identifiersFor, toIdentifier, toKey, toLiteral } from '../names.js';
import { join } from '../pointer.js';
import { admitsUndefined, isAnything, type ObjectRules, type Property, type SchemaModel } from '../schema/model.js';
import { reportOf, tellSource, type Checker, type Step, type Subject } from './checker.js';
import { readPattern } from './pattern.js';
import { countAt, defined, type Place, type Reader } from './reader.js';
import { checkRule, reported, type Rule } from './rule.js';
import { all, any, block, memberSource, mentions, negate } from './source.js';
import type { Unit } from './unit.js';

export const keywords = [
  'additionalProperties',
  'dependentRequired',
  'dependentSchemas',
  'maxProperties',
  'minProperties',
  'patternProperties',
  'properties',
  'propertyNames',
  'required',
];

export function readObject(reader: Reader, place: Place): ObjectRules | undefined {
  const { schema, pointer } = place;
  if (!keywords.some((keyword) => schema[keyword] !== undefined)) return undefined;
  const required = readRequired(reader, place);
  const properties = readProperties(reader, place, required);
  const additionalProperties = readAdditional(reader, place);
  return defined<ObjectRules>({
    properties,
    required: required.filter((name) => !properties.some((property) => property.name === name)),
    additionalProperties,
    open: (schema.additionalProperties !== undefined && additionalProperties === undefined) || undefined,
    patternProperties: readPatterns(reader, place),
    propertyNames: schema.propertyNames === undefined ? undefined : reader.read(schema.propertyNames, `${pointer}/propertyNames`),
    minProperties: countAt(reader, place, 'minProperties') || undefined,
    maxProperties: countAt(reader, place, 'maxProperties'),
    dependent: readDependent(reader, place),
  });
}

function readRequired(reader: Reader, { schema, pointer }: Place): string[] {
  const { required } = schema;
  if (required === undefined) return [];
  if (!isList(required) || !required.every((name) => typeof name === 'string'))
    reader.report(`${pointer}/required`, 'required must be a list of names.');
  return stringsAt(required);
}

function readProperties(reader: Reader, { schema, pointer }: Place, required: readonly string[]): Property[] {
  const { properties } = schema;
  if (properties !== undefined && !isObject(properties)) reader.report(`${pointer}/properties`, 'properties must be an object.');
  const names = new Set(required);
  return entriesOf(properties).map(([name, member]) => ({
    name,
    required: names.has(name),
    schema: reader.read(member, join(pointer, 'properties', name)),
  }));
}

function readAdditional(reader: Reader, { schema, pointer }: Place): SchemaModel | false | undefined {
  const { additionalProperties } = schema;
  if (additionalProperties === undefined || additionalProperties === true) return undefined;
  if (additionalProperties === false) return false;
  const model = reader.read(additionalProperties, `${pointer}/additionalProperties`);
  return isAnything(model) ? undefined : model;
}

function readPatterns(reader: Reader, { schema, pointer }: Place): ObjectRules['patternProperties'] {
  return entriesOf(schema.patternProperties).flatMap(([source, member]) => {
    const here = join(pointer, 'patternProperties', source);
    const pattern = readPattern(reader, source, here);
    const model = reader.read(member, here);
    return pattern ? [{ pattern, schema: model }] : [];
  });
}

function readDependent(reader: Reader, { schema, pointer }: Place): ObjectRules['dependent'] {
  const required = entriesOf(schema.dependentRequired).map(([name, names]) => ({ name, required: stringsAt(names) }));
  const schemas = entriesOf(schema.dependentSchemas).map(([name, member]) => ({
    name,
    required: [],
    schema: reader.read(member, join(pointer, 'dependentSchemas', name)),
  }));
  return [...required, ...schemas];
}

/** Holds `value`, which is known to be an object. */
export function checkObject(checker: Checker, rules: ObjectRules, { report, place }: Subject): Step[] {
  const locals = localNames(rules);
  const properties = rules.properties.map((property) => {
    const local = locals.get(property.name) ?? property.name;
    return { name: property.name, local, test: checkProperty(checker, property, local, report, place) };
  });
  return [
    ...inParts(
      checker,
      properties.filter(({ test }) => test !== 'true'),
      report,
      place,
    ),
    ...rules.required.map((name) => ({ test: required(memberSource(name), reportOf(report, toLiteral(name))) })),
    ...countRules(rules).map((rule) => ({ test: checkRule(rule, { variable: 'value', report, place }) })),
    ...rules.dependent.map((entry, index) => ({ test: checkDependent(checker, entry, report, `${place}Dependent${index}`) })),
    checkKeys(checker, rules, report, place),
  ];
}

/** Variables called after the properties they hold. */
function localNames({ properties }: ObjectRules): Map<string, string> {
  // Constants and functions of a file end and begin in these words, and the others are names of the generated code.
  const names = properties.map(({ name }) => (/^check\P{Ll}|(Pattern|Names|Values)(_\d+)?$/u.test(name) ? `${name}_` : name));
  const chosen = identifiersFor(new Set(names), reserved);
  return new Map(properties.map(({ name }, index) => [name, chosen.get(names[index] ?? name) ?? name]));
}

const reserved = (
  'value report key index item contained fitting Number Set undefined ' +
  'countOf distinct fitsDecimals lengthOf list multiple own record same tagged ' +
  'fitsBase64 fitsDate fitsDateTime fitsEmail fitsHostname fitsIpv4 fitsIpv6 fitsLocalDateTime fitsTime fitsUri fitsUuid'
).split(' ');

function checkProperty(checker: Checker, property: Property, local: string, report: string | undefined, place: string): string {
  const { name, schema } = property;
  const key = toLiteral(name);
  const subject = { variable: local, report: reportOf(report, key), place: `${place}${capitalise(toIdentifier(name))}` };
  const fits = checker.expression(schema, subject);
  if (!property.required) return any([`${local} === undefined`, fits]);
  if (tellsAbsence(schema, checker.components)) return fits;
  if (fits === 'true' || subject.report === undefined) return all([required(local, subject.report), fits]);
  return `(${local} === undefined ? ${tellSource(subject.report, 'tell', "'is required'")} : ${fits})`;
}

function required(member: string, report: string | undefined): string {
  return reported(`${member} !== undefined`, report, 'is required');
}

/** Whether the check of a schema says itself that a value is missing. */
function tellsAbsence(model: SchemaModel, components: ReadonlyMap<string, SchemaModel>, passed: readonly string[] = []): boolean {
  const { pointer: _, $ref, ...rules } = model;
  if (admitsUndefined(model, components)) return false;
  if ($ref !== undefined && Object.keys(rules).length === 0) {
    const target = passed.includes($ref) ? undefined : components.get($ref);
    return target !== undefined && tellsAbsence(target, components, [...passed, $ref]);
  }
  return $ref === undefined && (rules.types?.length ?? 1) > 0 && Object.keys(rules).every((part) => plainParts.has(part));
}

const plainParts: ReadonlySet<string> = new Set(['types', 'enum', 'string', 'number', 'array', 'object']);

interface Checked {
  readonly name: string;
  readonly local: string;
  readonly test: string;
}

/** The properties, or calls of functions that hold a part of them each: TypeScript gives up on functions that branch too often. */
function inParts(checker: Checker, properties: readonly Checked[], report: string | undefined, place: string): readonly Step[] {
  const parts = Array.from({ length: Math.ceil(properties.length / 64) }, (_, index) => properties.slice(index * 64, (index + 1) * 64));
  if (parts.length < 2) return checkPart(properties);
  return parts.map((part, index) => {
    const name = checker.define(part, `${place}Part${index}`, 'Record<string, unknown>', () => checkPart(part));
    return { test: report === undefined ? `${name}(value)` : `${name}(value, ${report})` };
  });
}

function checkPart(properties: readonly Checked[]): readonly Step[] {
  const inherited = properties.filter(({ name }) => name in {});
  const plain = properties.filter(({ name }) => !(name in {}));
  const names = plain.map(({ name, local }) => (name === local ? name : `${toKey(name)}: ${local}`));
  return [
    names.length ? `const { ${names.join(', ')} } = value;` : '',
    ...inherited.map(({ name, local }) => `const ${local} = ${memberSource(name)};`),
    ...properties.map(({ test }) => ({ test })),
  ];
}

function countRules({ minProperties, maxProperties }: ObjectRules): Rule[] {
  const limit = (test: string, words: string): Rule => ({
    test: (object) => `countOf(${object}) ${test}`,
    limit: `must have ${words} fields`,
    actual: ['has', (object) => `countOf(${object})`],
  });
  return [
    ...(minProperties === undefined ? [] : [limit(`>= ${minProperties}`, `at least ${minProperties}`)]),
    ...(maxProperties === undefined ? [] : [limit(`<= ${maxProperties}`, `at most ${maxProperties}`)]),
  ];
}

/** Source of the tests of the number of fields, for zod. */
export function countTests(rules: ObjectRules): string[] {
  return countRules(rules).map(({ test }) => test('value'));
}

function checkDependent(
  checker: Checker,
  { name, required: others, schema }: ObjectRules['dependent'][number],
  report: string | undefined,
  place: string,
): string {
  const tests = [
    ...others.map((other) =>
      reported(`${memberSource(other)} !== undefined`, reportOf(report, toLiteral(other)), `is required together with ${name}`),
    ),
    ...(schema ? [checker.expression(schema, { variable: 'value', report, place })] : []),
  ];
  const asked = all(tests);
  return asked === 'true' ? asked : `(${memberSource(name)} === undefined || ${asked.includes(' && ') ? `(${asked})` : asked})`;
}

function checkKeys(checker: Checker, rules: ObjectRules, report: string | undefined, place: string): string {
  const { patternProperties, propertyNames, additionalProperties } = rules;
  const about = reportOf(report, 'key');
  const member = (step: string): Subject => ({ variable: 'value[key]', report: about, place: `${place}${step}` });
  const tests = [
    propertyNames
      ? reported(
          checker.expression(propertyNames, { variable: 'key', place: `${place}Name` }),
          about,
          'has a name that is not allowed here',
        )
      : 'true',
    ...patternProperties.map(({ pattern, schema }, index) => {
      const fits = checker.expression(schema, member(`Pattern${index}`));
      return fits === 'true' ? fits : `(!${checker.unit.pattern(pattern, place)}.test(key) || ${fits})`;
    }),
    additionalProperties === undefined
      ? 'true'
      : any([declared(rules, checker.unit, place), checkUnknown(checker, additionalProperties, member('More'))]),
  ];
  const lines = tests.filter((test) => test !== 'true').map((test) => `if (${negate(test)}) return false;`);
  return lines.length ? block(`for (const ${mentions(lines.join(), 'key') ? 'key' : '_'} in value)`, lines) : '';
}

/** Holds the member called `key`, which nothing describes. */
export function checkUnknown(checker: Checker, schema: SchemaModel | false, subject: Subject): string {
  const none = schema === false || schema.types?.length === 0;
  return none ? reported('false', subject.report, 'is not a known field') : checker.expression(schema, subject);
}

/** Source of the test whether a property or a pattern describes the member called `key`. */
export function declared({ properties, patternProperties }: ObjectRules, unit: Unit, place: string): string {
  const names = properties.map(({ name }) => name);
  const few = names.map((name) => `key === ${toLiteral(name)}`);
  const named = names.length <= 4 ? few : [`${unit.set(names, place, 'Names')}.has(key)`];
  return any([...named, ...patternProperties.map(({ pattern }) => `${unit.pattern(pattern, place)}.test(key)`)]);
}
