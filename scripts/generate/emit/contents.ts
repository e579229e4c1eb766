import { capitalise, toIdentifier, toLiteral } from '../names.js';
import { admitsUndefined, type Field, type ListRules, type RecordRules, type Shape } from '../schema/shape.js';
import type { Checks } from './checks.js';
import { all, any, block, countContained, eachItem, inParts, listLimits, memberSource, negate, recordLimits } from './source.js';
import type { Unit } from './unit.js';

/** Writes the functions that hold what lists and objects contain against their rules. */
export class Contents {
  readonly #unit: Unit;
  readonly #checks: Checks;
  readonly #components: ReadonlyMap<string, Shape>;

  constructor(unit: Unit, checks: Checks, components: ReadonlyMap<string, Shape>) {
    this.#unit = unit;
    this.#checks = checks;
    this.#components = components;
  }

  list(rules: ListRules, place: string): string {
    return this.#checks.define(rules, `check${place}Items`, 'value: readonly unknown[]', () => [
      ...listLimits(rules).map((test) => `if (!(${test})) return false;`),
      ...rules.prefix.map(
        (shape, index) =>
          `if (value.length > ${index} && ${negate(this.#checks.expression(shape, `value[${index}]`, `${place}${index}`))}) return false;`,
      ),
      this.#items(rules, place),
      this.#contains(rules, place),
      'return true;',
    ]);
  }

  #items({ items, prefix }: ListRules, place: string): string {
    if (!items) return '';
    const test = this.#checks.expression(items, 'item', `${place}Item`);
    return test === 'true' ? '' : eachItem(prefix.length, `if (${negate(test)}) return false;`);
  }

  #contains({ contains }: ListRules, place: string): string {
    if (!contains) return '';
    const test = this.#checks.expression(contains.shape, 'item', `${place}Contained`);
    const limit = contains.maximum === undefined ? '' : ` || contained > ${contains.maximum}`;
    return `${countContained(test)}\nif (contained < ${contains.minimum}${limit}) return false;`;
  }

  record(rules: RecordRules, place: string): string {
    return this.#checks.define(rules, `check${place}Fields`, 'value: Record<string, unknown>', () => [
      ...inParts(
        [
          ...rules.fields.map((field, index) => this.#field(field, `field${index}`, place)),
          ...rules.present.map((field) => `if (${memberSource(field)} === undefined) return false;`),
        ],
        (part) => this.#part(part, place),
      ),
      ...recordLimits(rules).map((test) => `if (!(${test})) return false;`),
      ...rules.dependent.map((entry, index) => this.#dependent(entry, `${place}Dependent${index}`)),
      this.#keys(rules, place),
      'return true;',
    ]);
  }

  #part(part: readonly string[], place: string): string {
    const name = this.#checks.define(part, `check${place}Part`, 'value: Record<string, unknown>', () => [...part, 'return true;']);
    return `if (!${name}(value)) return false;`;
  }

  #field({ name, shape, required }: Field, variable: string, place: string): string {
    const test = this.#checks.expression(shape, variable, `${place}${capitalise(toIdentifier(name))}`);
    if (!required && test === 'true') return '';
    const absent = required ? `${variable} === undefined || ` : `${variable} !== undefined && `;
    const guard = required && !admitsUndefined(shape, this.#components) ? '' : absent;
    const failed = test === 'true' ? `${variable} === undefined` : `${guard}${negate(test)}`;
    return `const ${variable} = ${memberSource(name)};\nif (${failed}) return false;`;
  }

  #dependent({ name, required, shape }: RecordRules['dependent'][number], place: string): string {
    const tests = [
      ...required.map((other) => `${memberSource(other)} !== undefined`),
      ...(shape ? [this.#checks.expression(shape, 'value', place)] : []),
    ];
    return `if (${memberSource(name)} !== undefined && ${negate(all(tests))}) return false;`;
  }

  #keys(rules: RecordRules, place: string): string {
    const { patterns, names, additional } = rules;
    const unknown =
      additional === undefined
        ? 'false'
        : all([
            negate(this.declared(rules)),
            additional ? negate(this.#checks.expression(additional, 'value[key]', `${place}More`)) : 'true',
          ]);
    const tests = [
      names ? negate(this.#checks.expression(names, 'key', `${place}Name`)) : 'false',
      ...patterns.map(({ pattern, shape }, index) => {
        const refused = negate(this.#checks.expression(shape, 'value[key]', `${place}Pattern${index}`));
        return refused === 'false' ? refused : all([`${this.#unit.pattern(pattern)}.test(key)`, refused]);
      }),
      unknown,
    ];
    if (tests.includes('true')) return 'if (countOf(value) > 0) return false;';
    const lines = tests.filter((test) => test !== 'false').map((test) => `if (${test}) return false;`);
    return lines.length ? block('for (const key in value)', lines) : '';
  }

  /** Whether a property or a pattern describes the member called `key`. */
  declared({ fields, patterns }: RecordRules): string {
    const names = fields.map((field) => field.name);
    const few = names.map((name) => `key === ${toLiteral(name)}`);
    const named = names.length <= 4 ? few : [`${this.#unit.set(names)}.has(key)`];
    return any([...named, ...patterns.map(({ pattern }) => `${this.#unit.pattern(pattern)}.test(key)`)]);
  }
}
