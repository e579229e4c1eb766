import { isList, type Json } from '../json.js';
import { toLiteral } from '../names.js';
import { types, type SchemaModel, type TypeName } from '../schema/model.js';
import { tellSource, type Checker, type Subject } from './checker.js';
import { numberRules } from './number.js';
import type { Place, Reader } from './reader.js';
import { checkRule, reported } from './rule.js';
import { all, any } from './source.js';
import { stringRules } from './string.js';

export const keywords = ['nullable', 'type'];

export function readTypes(reader: Reader, { schema, pointer }: Place): TypeName[] | undefined {
  const { type } = schema;
  if (type === undefined) return undefined;
  const names = isList(type) ? type : [type];
  if (names.length === 0) reader.report(`${pointer}/type`, 'type must name at least one type.');
  for (const name of names) {
    if (!isType(name)) reader.report(`${pointer}/type`, `${JSON.stringify(name)} is no type of OpenAPI; use one of ${types.join(', ')}.`);
  }
  return types.filter((name) => names.includes(name) && !(name === 'integer' && names.includes('number')));
}

function isType(name: Json): name is TypeName {
  return types.some((type) => type === name);
}

/** `nullable` as people use it: null fits, whatever else the schema asks for. */
export function allowNull(model: SchemaModel): SchemaModel {
  const plain = Object.keys(model).every((key) => ['pointer', 'types', 'string', 'number', 'array', 'object', 'enum'].includes(key));
  if (!plain || model.types === undefined) return { pointer: model.pointer, anyOf: [{ pointer: model.pointer, types: ['null'] }, model] };
  const nullable: SchemaModel = { ...model, types: [...model.types.filter((type) => type !== 'null'), 'null'] };
  return model.enum && !model.enum.includes(null) ? { ...nullable, enum: [...model.enum, null] } : nullable;
}

/** Holds a value against types, but for arrays and objects that have rules, which are functions of their own. */
export function checkTypes(checker: Checker, model: SchemaModel, named: readonly TypeName[], subject: Subject): string {
  const { variable, report } = subject;
  const wanted = model.types ?? [];
  if (wanted.length === 0) return reported('false', report, 'is not allowed here');
  const ruled = named.map((type) => ({ test: typeTest(type, variable), rules: scalarRules(checker, model, type, subject) }));
  const judged = ruled.filter(({ rules }) => rules !== 'true');
  const free = ruled.filter(({ rules }) => rules === 'true').map(({ test }) => test);
  if (report === undefined) return any([...judged.map(({ test, rules }) => all([test, rules])), ...free]);
  const otherwise = any([...free, tellSource(report, 'tellType', toLiteral(nounsOf(wanted)), variable)]);
  if (judged.length === 0) return otherwise;
  return `(${judged.map(({ test, rules }) => `${test} ? ${rules} : `).join('')}${otherwise})`;
}

function scalarRules({ unit }: Checker, { string, number }: SchemaModel, type: TypeName, subject: Subject): string {
  if (type === 'string' && string) return all(stringRules(string, unit, subject.place).map((rule) => checkRule(rule, subject)));
  if ((type === 'number' || type === 'integer') && number) return all(numberRules(number).map((rule) => checkRule(rule, subject)));
  return 'true';
}

/** Source of the expression that tells the type of a value. */
export function typeTest(type: TypeName, variable: string): string {
  const tests: Record<TypeName, string> = {
    string: `typeof ${variable} === 'string'`,
    integer: `typeof ${variable} === 'number' && Number.isInteger(${variable})`,
    number: `typeof ${variable} === 'number' && Number.isFinite(${variable})`,
    boolean: `typeof ${variable} === 'boolean'`,
    array: `list(${variable})`,
    object: `record(${variable})`,
    null: `${variable} === null`,
  };
  return tests[type];
}

const nouns: Record<TypeName, string> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

/** `a string or null`, for messages. */
export function nounsOf(named: readonly TypeName[]): string {
  const words = named.map((type) => nouns[type]);
  return words.length < 2 ? (words[0] ?? 'absent') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Null is said by a method of zod's; the others become a union where there are several. */
export function zodTypes(named: readonly TypeName[], schemaOf: (type: TypeName) => string): string {
  if (named.length === 0) return 'z.never()';
  const others = named.filter((type) => type !== 'null' || named.length === 1);
  const schemas = others.map(schemaOf);
  const schema = schemas.length === 1 ? schemas[0] : `z.union([${schemas.join(', ')}])`;
  return others.length < named.length ? `${schema}.nullable()` : `${schema}`;
}
