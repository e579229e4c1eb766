import { isList, isObject, type Json } from '../json.js';
import { toKey, toLiteral } from '../names.js';
import { choiceOf, nounsOf, numberRules, textRules, type Rule } from '../schema/rules.js';
import { referencesOf } from '../schema/order.js';
import { admitsUndefined, kindsMatter, type Field, type Kind, type ListRules, type RecordRules, type Shape } from '../schema/shape.js';
import { evaluatedSource } from './evaluated.js';
import { all, any, listLimits, memberSource, recordLimits } from './source.js';
import type { Unit } from './unit.js';

/** Writes shapes as zod schemas that give the same verdict as the validators. */
export class ZodSource {
  readonly #unit: Unit;
  readonly #nameOf: (component: string) => string;
  readonly #defined: ReadonlySet<string>;
  readonly #components: ReadonlyMap<string, Shape>;
  #deferred = false;

  /** `defined` holds the components whose schemas stand further up; others are reached through a getter or `z.lazy`. */
  constructor(unit: Unit, nameOf: (component: string) => string, defined: ReadonlySet<string>, components: ReadonlyMap<string, Shape>) {
    this.#components = components;
    this.#unit = unit;
    this.#nameOf = nameOf;
    this.#defined = defined;
  }

  expression(shape: Shape): string {
    const parts = [
      this.#values(shape),
      this.#kinds(shape),
      shape.reference && this.#reference(shape.reference),
      ...(shape.all ?? []).map((member) => this.expression(member)),
      shape.any && (shape.any.length > 1 ? `z.union([${this.#list(shape.any)}])` : this.#list(shape.any)),
      shape.one && (shape.one.length > 1 ? `exactlyOne(${this.#list(shape.one)})` : this.#list(shape.one)),
      shape.not &&
        `z.unknown().refine((value) => !accepts(${this.expression(shape.not)}, value), 'must not have the form that is excluded here')`,
      shape.when && this.#when(shape.when),
      shape.unevaluated && this.#unevaluated(shape, shape.unevaluated),
    ].filter((part) => part !== undefined && part !== '');
    if (parts.length === 0) return 'z.unknown()';
    return parts.length === 1 ? (parts[0] ?? '') : `every(${parts.join(', ')})`;
  }

  #list(shapes: readonly Shape[]): string {
    return shapes.map((shape) => this.expression(shape)).join(', ');
  }

  #reference(component: string): string {
    const name = this.#nameOf(component);
    return this.#defined.has(component) || this.#deferred ? name : `z.lazy(() => ${name})`;
  }

