import type { Model } from '../model.js';
import { identifiersFor, isIdentifier, toLiteral } from '../names.js';
import { runtimeFor, runtimeNames } from '../runtime/source.js';
import { groupsOf } from '../schema/order.js';
import type { Shape } from '../schema/shape.js';
import { Unit } from './unit.js';
import { ZodSource } from './zod.js';

const files = ['values', 'formats', 'zod'] as const;

const globals = ['Array', 'Map', 'Math', 'Number', 'Object', 'Record', 'RegExp', 'Set', 'String', 'undefined', 'z', 'components'];

// What the tests inside a schema call the values they are given.
const parameters = ['value', 'key', 'item'];

/** The component schemas as zod schemas, each under its own name. */
export function emitSchemas({ components }: Model): string {
  const taken = [...globals, ...parameters, ...runtimeNames(files)];
  const names = identifiersFor(components.keys(), taken);
  const nameOf = (component: string): string => names.get(component) ?? component;
  const unit = new Unit([...taken, ...names.values()]);
  const defined = new Set<string>();
  let declares = false;
  for (const { names: group, recursive } of groupsOf(components)) {
    for (const component of group) {
      const source = new ZodSource(unit, nameOf, defined, components).expression(components.get(component) ?? never);
      unit.add(schemaConstant(component, nameOf(component), source, recursive));
      defined.add(component);
      declares ||= recursive;
    }
  }
  const body = unit.toString();
  const types = declares ? "import type { components } from './types.js';" : '';
  return components.size ? ["import * as z from 'zod';", types, runtimeFor(body, files), body].filter(Boolean).join('\n\n') : 'export {};';
}

const never: Shape = { pointer: '', kinds: [] };

function schemaConstant(component: string, name: string, source: string, recursive: boolean): string {
  const exported = name === component || !isIdentifier(component) ? 'export ' : '';
  const type = `components['schemas'][${toLiteral(component)}]`;
  const constant = recursive ? `const ${name}: z.ZodType<${type}> = declare(${source});` : `const ${name} = ${source};`;
  return exported ? `export ${constant}` : `${constant}\nexport { ${name} as ${component} };`;
}
