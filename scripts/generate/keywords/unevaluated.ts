import type { ObjectRules, SchemaModel } from '../schema/model.js';
import { reportOf, type Checker, type Subject } from './checker.js';
import { checkUnknown, declared } from './object.js';
import { all, any, block, memberSource, negate } from './source.js';
import type { ZodWriter } from './zod-writer.js';
import { zodDeclared } from './zod-object.js';

export const keywords = ['unevaluatedProperties'];

/** How an emitter writes that the value fits a schema, and that the key is one of an object's properties or patterns. */
interface Words {
  readonly components: ReadonlyMap<string, SchemaModel>;
  readonly fits: (model: SchemaModel, place: string) => string;
  readonly declares: (rules: ObjectRules) => string;
}

/** Holds the members of `value` that no other part of the schema describes. */
export function checkUnevaluated(checker: Checker, model: SchemaModel, unevaluated: SchemaModel, { report, place }: Subject): string {
  const known = evaluated(withoutUnevaluated(model), place, {
    components: checker.components,
    fits: (member, step) => checker.expression(member, { variable: 'value', place: step }),
    declares: (rules) => declared(rules, checker.unit, place),
  });
  const member = { variable: 'value[key]', report: reportOf(report, 'key'), place: `${place}Other` };
  const test = any([known, checkUnknown(checker, unevaluated, member)]);
  return test === 'true' ? '' : block('if (record(value)) for (const key in value)', [`if (${negate(test)}) return false;`]);
}

export function zodUnevaluated(zod: ZodWriter, model: SchemaModel, unevaluated: SchemaModel, place: string): string {
  const known = evaluated(withoutUnevaluated(model), place, {
    components: zod.components,
    fits: (member, step) => `accepts(${zod.expression(member, step)}, value)`,
    declares: (rules) => any(zodDeclared(rules, zod.unit, place)),
  });
  const test = any([known, `accepts(${zod.expression(unevaluated, `${place}Other`)}, value[key])`]);
  return test === 'true'
    ? ''
    : `z.custom((value) => !record(value) || keysFit(value, (key) => ${test}), 'must have no fields but those that are asked for')`;
}

function withoutUnevaluated({ unevaluatedProperties: _, ...others }: SchemaModel): SchemaModel {
  return others;
}

/** Source that tells whether a schema, or one that the value is held against on its behalf, says anything of the member called `key`. */
function evaluated(model: SchemaModel, place: string, words: Words): string {
  const { object, $ref, allOf = [], anyOf = [], oneOf = [], condition, unevaluatedProperties } = model;
  if (unevaluatedProperties || object?.open || object?.additionalProperties !== undefined) return 'true';
  const within = (member: SchemaModel | undefined, step: string): string =>
    member ? evaluated(member, `${place}${step}`, words) : 'false';
  const fitting = (member: SchemaModel, step: string): string => both(words.fits(member, `${place}${step}`), within(member, step));
  const dependent = (object?.dependent ?? []).map((entry, index) =>
    both(`${memberSource(entry.name)} !== undefined`, within(entry.schema, `Dependent${index}`)),
  );
  const test = condition && words.fits(condition.test, `${place}If`);
  return any([
    object ? words.declares(object) : 'false',
    ...dependent,
    $ref === undefined ? 'false' : within(words.components.get($ref), 'Reference'),
    ...allOf.map((member, index) => within(member, `All${index}`)),
    ...anyOf.map((member, index) => fitting(member, `Any${index}`)),
    ...oneOf.map((member, index) => fitting(member, `One${index}`)),
    test ? both(test, any([within(condition.test, 'If'), within(condition.yes, 'Then')])) : 'false',
    test ? both(negate(test), within(condition.no, 'Else')) : 'false',
  ]);
}

function both(test: string, known: string): string {
  return known === 'false' ? 'false' : all([test, known]);
}
