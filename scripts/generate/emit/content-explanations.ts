import { capitalise, toIdentifier, toLiteral } from '../names.js';
import type { Field, ListRules, RecordRules } from '../schema/shape.js';
import type { Checks } from './checks.js';
import type { Explanations } from './explanations.js';
import { block, countContained, eachItem, inParts, memberSource } from './source.js';
import { guard, inspectFunction, missing, unless } from './statements.js';
import type { Unit } from './unit.js';

/** Writes the functions that add the problems of what lists and objects contain. */
export class ContentExplanations {
  readonly #unit: Unit;
  readonly #checks: Checks;
  readonly #explanations: Explanations;

  constructor(unit: Unit, checks: Checks, explanations: Explanations) {
    this.#unit = unit;
    this.#checks = checks;
    this.#explanations = explanations;
  }

  list(rules: ListRules, place: string): string {
    const { minimum, maximum, unique, items, prefix, contains } = rules;
    const item = items ? this.#explanations.statements(items, 'item', 'at(path, index)', `${place}Item`) : '';
    const lines = [
      minimum !== undefined &&
        unless(`value.length >= ${minimum}`, 'path', `\`must have at least ${minimum} items, has \${value.length}\``),
      maximum !== undefined && unless(`value.length <= ${maximum}`, 'path', `\`must have at most ${maximum} items, has \${value.length}\``),
      unique && unless('distinct(value)', 'path', "'must not have the same item twice'"),
      ...prefix.map((shape, index) =>
        guard(`value.length > ${index}`, this.#explanations.statements(shape, `value[${index}]`, `at(path, ${index})`, `${place}${index}`)),
      ),
      item && eachItem(prefix.length, item),
      contains && this.#contains(contains, place),
    ];
    return this.#unit.define(`inspect${place}Items`, (name) =>
      inspectFunction(name, lines.filter(Boolean).join('\n'), 'readonly unknown[]'),
    );
  }

  #contains({ shape, minimum, maximum }: NonNullable<ListRules['contains']>, place: string): string {
    const test = this.#checks.expression(shape, 'item', `${place}Contained`);
    const amount = maximum === undefined ? `at least ${minimum}` : `${minimum} to ${maximum}`;
    const limit = maximum === undefined ? '' : ` && contained <= ${maximum}`;
    return `${countContained(test)}\n${unless(`contained >= ${minimum}${limit}`, 'path', `\`must contain ${amount} items of the form that is asked for, has \${contained}\``)}`;
  }

  record(rules: RecordRules, place: string): string {
    const { minimum, maximum } = rules;
    const lines = [
      ...inParts(
        [
          ...rules.fields.map((field, index) => this.#field(field, `field${index}`, place)),
          ...rules.present.map((field) => missing(memberSource(field), field)),
        ],
        (part) => this.#part(part, place),
      ),
      minimum !== undefined &&
        unless(`countOf(value) >= ${minimum}`, 'path', `\`must have at least ${minimum} fields, has \${countOf(value)}\``),
      maximum !== undefined &&
        unless(`countOf(value) <= ${maximum}`, 'path', `\`must have at most ${maximum} fields, has \${countOf(value)}\``),
      ...rules.dependent.map((entry, index) => this.#dependent(entry, `${place}Dependent${index}`)),
      this.#keys(rules, place),
    ];
    return this.#unit.define(`inspect${place}Fields`, (name) =>
      inspectFunction(name, lines.filter(Boolean).join('\n'), 'Record<string, unknown>'),
    );
  }

  #part(part: readonly string[], place: string): string {
    const name = this.#unit.define(`inspect${place}Part`, (each) => inspectFunction(each, part.join('\n'), 'Record<string, unknown>'));
    return `${name}(value, path, issues);`;
  }

  #field({ name, shape, required }: Field, variable: string, place: string): string {
    const problems = this.#explanations.statements(
      shape,
      variable,
      `at(path, ${toLiteral(name)})`,
      `${place}${capitalise(toIdentifier(name))}`,
    );
    const read = `const ${variable} = ${memberSource(name)};`;
    if (required) return `${read}\n${missing(variable, name)}${problems && `\n${block('else', [problems])}`}`;
    return problems && `${read}\n${guard(`${variable} !== undefined`, problems)}`;
  }

  #dependent({ name, required, shape }: RecordRules['dependent'][number], place: string): string {
    const wanted = required.map((other) =>
      unless(`${memberSource(other)} !== undefined`, `at(path, ${toLiteral(other)})`, toLiteral(`is required together with ${name}`)),
    );
    return guard(
      `${memberSource(name)} !== undefined`,
      [...wanted, shape ? this.#explanations.statements(shape, 'value', 'path', place) : ''].join('\n'),
    );
  }

  #keys(rules: RecordRules, place: string): string {
    const { names, patterns, additional } = rules;
    const lines = [
      names && unless(this.#checks.expression(names, 'key', `${place}Name`), 'at(path, key)', "'has a name that is not allowed here'"),
      ...patterns.map(({ pattern, shape }, index) =>
        guard(
          `${this.#unit.pattern(pattern)}.test(key)`,
          this.#explanations.statements(shape, 'value[key]', 'at(path, key)', `${place}Pattern${index}`),
        ),
      ),
      additional !== undefined && guard(`!(${this.#checks.declared(rules)})`, this.#explanations.unknown(additional, `${place}More`)),
    ].flatMap((line) => line || []);
    return lines.length ? block('for (const key in value)', lines) : '';
  }
}
