import { capitalise, toLiteral } from '../names.js';
import { choiceOf, kindTest, messageOf, nounsOf, numberRules, textRules, type Rule } from '../schema/rules.js';
import { kindsMatter, type Kind, type Shape } from '../schema/shape.js';
import type { Checks } from './checks.js';
import { ContentExplanations } from './content-explanations.js';
import { block, negate } from './source.js';
import { closestSource, guard, inspectFunction, unless } from './statements.js';
import type { Unit } from './unit.js';

/** Writes the functions behind `explainX`: each problem with its path. */
export class Explanations {
  readonly #unit: Unit;
  readonly #checks: Checks;
  readonly #nameOf: (component: string) => string;
  readonly #contents: ContentExplanations;

  constructor(unit: Unit, checks: Checks, nameOf: (component: string) => string) {
    this.#unit = unit;
    this.#checks = checks;
    this.#nameOf = nameOf;
    this.#contents = new ContentExplanations(unit, checks, this);
  }

  /** Source of the statements that add the problems of a variable found at a path, itself source text. */
  statements(shape: Shape, variable: string, path: string, place: string): string {
    const { kinds, values, reference, all, any, one, not, when, unevaluated } = shape;
    return [
      kinds && kindsMatter(shape) && this.#kinds(shape, kinds, variable, path, place),
      values &&
        unless(
          this.#checks.expression({ pointer: shape.pointer, values }, variable, place),
          path,
          toLiteral(`must be ${choiceOf(values)}`),
        ),
      reference && `inspect${this.#nameOf(reference)}(${variable}, ${path}, issues);`,
      ...(all ?? []).map((member, index) => this.statements(member, variable, path, `${place}All${index}`)),
      any && this.#alternatives(any, 'any', shape, variable, path, place),
      one && this.#alternatives(one, 'one', shape, variable, path, place),
      not && unless(negate(this.#checks.expression(not, variable, `${place}Not`)), path, "'must not have the form that is excluded here'"),
      when && this.#when(when, variable, path, place),
      unevaluated && this.#unevaluated(shape, unevaluated, variable, path, place),
    ]
      .filter(Boolean)
      .join('\n');
  }

  #kinds(shape: Shape, kinds: readonly Kind[], variable: string, path: string, place: string): string {
    const otherwise = kinds.length
      ? `tellKind(issues, ${path}, ${toLiteral(nounsOf(kinds))}, ${variable});`
      : `tell(issues, ${path}, 'is not allowed here');`;
    const ruled = kinds.map((kind) => ({ test: kindTest(kind, variable), problems: this.#ruled(shape, kind, variable, path, place) }));
    if (kinds.length === 0) return otherwise;
    if (ruled.every(({ problems }) => problems === '')) return `if (!(${ruled.map(({ test }) => test).join(' || ')})) ${otherwise}`;
    const judged = ruled.filter(({ problems }) => problems !== '').map(({ test, problems }) => block(`if (${test})`, [problems]));
    const free = ruled.filter(({ problems }) => problems === '').map(({ test }) => test);
    return [...judged, free.length ? `if (!(${free.join(' || ')})) ${otherwise}` : otherwise].join(' else ');
  }

  #ruled(shape: Shape, kind: Kind, variable: string, path: string, place: string): string {
    if (kind === 'array' && shape.list) return `${this.#contents.list(shape.list, place)}(${variable}, ${path}, issues);`;
    if (kind === 'object' && shape.record) return `${this.#contents.record(shape.record, place)}(${variable}, ${path}, issues);`;
    return this.#scalarRules(shape, kind)
      .map((rule) => unless(rule.test(variable), path, messageOf(rule, variable)))
      .join('\n');
  }

  #scalarRules(shape: Shape, kind: Kind): Rule[] {
    if (kind === 'string' && shape.text) return textRules(shape.text, (pattern) => this.#unit.pattern(pattern));
    if ((kind === 'number' || kind === 'integer') && shape.number) return numberRules(shape.number);
    return [];
  }

  #alternatives(members: readonly Shape[], mode: 'any' | 'one', shape: Shape, variable: string, path: string, place: string): string {
    const fits = this.#checks.expression({ pointer: shape.pointer, [mode]: members }, variable, place);
    if (fits === 'true') return '';
    const inspectors = members.map((member, index) => this.#inspector(member, `${place}${capitalise(mode)}${index}`));
    const nearest = closestSource(shape, inspectors, variable, path);
    const several = `tell(issues, ${path}, 'fits more than one of the forms that exclude each other');`;
    const fitsSome = mode === 'one' ? this.#checks.expression({ pointer: shape.pointer, any: members }, variable, place) : 'false';
    const report = mode === 'one' ? `if (${fitsSome}) ${several}\nelse ${nearest}` : nearest;
    return block(`if (!(${fits}))`, [report]);
  }

  /** The name of a function that adds the problems of a value. */
  #inspector(shape: Shape, place: string): string {
    const { pointer, reference, ...rest } = shape;
    if (reference !== undefined && Object.keys(rest).length === 0) return `inspect${this.#nameOf(reference)}`;
    const body = this.statements(shape, 'value', 'path', place);
    return this.#unit.define(`inspect${place}`, (name) => inspectFunction(name, body));
  }

  #when({ test, then, otherwise }: NonNullable<Shape['when']>, variable: string, path: string, place: string): string {
    const condition = this.#checks.expression(test, variable, `${place}When0`);
    const yes = then ? this.statements(then, variable, path, `${place}When1`) : '';
    const no = otherwise ? this.statements(otherwise, variable, path, `${place}When2`) : '';
    return yes || no ? `${block(`if (${condition})`, [yes])} ${block('else', [no])}` : '';
  }

  #unevaluated(shape: Shape, unevaluated: Shape, variable: string, path: string, place: string): string {
    const problems = this.unknown(unevaluated, `${place}Other`);
    const body = block('for (const key in value)', [guard(negate(this.#checks.evaluated(shape, place)), problems)]);
    const name = this.#unit.define(`inspect${place}Others`, (each) => inspectFunction(each, problems && body, 'Record<string, unknown>'));
    return `if (record(${variable})) ${name}(${variable}, ${path}, issues);`;
  }

  /** Statements about the member called `key`, which nothing describes. */
  unknown(shape: Shape | false, place: string): string {
    const none = shape === false || shape.kinds?.length === 0;
    return none ? "tell(issues, at(path, key), 'is not a known field');" : this.statements(shape, 'value[key]', 'at(path, key)', place);
  }
}
