import { toKey, toLiteral } from '../names.js';
import { admitsUndefined, type Field, type ListRules, type RecordRules, type Shape } from '../schema/shape.js';
import { all, any, listLimits, memberSource, recordLimits } from './source.js';
import type { Unit } from './unit.js';
import type { ZodSource } from './zod.js';

/** Writes what lists and objects contain as zod schemas. */
export class ZodContents {
  readonly #unit: Unit;
  readonly #zod: ZodSource;
  readonly #components: ReadonlyMap<string, Shape>;

  constructor(unit: Unit, zod: ZodSource, components: ReadonlyMap<string, Shape>) {
    this.#unit = unit;
    this.#zod = zod;
    this.#components = components;
  }

  /** The schema of a list. */
  array(rules: ListRules | undefined): string {
    const item = rules?.items && rules.prefix.length === 0 ? this.#zod.expression(rules.items) : 'z.unknown()';
    if (!rules) return `z.array(${item})`;
    const limits = listLimits(rules).map(
      (test) =>
        `.refine((value) => ${test}, ${toLiteral(test.startsWith('distinct') ? 'must not have the same item twice' : itemLimit(rules))})`,
    );
    const tests = `${limits.join('')}${this.#prefix(rules)}${this.#contains(rules)}`;
    // zod hands on copies of what it has judged, without their `__proto__`; what compares items has to see them as they came.
    const compares = item !== 'z.unknown()' && (rules.unique || rules.contains);
    return compares ? `every(z.array(${item}), z.array(z.unknown())${tests})` : `z.array(${item})${tests}`;
  }

  #prefix({ prefix, items }: ListRules): string {
    if (prefix.length === 0) return '';
    const tests = prefix.map((shape, index) => `(value.length <= ${index} || accepts(${this.#zod.expression(shape)}, value[${index}]))`);
    const rest = items ? [`value.slice(${prefix.length}).every((item) => accepts(${this.#zod.expression(items)}, item))`] : [];
    return `.refine((value) => ${[...tests, ...rest].join(' && ')}, 'must have the items that are asked for, in their order')`;
  }

  #contains({ contains }: ListRules): string {
    if (!contains) return '';
    const count = `value.filter((item) => accepts(${this.#zod.expression(contains.shape)}, item)).length`;
    const tests = [`${count} >= ${contains.minimum}`, ...(contains.maximum === undefined ? [] : [`${count} <= ${contains.maximum}`])];
    return `.refine((value) => ${tests.join(' && ')}, 'must contain as many items of the form that is asked for as it says')`;
  }

  /** The schema of an object. */
  object(rules: RecordRules | undefined): string {
    if (!rules) return 'z.looseObject({})';
    const plain = rules.fields.filter(({ name }) => !(name in {}));
    const native = plain.length === rules.fields.length && rules.patterns.length === 0;
    const members = `{ ${plain.map((field) => this.#field(field)).join(', ')} }`;
    const base = native && rules.additional === false ? `z.strictObject(${members})` : `z.looseObject(${members})`;
    const typed = native && rules.additional ? `${base}.catchall(${this.#zod.expression(rules.additional)})` : base;
    const tests = [...this.#memberTests(rules), this.#keyTest(rules, native)].filter(Boolean);
    return tests.length
      ? `every(${typed}, z.custom((value) => !record(value) || (${tests.join(' && ')}), 'must have the fields that are asked for'))`
      : typed;
  }

  #field({ name, shape, required }: Field): string {
    const { schema, isAhead } = this.#zod.member(shape);
    const member = required ? (admitsUndefined(shape, this.#components) ? `present(${schema})` : schema) : `${schema}.optional()`;
    return isAhead ? `get ${toKey(name)}() { return ${member}; }` : `${toKey(name)}: ${member}`;
  }

  #memberTests(rules: RecordRules): string[] {
    const inherited = rules.fields.filter(({ name }) => name in {});
    return [
      ...inherited.map(({ name, shape, required }) => {
        const fits = `accepts(${this.#zod.expression(shape)}, ${memberSource(name)})`;
        return required ? `${memberSource(name)} !== undefined && ${fits}` : `(${memberSource(name)} === undefined || ${fits})`;
      }),
      ...rules.present.map((name) => `${memberSource(name)} !== undefined`),
      ...recordLimits(rules),
      ...rules.dependent.map((entry) => this.#dependent(entry)),
    ];
  }

  #dependent({ name, required, shape }: RecordRules['dependent'][number]): string {
    const tests = [
      ...required.map((other) => `${memberSource(other)} !== undefined`),
      ...(shape ? [`accepts(${this.#zod.expression(shape)}, value)`] : []),
    ];
    return `(${memberSource(name)} === undefined || (${all(tests)}))`;
  }

  /** Source of the tests whether a property or a pattern describes the member called `key`. */
  declared({ fields, patterns }: RecordRules): string[] {
    return [
      ...fields.map(({ name }) => `key === ${toLiteral(name)}`),
      ...patterns.map(({ pattern }) => `${this.#unit.pattern(pattern)}.test(key)`),
    ];
  }

  #keyTest(rules: RecordRules, native: boolean): string {
    const { patterns, names, additional } = rules;
    // zod never looks at a member called `__proto__`, so that one is held against the schema here.
    const skipped = native && additional ? ["key !== '__proto__'"] : [];
    const more = additional ? `accepts(${this.#zod.expression(additional)}, value[key])` : 'false';
    const tests = [
      ...(names ? [`accepts(${this.#zod.expression(names)}, key)`] : []),
      ...patterns.map(
        ({ pattern, shape }) => `(!${this.#unit.pattern(pattern)}.test(key) || accepts(${this.#zod.expression(shape)}, value[key]))`,
      ),
      ...(additional === undefined || (native && additional === false) ? [] : [any([...this.declared(rules), ...skipped, more])]),
    ];
    return tests.length ? `keysFit(value, (key) => ${tests.join(' && ')})` : '';
  }
}

function itemLimit({ minimum = 0, maximum }: ListRules): string {
  return maximum === undefined ? `must have at least ${minimum} items` : `must have ${minimum} to ${maximum} items`;
}
