import { callOf, type Checker, type Step, type Subject } from '../keywords/checker.js';
import { checkAllOf, checkAnyOf, checkNot, checkOneOf } from '../keywords/combination.js';
import { checkArray } from '../keywords/array.js';
import { checkCondition } from '../keywords/condition.js';
import { checkEnum } from '../keywords/enum.js';
import { checkObject } from '../keywords/object.js';
import { all, block, mentions, negate } from '../keywords/source.js';
import { checkTypes, typeTest } from '../keywords/type.js';
import { checkUnevaluated } from '../keywords/unevaluated.js';
import type { Unit } from '../keywords/unit.js';
import { typesMatter, type SchemaModel, type TypeName } from './model.js';

/** Writes the functions behind `isX` and `explainX`: each holds a value against a schema, and tells a report what is wrong where it is given one. */
export class CheckWriter implements Checker {
  readonly unit: Unit;
  readonly components: ReadonlyMap<string, SchemaModel>;
  readonly #nameOf: (component: string) => string;
  /** Functions already written, by the rules they hold. */
  readonly #written = new Map<object, string>();

  constructor(unit: Unit, nameOf: (component: string) => string, components: ReadonlyMap<string, SchemaModel>) {
    this.unit = unit;
    this.components = components;
    this.#nameOf = nameOf;
  }

  /** Source of the function of a component. */
  component(name: string, model: SchemaModel): string {
    return this.#function(this.#nameOfCheck(name), 'unknown', this.#steps(model, { ...inFunction, place: this.#nameOf(name) }));
  }

