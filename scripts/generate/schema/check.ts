import { isList, isObject, type Json } from '../json.js';
import { toLiteral } from '../names.js';
import { isAnything } from '../schema/records.js';
import { kindTest, numberRules, textRules } from '../schema/rules.js';
import { kindsMatter, type Kind, type RecordRules, type Shape } from '../schema/shape.js';
import { Contents } from './contents.js';
import { evaluatedSource } from './evaluated.js';
import { all, any, block, compares, narrows, negate } from './source.js';
import type { Unit } from './unit.js';

/** Writes the functions behind `isX`: booleans in, booleans out, nothing allocated. */
export class Checks {
  readonly #unit: Unit;
  readonly #nameOf: (component: string) => string;
  readonly #components: ReadonlyMap<string, Shape>;
  /** Functions already written, by the rules they hold. */
  readonly #written = new Map<object, string>();
  readonly #contents: Contents;

  constructor(unit: Unit, nameOf: (component: string) => string, components: ReadonlyMap<string, Shape>) {
    this.#unit = unit;
    this.#nameOf = nameOf;
    this.#components = components;
    this.#contents = new Contents(unit, this, components);
  }

  /** Source of the expression that holds a variable against a shape; `place` names the functions it needs. */
  expression(shape: Shape, variable: string, place: string): string {
    const tests: string[] = [];
    for (const { rules, write } of this.#parts(shape, place)) {
      const test = write(variable);
      // What one test has told TypeScript of the variable, it would not see compared with anything else.
      const apart = tests.some((other) => narrows(other, variable)) && compares(test, variable);
      tests.push(
        apart ? `${this.define(rules, `check${place}`, 'value: unknown', () => [`return ${write('value')};`])}(${variable})` : test,
      );
    }
    return all(tests);
  }

  /** The parts of a shape that a value has to fit, each with the rules it is made of. */
  #parts(shape: Shape, place: string): { readonly rules: object; readonly write: (variable: string) => string }[] {
    const { kinds, values, reference, any, one, not, when, unevaluated } = shape;
    return [
      ...(kinds && kindsMatter(shape) ? [{ rules: kinds, write: (name: string) => this.#kinds(shape, kinds, name, place) }] : []),
      ...(values ? [{ rules: values, write: (name: string) => this.#values(values, name) }] : []),
      ...(reference === undefined ? [] : [{ rules: shape, write: (name: string) => `check${this.#nameOf(reference)}(${name})` }]),
      ...(shape.all ?? []).map((member, index) => ({
        rules: member,
        write: (name: string) => this.expression(member, name, `${place}All${index}`),
      })),
      ...(any ? [{ rules: any, write: (name: string) => this.#any(any, name, place) }] : []),
      ...(one ? [{ rules: one, write: (name: string) => this.#one(one, name, place) }] : []),
      ...(not ? [{ rules: not, write: (name: string) => negate(this.expression(not, name, `${place}Not`)) }] : []),
      ...(when ? [{ rules: when, write: (name: string) => this.#when(when, name, place) }] : []),
      ...(unevaluated ? [{ rules: shape, write: (name: string) => this.#unevaluated(shape, unevaluated, name, place) }] : []),
    ];
  }

  /** The tests of one kind beyond being that kind. */
  rules(shape: Shape, kind: Kind, variable: string, place: string): string[] {
    if (kind === 'string' && shape.text)
      return textRules(shape.text, (pattern) => this.#unit.pattern(pattern)).map((rule) => rule.test(variable));
    if ((kind === 'number' || kind === 'integer') && shape.number) return numberRules(shape.number).map((rule) => rule.test(variable));
    if (kind === 'array' && shape.list) return [`${this.#contents.list(shape.list, place)}(${variable})`];
    if (kind === 'object' && shape.record) return [`${this.#contents.record(shape.record, place)}(${variable})`];
    return [];
  }

  #kinds(shape: Shape, kinds: readonly Kind[], variable: string, place: string): string {
    return any(kinds.map((kind) => all([kindTest(kind, variable), ...this.rules(shape, kind, variable, place)])));
  }

  #values(values: readonly Json[], variable: string): string {
    const objects = values.filter((value) => isObject(value) || isList(value));
    const scalars = values.filter((value) => !isObject(value) && !isList(value));
    const few = scalars.length <= 4;
    const tests = few ? scalars.map((value) => `${variable} === ${toLiteral(value)}`) : [`${this.#unit.set(scalars)}.has(${variable})`];
    return any([...tests, ...objects.map((value) => `same(${variable}, ${toLiteral(value)})`)]);
  }

  #any(members: readonly Shape[], variable: string, place: string): string {
    if (members.some(isAnything)) return 'true';
    return any(members.map((member, index) => this.expression(member, variable, `${place}Any${index}`)));
  }

  #one(members: readonly Shape[], variable: string, place: string): string {
    const name = this.define(members, `check${place}One`, 'value: unknown', () => {
      const tests = members.map((member, index) => this.expression(member, 'value', `${place}One${index}`));
      return ['let fitting = 0;', ...tests.map((test) => `if (${test}) fitting += 1;`), 'return fitting === 1;'];
    });
    return `${name}(${variable})`;
  }

  /** The name of a function that holds a value against the rules; it is written when the rules come by for the first time. */
  define(rules: object, wanted: string, parameter: string, body: () => string[]): string {
    const known = this.#written.get(rules);
    if (known !== undefined) return known;
    const lines = body();
    const used = lines.some((line) => line.includes('value'));
    const name = this.#unit.define(wanted, (name) => block(`function ${name}(${used ? '' : '_'}${parameter}): boolean`, lines));
    this.#written.set(rules, name);
    return name;
  }

  #when({ test, then, otherwise }: NonNullable<Shape['when']>, variable: string, place: string): string {
    const [condition, yes, no] = [test, then, otherwise].map((shape, index) =>
      shape ? this.expression(shape, variable, `${place}When${index}`) : 'true',
    );
    return `(${condition} ? ${yes} : ${no})`;
  }

  #unevaluated(shape: Shape, unevaluated: Shape, variable: string, place: string): string {
    const name = this.define(unevaluated, `check${place}Others`, 'value: Record<string, unknown>', () => {
      const test = any([this.evaluated(shape, place), this.expression(unevaluated, 'value[key]', `${place}Other`)]);
      if (test === 'true' || test === 'false') return [test === 'true' ? 'return true;' : 'return countOf(value) === 0;'];
      return [block('for (const key in value)', [`if (${negate(test)}) return false;`]), 'return true;'];
    });
    return `(!record(${variable}) || ${name}(${variable}))`;
  }

  /** Source that tells whether the other parts of a shape say anything of the member called `key`. */
  evaluated({ unevaluated: _, ...others }: Shape, place: string): string {
    const fits = (member: Shape, step: string): string => this.expression(member, 'value', step);
    return evaluatedSource(others, this.#components, { fits, declares: (rules) => this.declared(rules) }, place);
  }

  /** Whether a property or a pattern describes the member called `key`. */
  declared(rules: RecordRules): string {
    return this.#contents.declared(rules);
  }
}
