import { capitalise, toIdentifier, toLiteral } from '../names.js';
import { choiceOf, kindTest, messageOf, nounsOf, numberRules, textRules, type Rule } from '../schema/rules.js';
import { kindsMatter, type Field, type Kind, type ListRules, type RecordRules, type Shape } from '../schema/shape.js';
import type { Checks } from './checks.js';
import { block, grouped, memberSource, mentions, negate } from './source.js';
import { closestSource, guard, inspectFunction, missing } from './statements.js';
import type { Unit } from './unit.js';

/** Writes the functions behind `explainX`: each problem with its path. */
export class Explanations {
  readonly #unit: Unit;
  readonly #checks: Checks;
  readonly #nameOf: (component: string) => string;

  constructor(unit: Unit, checks: Checks, nameOf: (component: string) => string) {
    this.#unit = unit;
    this.#checks = checks;
    this.#nameOf = nameOf;
  }

  /** Source of the statements that add the problems of a variable found at a path, itself source text. */
  statements(shape: Shape, variable: string, path: string, place: string): string {
    const { kinds, values, reference, all, any, one, not, when, unevaluated } = shape;
    return [
      kinds && kindsMatter(shape) && this.#kinds(shape, kinds, variable, path, place),
      values &&
        this.#unless(
          this.#checks.expression({ pointer: shape.pointer, values }, variable, place),
          path,
          toLiteral(`must be ${choiceOf(values)}`),
        ),
      reference && `inspect${this.#nameOf(reference)}(${variable}, ${path}, issues);`,
      ...(all ?? []).map((member, index) => this.statements(member, variable, path, `${place}All${index}`)),
      any && this.#alternatives(any, 'any', shape, variable, path, place),
      one && this.#alternatives(one, 'one', shape, variable, path, place),
      not &&
        this.#unless(negate(this.#checks.expression(not, variable, `${place}Not`)), path, "'must not have the form that is excluded here'"),
      when && this.#when(when, variable, path, place),
      unevaluated && this.#unevaluated(shape, unevaluated, variable, path, place),
    ]
      .filter(Boolean)
      .join('\n');
  }

  #unless(test: string, path: string, message: string): string {
    return test === 'true'
      ? ''
      : `if (${test.startsWith('!') && !test.includes(' ') ? test.slice(1) : `!(${test})`}) tell(issues, ${path}, ${message});`;
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
    if (kind === 'array' && shape.list) return `${this.#list(shape.list, place)}(${variable}, ${path}, issues);`;
    if (kind === 'object' && shape.record) return `${this.#record(shape.record, place)}(${variable}, ${path}, issues);`;
    return this.#scalarRules(shape, kind)
      .map((rule) => this.#unless(rule.test(variable), path, messageOf(rule, variable)))
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
    const problems = this.#unknown(unevaluated, `${place}Other`);
    const body = block('for (const key in value)', [guard(negate(this.#checks.evaluated(shape, place)), problems)]);
    const name = this.#unit.define(`inspect${place}Others`, (each) => inspectFunction(each, problems && body, 'Record<string, unknown>'));
    return `if (record(${variable})) ${name}(${variable}, ${path}, issues);`;
  }

  /** Statements about the member called `key`, which nothing describes. */
  #unknown(shape: Shape | false, place: string): string {
    const none = shape === false || shape.kinds?.length === 0;
    return none ? "tell(issues, at(path, key), 'is not a known field');" : this.statements(shape, 'value[key]', 'at(path, key)', place);
  }

  #list(rules: ListRules, place: string): string {
    const { minimum, maximum, unique, items, prefix, contains } = rules;
    const item = items ? this.statements(items, 'item', 'at(path, index)', `${place}Item`) : '';
    const lines = [
      minimum !== undefined &&
        this.#unless(`value.length >= ${minimum}`, 'path', `\`must have at least ${minimum} items, has \${value.length}\``),
      maximum !== undefined &&
        this.#unless(`value.length <= ${maximum}`, 'path', `\`must have at most ${maximum} items, has \${value.length}\``),
      unique && this.#unless('distinct(value)', 'path', "'must not have the same item twice'"),
      ...prefix.map((shape, index) =>
        guard(`value.length > ${index}`, this.statements(shape, `value[${index}]`, `at(path, ${index})`, `${place}${index}`)),
      ),
      item &&
        block(`for (let index = ${prefix.length}; index < value.length; index += 1)`, [
          mentions(item, 'item') ? 'const item = value[index];' : '',
          item,
        ]),
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
    const counted = `let contained = 0;\nfor (const item of value) if (${test}) contained += 1;`;
    return `${counted}\n${this.#unless(`contained >= ${minimum}${limit}`, 'path', `\`must contain ${amount} items of the form that is asked for, has \${contained}\``)}`;
  }

  #record(rules: RecordRules, place: string): string {
    const { minimum, maximum } = rules;
    const lines = [
      ...this.#inParts(
        [
          ...rules.fields.map((field, index) => this.#field(field, `field${index}`, place)),
          ...rules.present.map((field) => missing(memberSource(field), field)),
        ],
        place,
      ),
      minimum !== undefined &&
        this.#unless(`countOf(value) >= ${minimum}`, 'path', `\`must have at least ${minimum} fields, has \${countOf(value)}\``),
      maximum !== undefined &&
        this.#unless(`countOf(value) <= ${maximum}`, 'path', `\`must have at most ${maximum} fields, has \${countOf(value)}\``),
      ...rules.dependent.map((entry, index) => this.#dependent(entry, `${place}Dependent${index}`)),
      this.#keys(rules, place),
    ];
    return this.#unit.define(`inspect${place}Fields`, (name) =>
      inspectFunction(name, lines.filter(Boolean).join('\n'), 'Record<string, unknown>'),
    );
  }

  #inParts(statements: readonly string[], place: string): readonly string[] {
    const parts = grouped(statements);
    if (parts.length < 2) return statements;
    return parts
      .map((part) => this.#unit.define(`inspect${place}Part`, (name) => inspectFunction(name, part.join('\n'), 'Record<string, unknown>')))
      .map((name) => `${name}(value, path, issues);`);
  }

  #field({ name, shape, required }: Field, variable: string, place: string): string {
    const problems = this.statements(shape, variable, `at(path, ${toLiteral(name)})`, `${place}${capitalise(toIdentifier(name))}`);
    const read = `const ${variable} = ${memberSource(name)};`;
    if (required) return `${read}\n${missing(variable, name)}${problems && `\n${block('else', [problems])}`}`;
    return problems && `${read}\n${guard(`${variable} !== undefined`, problems)}`;
  }

  #dependent({ name, required, shape }: RecordRules['dependent'][number], place: string): string {
    const wanted = required.map((other) =>
      this.#unless(`${memberSource(other)} !== undefined`, `at(path, ${toLiteral(other)})`, toLiteral(`is required together with ${name}`)),
    );
    return guard(
      `${memberSource(name)} !== undefined`,
      [...wanted, shape ? this.statements(shape, 'value', 'path', place) : ''].join('\n'),
    );
  }

  #keys(rules: RecordRules, place: string): string {
    const { names, patterns, additional } = rules;
    const lines = [
      names &&
        this.#unless(this.#checks.expression(names, 'key', `${place}Name`), 'at(path, key)', "'has a name that is not allowed here'"),
      ...patterns.map(({ pattern, shape }, index) =>
        guard(`${this.#unit.pattern(pattern)}.test(key)`, this.statements(shape, 'value[key]', 'at(path, key)', `${place}Pattern${index}`)),
      ),
      additional !== undefined && guard(`!(${this.#checks.declared(rules)})`, this.#unknown(additional, `${place}More`)),
    ].flatMap((line) => line || []);
    return lines.length ? block('for (const key in value)', lines) : '';
  }
}
