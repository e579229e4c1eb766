import { isList } from '../json.js';
import { toLiteral } from '../names.js';
import { isAnything, type SchemaModel } from '../schema/model.js';
import { callOf, tellSource, type Checker, type Step, type Subject } from './checker.js';
import type { Place, Reader } from './reader.js';
import { reported } from './rule.js';
import { all, any, negate } from './source.js';
import type { ZodWriter } from './zod-writer.js';

export const keywords = ['allOf', 'anyOf', 'not', 'oneOf'];

/** The members of `allOf`, `anyOf` or `oneOf`. */
export function readMembers(reader: Reader, { schema, pointer }: Place, keyword: string): SchemaModel[] | undefined {
  const members = schema[keyword];
  if (members === undefined) return undefined;
  if (isList(members) && members.length > 0) return members.map((member, index) => reader.read(member, `${pointer}/${keyword}/${index}`));
  reader.report(`${pointer}/${keyword}`, `${keyword} must be a list of schemas, at least one.`);
  return undefined;
}

export function checkAllOf(checker: Checker, members: readonly SchemaModel[], subject: Subject): string {
  return all(members.map((member, index) => checker.expression(member, { ...subject, place: `${subject.place}All${index}` })));
}

export function checkAnyOf(checker: Checker, model: SchemaModel, members: readonly SchemaModel[], subject: Subject): string {
  if (members.some(isAnything)) return 'true';
  const { variable, report, place } = subject;
  const steps = members.map((_, index) => `${place}Any${index}`);
  if (report === undefined) return any(members.map((member, index) => checker.expression(member, { variable, place: steps[index] ?? '' })));
  const names = members.map((member, index) => checker.functionFor(member, steps[index] ?? ''));
  const tests = names.map((name) => callOf(name, { variable }));
  return any([...tests, nearestSource(model, names, variable, report)]);
}

/** `oneOf` counts the members that fit, so it needs a function. */
export function checkOneOf(checker: Checker, model: SchemaModel, members: readonly SchemaModel[], subject: Subject): Step[] {
  const { variable, report = 'report', place } = subject;
  const names = members.map((member, index) => checker.functionFor(member, `${place}One${index}`));
  const count = names.map((name) => `Number(${callOf(name, { variable })} === true)`).join(' + ');
  const several = tellSource(report, 'tell', "'fits more than one of the forms that exclude each other'");
  const problem = `(fitting > 1 ? ${several} : ${nearestSource(model, names, variable, report)})`;
  return [`const fitting = ${count};`, { test: `(fitting === 1 || ${problem})` }];
}

/** Source that tells of the nearest member, or of the one that the discriminator names. */
function nearestSource({ discriminator }: SchemaModel, names: readonly string[], variable: string, report: string): string {
  const members = `[${names.join(', ')}]`;
  if (!discriminator) return tellSource(report, 'closest', variable, members);
  const tags = [...discriminator.mapping].map(([tag, index]) => `[${toLiteral(tag)}, ${names[index]}]`).join(', ');
  return tellSource(report, 'closest', variable, `tagged(${variable}, ${toLiteral(discriminator.propertyName)}, [${tags}]) ?? ${members}`);
}

export function checkNot(checker: Checker, not: SchemaModel, { variable, report, place }: Subject): string {
  const fits = checker.expression(not, { variable, place: `${place}Not` });
  return reported(negate(fits), report, 'must not have the form that is excluded here');
}

export function zodCombinations(zod: ZodWriter, { allOf = [], anyOf, oneOf, not }: SchemaModel, place: string): string[] {
  const list = (members: readonly SchemaModel[], word: string): string[] =>
    members.map((member, index) => zod.expression(member, `${place}${word}${index}`));
  const choice = (members: readonly SchemaModel[] | undefined, word: string, open: string, close: string): string[] => {
    if (!members) return [];
    const schemas = list(members, word);
    return schemas.length > 1 ? [`${open}${schemas.join(', ')}${close}`] : schemas;
  };
  return [
    ...list(allOf, 'All'),
    ...choice(anyOf, 'Any', 'z.union([', '])'),
    ...choice(oneOf, 'One', 'exactlyOne(', ')'),
    ...(not
      ? [
          `z.unknown().refine((value) => !accepts(${zod.expression(not, `${place}Not`)}, value), 'must not have the form that is excluded here')`,
        ]
      : []),
  ];
}
