import { isList, isObject, type Json } from '../json.js';
import { toLiteral } from '../names.js';
import { choiceOf, nounsOf, numberRules, textRules, type Rule } from '../schema/rules.js';
import { referencesOf } from '../schema/order.js';
import { kindsMatter, type Kind, type Shape } from '../schema/shape.js';
import { evaluatedSource } from './evaluated.js';
import { any } from './source.js';
import type { Unit } from './unit.js';
import { ZodContents } from './zod-contents.js';

/** Writes shapes as zod schemas that give the same verdict as the validators. */
export class ZodSource {
  readonly #unit: Unit;
  readonly #nameOf: (component: string) => string;
  readonly #defined: ReadonlySet<string>;
  readonly #components: ReadonlyMap<string, Shape>;
  readonly #contents: ZodContents;
  #deferred = false;

  /** `defined` holds the components whose schemas stand further up; others are reached through a getter or `z.lazy`. */
  constructor(unit: Unit, nameOf: (component: string) => string, defined: ReadonlySet<string>, components: ReadonlyMap<string, Shape>) {
    this.#unit = unit;
    this.#nameOf = nameOf;
    this.#defined = defined;
    this.#components = components;
    this.#contents = new ZodContents(unit, this, components);
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
    if (kind === 'array') return this.#contents.array(list);
    if (kind === 'object') return this.#contents.object(record);
    if (kind === 'boolean' || kind === 'null') return `z.${kind}()`;
    const whole = kind === 'integer' ? `.refine(Number.isInteger, ${toLiteral(`must be ${nounsOf([kind])}`)})` : '';
    return `z.number()${whole}${number ? numberRules(number).map(ruleSource).join('') : ''}`;
  }

  /** The schema of a member; one that refers to what stands further down has to wait behind a getter. */
  member(shape: Shape): { readonly schema: string; readonly isAhead: boolean } {
    const isAhead = !this.#deferred && referencesOf(shape).some((component) => !this.#defined.has(component));
    this.#deferred ||= isAhead;
    const schema = this.expression(shape);
    if (isAhead) this.#deferred = false;
    return { schema, isAhead };
  }

  #unevaluated({ unevaluated: _, ...others }: Shape, unevaluated: Shape): string {
    const fits = (member: Shape): string => `accepts(${this.expression(member)}, value)`;
    const evaluated = evaluatedSource(others, this.#components, { fits, declares: (rules) => any(this.#contents.declared(rules)) }, '');
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