  #values({ values }: Shape): string | undefined {
    if (!values) return undefined;
    if (values.length === 0) return 'z.never()';
    const scalars = [...new Set(values)].filter((value) => !isObject(value) && !isList(value));
    const words = scalars.filter((value) => typeof value === 'string' && value !== '__proto__');
    const listed = (some: readonly Json[]): string => some.map(toLiteral).join(', ');
    if (scalars.length === new Set(values).size) {
      if (words.length > 0 && words.length === scalars.length) return `z.enum([${listed(words)}])`;
      const nullable = words.length > 0 && words.length === scalars.length - 1 && scalars.includes(null);
      return nullable ? `z.enum([${listed(words)}]).nullable()` : `z.literal([${listed(scalars)}])`;
    }
    const tests = values.map((value) => `same(value, ${toLiteral(value)})`);
    return `z.custom((value) => ${tests.join(' || ')}, ${toLiteral(`must be ${choiceOf(values)}`)})`;
  }

  #kinds(shape: Shape): string | undefined {
    const { kinds } = shape;
    if (!kinds || !kindsMatter(shape)) return undefined;
    if (kinds.length === 0) return 'z.never()';
    const named = kinds.filter((kind) => kind !== 'null' || kinds.length === 1);
    const schemas = named.map((kind) => this.#kind(kind, shape));
    const schema = schemas.length === 1 ? schemas[0] : `z.union([${schemas.join(', ')}])`;
    return named.length < kinds.length ? `${schema}.nullable()` : schema;
  }

  #kind(kind: Kind, { text, number, list, record }: Shape): string {
    if (kind === 'string')
      return `z.string()${
        text
          ? textRules(text, (pattern) => this.#unit.pattern(pattern))
              .map(ruleSource)
              .join('')
          : ''
      }`;
    if (kind === 'array') return this.#array(list);
    if (kind === 'object') return this.#object(record);
    if (kind === 'boolean' || kind === 'null') return `z.${kind}()`;
    const whole = kind === 'integer' ? `.refine(Number.isInteger, ${toLiteral(`must be ${nounsOf([kind])}`)})` : '';
    return `z.number()${whole}${number ? numberRules(number).map(ruleSource).join('') : ''}`;
  }

  #array(rules: ListRules | undefined): string {
    const item = rules?.items && rules.prefix.length === 0 ? this.expression(rules.items) : 'z.unknown()';
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
    const tests = prefix.map((shape, index) => `(value.length <= ${index} || accepts(${this.expression(shape)}, value[${index}]))`);
    const rest = items ? [`value.slice(${prefix.length}).every((item) => accepts(${this.expression(items)}, item))`] : [];
    return `.refine((value) => ${[...tests, ...rest].join(' && ')}, 'must have the items that are asked for, in their order')`;
  }

  #contains({ contains }: ListRules): string {
    if (!contains) return '';
    const count = `value.filter((item) => accepts(${this.expression(contains.shape)}, item)).length`;
    const tests = [`${count} >= ${contains.minimum}`, ...(contains.maximum === undefined ? [] : [`${count} <= ${contains.maximum}`])];
    return `.refine((value) => ${tests.join(' && ')}, 'must contain as many items of the form that is asked for as it says')`;
  }

  #object(rules: RecordRules | undefined): string {
    if (!rules) return 'z.looseObject({})';
    const plain = rules.fields.filter(({ name }) => !(name in {}));
    const native = plain.length === rules.fields.length && rules.patterns.length === 0;
    const members = `{ ${plain.map((field) => this.#field(field)).join(', ')} }`;
    const base = native && rules.additional === false ? `z.strictObject(${members})` : `z.looseObject(${members})`;
    const typed = native && rules.additional ? `${base}.catchall(${this.expression(rules.additional)})` : base;
    const tests = [...this.#memberTests(rules), this.#keyTest(rules, native)].filter(Boolean);
    return tests.length
      ? `every(${typed}, z.custom((value) => !record(value) || (${tests.join(' && ')}), 'must have the fields that are asked for'))`
      : typed;
  }

  #field({ name, shape, required }: Field): string {
    const ahead = !this.#deferred && referencesOf(shape).some((component) => !this.#defined.has(component));
    this.#deferred ||= ahead;
    const schema = this.expression(shape);
    if (ahead) this.#deferred = false;
    const member = required ? (admitsUndefined(shape, this.#components) ? `present(${schema})` : schema) : `${schema}.optional()`;
    return ahead ? `get ${toKey(name)}() { return ${member}; }` : `${toKey(name)}: ${member}`;
  }

  #memberTests(rules: RecordRules): string[] {
    const inherited = rules.fields.filter(({ name }) => name in {});
    return [
      ...inherited.map(({ name, shape, required }) => {
        const fits = `accepts(${this.expression(shape)}, ${memberSource(name)})`;
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
      ...(shape ? [`accepts(${this.expression(shape)}, value)`] : []),
    ];
    return `(${memberSource(name)} === undefined || (${all(tests)}))`;
  }

  #declared({ fields, patterns }: RecordRules): string[] {
    return [
      ...fields.map(({ name }) => `key === ${toLiteral(name)}`),
      ...patterns.map(({ pattern }) => `${this.#unit.pattern(pattern)}.test(key)`),
    ];
  }

  #keyTest(rules: RecordRules, native: boolean): string {
    const { patterns, names, additional } = rules;
    // zod never looks at a member called `__proto__`, so that one is held against the schema here.
    const skipped = native && additional ? ["key !== '__proto__'"] : [];
    const more = additional ? `accepts(${this.expression(additional)}, value[key])` : 'false';
    const tests = [
      ...(names ? [`accepts(${this.expression(names)}, key)`] : []),
      ...patterns.map(
        ({ pattern, shape }) => `(!${this.#unit.pattern(pattern)}.test(key) || accepts(${this.expression(shape)}, value[key]))`,
      ),
      ...(additional === undefined || (native && additional === false) ? [] : [any([...this.#declared(rules), ...skipped, more])]),
    ];
    return tests.length ? `keysFit(value, (key) => ${tests.join(' && ')})` : '';
  }

  #unevaluated({ unevaluated: _, ...others }: Shape, unevaluated: Shape): string {
    const fits = (member: Shape): string => `accepts(${this.expression(member)}, value)`;
    const evaluated = evaluatedSource(others, this.#components, { fits, declares: (rules) => any(this.#declared(rules)) }, '');
    const test = any([evaluated, `accepts(${this.expression(unevaluated)}, value[key])`]);
    return test === 'true'
      ? ''
      : `z.custom((value) => !record(value) || keysFit(value, (key) => ${test}), 'must have no fields but those that are asked for')`;
  }

  #when({ test, then, otherwise }: NonNullable<Shape['when']>): string {
    const [condition, yes, no] = [test, then, otherwise].map((shape) => (shape ? `accepts(${this.expression(shape)}, value)` : 'true'));
    return `z.unknown().refine((value) => (${condition} ? ${yes} : ${no}), 'must have the form that its other fields ask for')`;
  }
}

function ruleSource({ test, limit, method }: Rule): string {
  return method === undefined ? `.refine((value) => ${test('value')}, ${toLiteral(limit)})` : `.${method}`;
}

function itemLimit({ minimum = 0, maximum }: ListRules): string {
  return maximum === undefined ? `must have at least ${minimum} items` : `must have ${minimum} to ${maximum} items`;
}
