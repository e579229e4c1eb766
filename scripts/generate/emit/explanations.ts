import { capitalise, toIdentifier, toLiteral } from '../names.js';
import { choiceOf, kindTest, messageOf, nounsOf, numberRules, textRules, type Rule } from '../schema/rules.js';
import { kindsMatter, type Field, type Kind, type ListRules, type RecordRules, type Shape } from '../schema/shape.js';
import { memberSource, negate, type Checks } from './checks.js';
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
    const { kinds, values, reference, all, any, one, not, when } = shape;
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
    ]
      .filter(Boolean)
      .join('\n');
  }

  #unless(test: string, path: string, message: string): string {
    return test === 'true' ? '' : `if (!(${test})) issues.push({ path: ${path}, message: ${message} });`;
  }

  #kinds(shape: Shape, kinds: readonly Kind[], variable: string, path: string, place: string): string {
    const branches = kinds.map((kind) => `if (${kindTest(kind, variable)}) { ${this.#ruled(shape, kind, variable, path, place)} }`);
    const otherwise = `issues.push({ path: ${path}, message: ${wrongKind(kinds, variable)} });`;
    const plain = branches.filter((branch) => branch.endsWith('{  }')).length;
    if (plain < branches.length) return [...branches, `{ ${otherwise} }`].join(' else ');
    return `if (!(${kinds.map((kind) => `(${kindTest(kind, variable)})`).join(' || ') || 'false'})) ${otherwise}`;
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
    const nearest = `closest(${variable}, ${path}, issues, [${members.map((member, index) => this.#inspector(member, `${place}${capitalise(mode)}${index}`)).join(', ')}]);`;
    const several = `issues.push({ path: ${path}, message: 'fits more than one of the forms that exclude each other' });`;
    const fitsSome = mode === 'one' ? this.#checks.expression({ pointer: shape.pointer, any: members }, variable, place) : 'false';
    const report = mode === 'one' ? `if (${fitsSome}) ${several} else ${nearest}` : nearest;
    return fits === 'true' ? '' : `if (!(${fits})) { ${this.#tagged(members, shape, variable, path, place) ?? report} }`;
  }

  /** Trusts the discriminator to name the member whose problems matter. */
  #tagged(members: readonly Shape[], { discriminator }: Shape, variable: string, path: string, place: string): string | undefined {
    void [members, discriminator, variable, path, place];
    return undefined;
  }

  /** The name of a function that adds the problems of a value. */
  #inspector(shape: Shape, place: string): string {
    const { pointer, reference, ...rest } = shape;
    if (reference !== undefined && Object.keys(rest).length === 0) return `inspect${this.#nameOf(reference)}`;
    const name = this.#unit.name(`inspect${place}`);
    this.#unit.add(inspectFunction(name, this.statements(shape, 'value', 'path', place)));
    return name;
  }

  #when({ test, then, otherwise }: NonNullable<Shape['when']>, variable: string, path: string, place: string): string {
    const condition = this.#checks.expression(test, variable, `${place}When0`);
    const yes = then ? this.statements(then, variable, path, `${place}When1`) : '';
    const no = otherwise ? this.statements(otherwise, variable, path, `${place}When2`) : '';
    return yes || no ? `if (${condition}) { ${yes} } else { ${no} }` : '';
  }

  #list(rules: ListRules, place: string): string {
    const name = this.#unit.name(`inspect${place}Items`);
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
      item && `for (let index = ${prefix.length}; index < value.length; index += 1) { const item = value[index]; ${item} }`,
      contains && this.#contains(contains, place),
    ];
    this.#unit.add(inspectFunction(name, lines.filter(Boolean).join('\n'), 'readonly unknown[]'));
    return name;
  }

  #contains({ shape, minimum, maximum }: NonNullable<ListRules['contains']>, place: string): string {
    const test = this.#checks.expression(shape, 'item', `${place}Contained`);
    const amount = maximum === undefined ? `at least ${minimum}` : `${minimum} to ${maximum}`;
    const limit = maximum === undefined ? '' : ` && contained <= ${maximum}`;
    const counted = `let contained = 0; for (const item of value) if (${test}) contained += 1;`;
    return `${counted} ${this.#unless(`contained >= ${minimum}${limit}`, 'path', `\`must contain ${amount} items of the form that is asked for, has \${contained}\``)}`;
  }

  #record(rules: RecordRules, place: string): string {
    const name = this.#unit.name(`inspect${place}Fields`);
    const { minimum, maximum } = rules;
    const lines = [
      ...rules.fields.map((field, index) => this.#field(field, `field${index}`, place)),
      ...rules.present.map((field) => missing(memberSource(field), field)),
      minimum !== undefined &&
        this.#unless(`countOf(value) >= ${minimum}`, 'path', `\`must have at least ${minimum} fields, has \${countOf(value)}\``),
      maximum !== undefined &&
        this.#unless(`countOf(value) <= ${maximum}`, 'path', `\`must have at most ${maximum} fields, has \${countOf(value)}\``),
      ...rules.dependent.map((entry, index) => this.#dependent(entry, `${place}Dependent${index}`)),
      this.#keys(rules, place),
    ];
    this.#unit.add(inspectFunction(name, lines.filter(Boolean).join('\n'), 'Record<string, unknown>'));
    return name;
  }

  #field({ name, shape, required }: Field, variable: string, place: string): string {
    const problems = this.statements(shape, variable, `at(path, ${toLiteral(name)})`, `${place}${capitalise(toIdentifier(name))}`);
    const read = `const ${variable} = ${memberSource(name)};`;
    if (required) return `${read} ${missing(variable, name)}${problems && ` else { ${problems} }`}`;
    return problems && `${read} if (${variable} !== undefined) { ${problems} }`;
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
    const unknown = additional
      ? this.statements(additional, 'value[key]', 'at(path, key)', `${place}More`)
      : "issues.push({ path: at(path, key), message: 'is not a known field' });";
    const lines = [
      names &&
        this.#unless(this.#checks.expression(names, 'key', `${place}Name`), 'at(path, key)', "'has a name that is not allowed here'"),
      ...patterns.map(({ pattern, shape }, index) =>
        guard(`${this.#unit.pattern(pattern)}.test(key)`, this.statements(shape, 'value[key]', 'at(path, key)', `${place}Pattern${index}`)),
      ),
      additional !== undefined && guard(`!(${this.#checks.declared(rules, 'key')})`, unknown),
    ].filter(Boolean);
    return lines.length ? `for (const key in value) { ${lines.join('\n')} }` : '';
  }
}

export function inspectFunction(name: string, body: string, type = 'unknown'): string {
  const [value, path, issues] = ['value', 'path', 'issues'].map((word) => (new RegExp(`\\b${word}\\b`).test(body) ? word : `_${word}`));
  return `function ${name}(${value}: ${type}, ${path}: string, ${issues}: Issue[]): void { ${body} }`;
}

function guard(test: string, body: string): string {
  return body.trim() && `if (${test}) { ${body} }`;
}

function missing(member: string, name: string): string {
  return `if (${member} === undefined) issues.push({ path: at(path, ${toLiteral(name)}), message: 'is required' });`;
}

function wrongKind(kinds: readonly Kind[], variable: string): string {
  return kinds.length ? `\`must be ${nounsOf(kinds)}, not \${kindOf(${variable})}\`` : "'is not allowed here'";
}
