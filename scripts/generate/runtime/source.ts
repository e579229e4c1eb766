import { readFileSync } from 'node:fs';
import { here } from '../place.js';

/** The files of functions that generated files call. */
export const helperFiles = {
  'helpers.ts': ['issues', 'values', 'formats'],
  'zod-helpers.ts': ['zod'],
} as const;

export type HelperFile = keyof typeof helperFiles;

/** Source of a file of helpers: the files beside this one, as they are. */
export function helperSource(file: HelperFile): string {
  return helperFiles[file].map(readSource).join('\n');
}

/** Names of the functions that a file of helpers exports. */
export function helperNames(file: HelperFile): string[] {
  return Array.from(helperSource(file).matchAll(/^export function (\w+)/gm), ([, name = '']) => name);
}

/** Source of the import of those names out of a file of helpers. */
export function importOf(file: HelperFile, folder: string, names: readonly string[], types: readonly string[] = []): string {
  const specifiers = [...types.map((name) => `type ${name}`), ...names];
  return specifiers.length ? `import { ${specifiers.join(', ')} } from '${folder}${file.replace(/\.ts$/, '.js')}';` : '';
}

const read = new Map<string, string>();

function readSource(name: string): string {
  const known = read.get(name) ?? readFileSync(new URL(`runtime/${name}.ts`, here), 'utf8');
  read.set(name, known);
  return known;
}
