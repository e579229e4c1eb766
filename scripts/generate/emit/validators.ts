import type { Model } from '../model.js';
import { capitalise, identifiersFor, toLiteral } from '../names.js';
import { runtimeFor, runtimeNames } from '../runtime/source.js';
import { Checks } from './checks.js';
import { Explanations } from './explanations.js';
import { inspectFunction } from './statements.js';
import { Unit } from './unit.js';

const files = ['issues', 'values', 'formats'] as const;

/** `isX` and `explainX` for each component schema, as plain code that needs no library. */
export function emitValidators({ components }: Model): string {
  const names = identifiersFor([...components.keys()].map((name) => capitalised(name, components)));
  const nameOf = (component: string): string => names.get(capitalised(component, components)) ?? component;
  const unit = new Unit([
    ...runtimeNames(files),
    ...[...names.values()].flatMap((name) => [`is${name}`, `explain${name}`, `check${name}`, `inspect${name}`]),
  ]);
  const checks = new Checks(unit, nameOf, components);
  const explanations = new Explanations(unit, checks, nameOf);
  for (const [component, shape] of components) {
    const name = nameOf(component);
    unit.add(guardFunctions(name, component));
    unit.add(checkFunction(`check${name}`, checks.expression(shape, 'value', name)));
    unit.add(inspectFunction(`inspect${name}`, explanations.statements(shape, 'value', 'path', name)));
  }
  const body = unit.toString();
  return [components.size ? "import type { components } from './types.js';" : '', runtimeFor(body, files), body].join('\n\n');
}

function capitalised(name: string, components: Model['components']): string {
  const wanted = capitalise(name);
  return wanted === name || !components.has(wanted) ? wanted : name;
}

function guardFunctions(name: string, component: string): string {
  return `export function is${name}(value: unknown): value is components['schemas'][${toLiteral(component)}] {\n  return check${name}(value);\n}

export function explain${name}(value: unknown): Issue[] {\n  const issues: Issue[] = [];\n  inspect${name}(value, '', issues);\n  return issues;\n}`;
}

function checkFunction(name: string, test: string): string {
  return `function ${name}(${/\bvalue\b/.test(test) ? 'value' : '_value'}: unknown): boolean {\nreturn ${test};\n}`;
}
