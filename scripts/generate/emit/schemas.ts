import type { Model } from '../model.js';
import { identifiersFor, isIdentifier, toLiteral } from '../names.js';
import { Unit } from '../keywords/unit.js';
import { helperNames, importOf } from '../runtime/source.js';
import type { SchemaModel } from '../schema/model.js';
import { groupsOf } from '../schema/order.js';
import { ZodSource } from '../schema/zod.js';

const globals = ['Array', 'Map', 'Math', 'Number', 'Object', 'Record', 'RegExp', 'Set', 'String', 'undefined', 'z', 'components'];

// What the tests inside a schema call the values they are given.
const parameters = ['value', 'key', 'item'];

/** The component schemas as zod schemas, each under its own name; `helpers` is the folder of what they call. */
export function emitSchemas({ components }: Model, helpers: string): string {
  if (components.size === 0) return 'export {};';
  const taken = [...globals, ...parameters, ...helperNames('helpers.ts'), ...helperNames('zod-helpers.ts')];
  const names = identifiersFor(components.keys(), taken);
  const nameOf = (component: string): string => names.get(component) ?? component;
  const unit = new Unit([...taken, ...names.values()]);
  const defined = new Set<string>();
  let declares = false;
  for (const { names: group, recursive } of groupsOf(components)) {
    for (const component of group) {
      const name = nameOf(component);
      const source = new ZodSource(unit, nameOf, defined, components).expression(components.get(component) ?? never, name);
      unit.add(schemaConstant(component, name, source, recursive));
      defined.add(component);
      declares ||= recursive;
    }
  }
  return [
    "import * as z from 'zod';",
    importOf('helpers.ts', helpers, unit.mentioned(helperNames('helpers.ts'))),
    importOf('zod-helpers.ts', helpers, unit.mentioned(helperNames('zod-helpers.ts'))),
    declares ? "import type { components } from './types.js';" : '',
    unit.toString(),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const never: SchemaModel = { pointer: '', types: [] };

function schemaConstant(component: string, name: string, source: string, recursive: boolean): string {
  const exported = name === component || !isIdentifier(component) ? 'export ' : '';
  const type = `components['schemas'][${toLiteral(component)}]`;
  const constant = recursive ? `const ${name}: z.ZodType<${type}> = declare(${source});` : `const ${name} = ${source};`;
  return exported ? `export ${constant}` : `${constant}\nexport { ${name} as ${component} };`;
}
