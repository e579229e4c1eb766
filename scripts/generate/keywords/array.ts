import { isList } from '../json.js';
import { toLiteral } from '../names.js';
import type { ArrayRules, SchemaModel } from '../schema/model.js';
import { reportOf, type Checker, type Step, type Subject } from './checker.js';
import { countAt, defined, type Place, type Reader } from './reader.js';
import { checkRule, reported, zodRule, type Rule } from './rule.js';
import { block, mentions, negate } from './source.js';
import type { ZodWriter } from './zod-writer.js';

export const keywords = ['contains', 'items', 'maxContains', 'maxItems', 'minContains', 'minItems', 'prefixItems', 'uniqueItems'];

export function readArray(reader: Reader, place: Place): ArrayRules | undefined {
  const { schema, pointer } = place;
  if (!keywords.some((keyword) => schema[keyword] !== undefined && !/Contains$/.test(keyword))) return undefined;
  return defined<ArrayRules>({
    minItems: countAt(reader, place, 'minItems') || undefined,
    maxItems: countAt(reader, place, 'maxItems'),
    uniqueItems: schema.uniqueItems === true,
    prefixItems: readPrefix(reader, place),
    items: schema.items === undefined ? undefined : reader.read(schema.items, `${pointer}/items`),
    contains: readContains(reader, place),
  });
}

function readPrefix(reader: Reader, { schema, pointer }: Place): SchemaModel[] {
  const { prefixItems } = schema;
  if (prefixItems === undefined) return [];
  if (isList(prefixItems)) return prefixItems.map((item, index) => reader.read(item, `${pointer}/prefixItems/${index}`));
  reader.report(`${pointer}/prefixItems`, 'prefixItems must be a list of schemas.');
  return [];
}

function readContains(reader: Reader, place: Place): ArrayRules['contains'] | undefined {
  const { schema, pointer } = place;
  if (schema.contains === undefined) return undefined;
  return defined<NonNullable<ArrayRules['contains']>>({
    schema: reader.read(schema.contains, `${pointer}/contains`),
    minContains: countAt(reader, place, 'minContains') ?? 1,
    maxContains: countAt(reader, place, 'maxContains'),
  });
}

const length = (list: string): string => `${list}.length`;

function arrayRules({ minItems, maxItems, uniqueItems }: ArrayRules): Rule[] {
  const rules: Rule[] = [];
  const limit = (test: string, words: string): Rule => ({
    test: (list) => `${list}.length ${test}`,
    limit: `must have ${words} items`,
    actual: ['has', length],
  });
  if (minItems !== undefined) rules.push(limit(`>= ${minItems}`, `at least ${minItems}`));
  if (maxItems !== undefined) rules.push(limit(`<= ${maxItems}`, `at most ${maxItems}`));
  if (uniqueItems) rules.push({ test: (list) => `distinct(${list})`, limit: 'must not have the same item twice' });
  return rules;
}

/** Holds a variable that is known to be a list. */
export function checkArray(checker: Checker, rules: ArrayRules, subject: Subject): Step[] {
  const { variable, report, place } = subject;
  return [
    ...arrayRules(rules).map((rule) => ({ test: checkRule(rule, subject) })),
    ...rules.prefixItems.map((item, index) => {
      const one = { variable: `${variable}[${index}]`, report: reportOf(report, String(index)), place: `${place}${index}` };
      const test = checker.expression(item, one);
      return { test: test === 'true' ? test : `(${variable}.length <= ${index} || ${test})` };
    }),
    checkItems(checker, rules, subject),
    ...checkContains(checker, rules, subject),
  ];
}

function checkItems(checker: Checker, { items, prefixItems }: ArrayRules, { variable, report, place }: Subject): string {
  if (!items) return '';
  const direct = checker.isCalled(items);
  const item = { variable: direct ? `${variable}[index]` : 'item', report: reportOf(report, 'index'), place: `${place}Item` };
  const test = checker.expression(items, item);
  if (test === 'true') return '';
  return block(`for (let index = ${prefixItems.length}; index < ${variable}.length; index += 1)`, [
    !direct && mentions(test, 'item') ? `const item = ${variable}[index];` : '',
    `if (${negate(test)}) return false;`,
  ]);
}

function checkContains(checker: Checker, { contains }: ArrayRules, { variable, report, place }: Subject): Step[] {
  if (!contains) return [];
  const { schema, minContains, maxContains } = contains;
  const test = checker.expression(schema, { variable: 'item', place: `${place}Contained` });
  const amount = maxContains === undefined ? `at least ${minContains}` : `${minContains} to ${maxContains}`;
  const fits = `contained >= ${minContains}${maxContains === undefined ? '' : ` && contained <= ${maxContains}`}`;
  return [
    `let contained = 0;\nfor (const item of ${variable}) if (${test}) contained += 1;`,
    { test: reported(fits, report, `must contain ${amount} items of the form that is asked for, has`, 'contained') },
  ];
}

export function zodArray(zod: ZodWriter, rules: ArrayRules | undefined, place: string): string {
  if (!rules) return 'z.array(z.unknown())';
  const item = rules.items && rules.prefixItems.length === 0 ? zod.expression(rules.items, `${place}Item`) : 'z.unknown()';
  const tests = `${arrayRules(rules).map(zodRule).join('')}${zodPrefix(zod, rules, place)}${zodContains(zod, rules, place)}`;
  // zod hands on copies of what it has judged, without their `__proto__`; what compares items has to see them as they came.
  const compares = item !== 'z.unknown()' && (rules.uniqueItems || rules.contains);
  return compares ? `every(z.array(${item}), z.array(z.unknown())${tests})` : `z.array(${item})${tests}`;
}

function zodPrefix(zod: ZodWriter, { prefixItems, items }: ArrayRules, place: string): string {
  if (prefixItems.length === 0) return '';
  const tests = prefixItems.map(
    (schema, index) => `(value.length <= ${index} || accepts(${zod.expression(schema, `${place}${index}`)}, value[${index}]))`,
  );
  const rest = items ? [`value.slice(${prefixItems.length}).every((item) => accepts(${zod.expression(items, `${place}Item`)}, item))`] : [];
  return `.refine((value) => ${[...tests, ...rest].join(' && ')}, 'must have the items that are asked for, in their order')`;
}

function zodContains(zod: ZodWriter, { contains }: ArrayRules, place: string): string {
  if (!contains) return '';
  const { schema, minContains, maxContains } = contains;
  const count = `value.filter((item) => accepts(${zod.expression(schema, `${place}Contained`)}, item)).length`;
  const tests = [`${count} >= ${minContains}`, ...(maxContains === undefined ? [] : [`${count} <= ${maxContains}`])];
  return `.refine((value) => ${tests.join(' && ')}, ${toLiteral('must contain as many items of the form that is asked for as it says')})`;
}
