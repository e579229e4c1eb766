import type { Model } from '../model.js';
import { capitalise, identifiersFor, toLiteral } from '../names.js';
import { Unit } from '../keywords/unit.js';
import { helperNames, importOf } from '../runtime/source.js';
import { CheckWriter } from '../schema/check.js';

/** `isX` and `explainX` for each component schema, as plain code that needs no library; `helpers` is the folder of what they call. */
export function emitValidators({ components }: Model, helpers: string): string {
  const names = identifiersFor([...components.keys()].map((name) => capitalised(name, components)));
  const nameOf = (component: string): string => names.get(capitalised(component, components)) ?? component;
  const unit = new Unit([
    ...helperNames('helpers.ts'),
    ...[...names.values()].flatMap((name) => [`is${name}`, `explain${name}`, `check${name}`]),
  ]);
  const writer = new CheckWriter(unit, nameOf, components);
  for (const [component, model] of components) {
    unit.add(publicFunctions(nameOf(component), component));
    unit.add(writer.component(component, model));
  }
  const called = unit.mentioned(helperNames('helpers.ts'));
  return [
    importOf('helpers.ts', helpers, called, components.size ? ['Issue', 'Report', 'Verdict'] : []),
    components.size ? "import type { components } from './types.js';" : '',
    `export type { Issue } from '${helpers}helpers.js';`,
    unit.toString(),
  ].join('\n\n');
}

function capitalised(name: string, components: Model['components']): string {
  const wanted = capitalise(name);
  return wanted === name || !components.has(wanted) ? wanted : name;
}

function publicFunctions(name: string, component: string): string {
  return `export function is${name}(value: unknown): value is components['schemas'][${toLiteral(component)}] {
return check${name}(value) === true;
}

export function explain${name}(value: unknown): Issue[] {
return explain(check${name}, value);
}`;
}