  expression(model: SchemaModel, subject: Subject): string {
    if (this.isCalled(model)) return callOf(this.functionFor(model, subject.place), subject);
    if (subject.report !== undefined) return all(this.#parts(model, subject).map(({ write }) => write(subject.variable)));
    const tests: string[] = [];
    for (const { rules, write } of this.#parts(model, subject)) {
      const test = write(subject.variable);
      // What one test has told TypeScript of the variable, it would not see compared with anything else.
      const apart = tests.some((other) => narrows(other, subject.variable)) && compares(test, subject.variable);
      tests.push(apart ? `${this.define(rules, subject.place, 'unknown', () => [{ test: write('value') }])}(${subject.variable})` : test);
    }
    return all(tests);
  }

  functionFor(model: SchemaModel, place: string): string {
    if (model.$ref !== undefined && isReference(model)) return this.#nameOfCheck(model.$ref);
    return this.define(model, place, 'unknown', () => this.#steps(model, { ...inFunction, place }));
  }

  define(rules: object, place: string, type: string, body: () => readonly Step[]): string {
    const known = this.#written.get(rules);
    if (known !== undefined) return known;
    const steps = body();
    const name = this.unit.define(`check${place}`, (each) => this.#function(each, type, steps));
    this.#written.set(rules, name);
    return name;
  }

  isCalled(model: SchemaModel): boolean {
    const { array, object, oneOf = [], unevaluatedProperties } = model;
    return isReference(model) || Boolean(array ?? object ?? unevaluatedProperties) || oneOf.length > 1;
  }

  #nameOfCheck(component: string): string {
    return `check${this.#nameOf(component)}`;
  }

  #function(name: string, type: string, steps: readonly Step[]): string {
    const lines: string[] = [];
    let tests: string[] = [];
    for (const step of steps) {
      if (typeof step !== 'string') tests.push(step.test);
      else if (step !== '') {
        lines.push(refuse(all(tests)), step);
        tests = [];
      }
    }
    lines.push(`return ${all(tests)};`);
    const used = (word: string): string => (lines.some((line) => mentions(line, word)) ? word : `_${word}`);
    return block(`function ${name}(${used('value')}: ${type}, ${used('report')}?: Report): Verdict`, lines);
  }

  /** The parts that a value has to fit, each with the rules it is made of; arrays and objects with rules are none of them. */
  #parts(model: SchemaModel, subject: Subject): { readonly rules: object; readonly write: (variable: string) => string }[] {
    const { types, enum: values, $ref, allOf, anyOf, oneOf, not, condition } = model;
    const about = (variable: string): Subject => ({ ...subject, variable });
    return [
      ...(types && typesMatter(model)
        ? [{ rules: types, write: (variable: string) => checkTypes(this, model, types, about(variable)) }]
        : []),
      ...(values ? [{ rules: values, write: (variable: string) => checkEnum(this, values, about(variable)) }] : []),
      ...($ref === undefined ? [] : [{ rules: model, write: (variable: string) => callOf(this.#nameOfCheck($ref), about(variable)) }]),
      ...(allOf ? [{ rules: allOf, write: (variable: string) => checkAllOf(this, allOf, about(variable)) }] : []),
      ...(anyOf ? [{ rules: anyOf, write: (variable: string) => checkAnyOf(this, model, anyOf, about(variable)) }] : []),
      ...(oneOf?.length === 1 ? [{ rules: oneOf, write: (variable: string) => checkAllOf(this, oneOf, about(variable)) }] : []),
      ...(not ? [{ rules: not, write: (variable: string) => checkNot(this, not, about(variable)) }] : []),
      ...(condition ? [{ rules: condition, write: (variable: string) => checkCondition(this, condition, about(variable)) }] : []),
    ];
  }

  /** The body of a function that holds `value` against a schema. */
  #steps(model: SchemaModel, subject: Subject): Step[] {
    const { types, unevaluatedProperties, oneOf, ...others } = model;
    return [
      ...this.#parts({ ...others, ...(oneOf?.length === 1 ? { oneOf } : {}) }, subject).map(({ write }) => ({ test: write('value') })),
      ...(oneOf && oneOf.length > 1 ? checkOneOf(this, model, oneOf, subject) : []),
      ...(unevaluatedProperties ? [checkUnevaluated(this, model, unevaluatedProperties, subject)] : []),
      ...(types && typesMatter(model) ? this.#typeSteps(model, types, subject) : []),
    ];
  }

  #typeSteps(model: SchemaModel, types: readonly TypeName[], subject: Subject): Step[] {
    const { array, object } = model;
    const ruled = types.filter((type) => (type === 'array' && array) || (type === 'object' && object));
    const last = ruled.at(-1);
    const others = types.filter((type) => !ruled.includes(type));
    const rest = checkTypes(this, model, others, subject);
    if (last === undefined) return [{ test: rest }];
    const within = (type: TypeName): Step[] =>
      type === 'array' && array ? checkArray(this, array, subject) : object ? checkObject(this, object, subject) : [];
    return [
      ...ruled.slice(0, -1).map((type) => {
        const name = this.define(array ?? model, `${subject.place}Items`, 'readonly unknown[]', () => within(type));
        return `if (${typeTest(type, 'value')}) return ${callOf(name, subject)};`;
      }),
      `if (!${typeTest(last, 'value')}) return ${rest};`,
      ...within(last),
    ];
  }
}

function refuse(test: string): string {
  return test === 'true' ? '' : `if (${negate(test)}) return false;`;
}

const inFunction = { variable: 'value', report: 'report' } as const;

function isReference({ pointer: _, $ref, ...others }: SchemaModel): boolean {
  return $ref !== undefined && Object.keys(others).length === 0;
}

/** Whether a test compares the variable with values, which TypeScript allows only where it may have them. */
function compares(test: string, variable: string): boolean {
  const pieces = test.split(`${variable} === `);
  return pieces.some((after, index) => index > 0 && !after.startsWith('null') && !pieces[index - 1]?.endsWith('typeof '));
}

/** Whether TypeScript learns from a test what the variable may be. */
function narrows(test: string, variable: string): boolean {
  return [`${variable} === `, `list(${variable})`, `record(${variable})`].some((words) => test.includes(words));
}
