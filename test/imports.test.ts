import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Layer {
  readonly name: string;
  readonly holds: RegExp;
  /** What a file of this layer may import, besides files of the layer itself. */
  readonly reaches: RegExp;
}

/** Lowest first; a file belongs to the first layer that holds it. */
const layers: readonly Layer[] = [
  { name: 'generated schemas', holds: /^generated\/schemas\.ts$/, reaches: /^zod$|^generated\// },
  { name: 'generated', holds: /^generated\//, reaches: /^openapi-fetch$/ },
  { name: 'errors and status', holds: /^src\/(errors|status|types)\.ts$/, reaches: /^generated\// },
  { name: 'transport', holds: /^src\/transport\//, reaches: /^generated\/|^src\/(errors|status|types)\.ts$/ },
  {
    name: 'sandbox at the system',
    holds: /^src\/sandbox\/(bin|listen|store|command|files?)\b/,
    reaches: /^generated\/|^src\/status\.ts$|^src\/sandbox\/|^node:/,
  },
  { name: 'sandbox', holds: /^src\/sandbox\//, reaches: /^generated\/|^src\/status\.ts$|^src\/sandbox\// },
  { name: 'client', holds: /^src\/(?!sandbox\/)/, reaches: /^generated\/(?!schemas)|^src\/(?!sandbox\/)/ },
];

const files = ['generated', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

function specifiersOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
}

function trespassesOf(file: string): string[] {
  const layer = layers.find(({ holds }) => holds.test(file));
  return specifiersOf(file)
    .map((specifier) => resolve(file, specifier))
    .filter((target) => !layer?.holds.test(target) && !layer?.reaches.test(target));
}

describe('imports', () => {
  it('finds files in every layer', () => {
    const empty = layers.filter(({ holds }) => !files.some((file) => holds.test(file)));
    expect(empty).toEqual([]);
  });

  it.each(files)('%s reaches only the layers below it', (file) => {
    expect(trespassesOf(file)).toEqual([]);
  });

  it.each(files)('%s ends relative specifiers in .js or .json', (file) => {
    const bare = specifiersOf(file).filter((specifier) => specifier.startsWith('.') && !/\.js(on)?$/.test(specifier));
    expect(bare).toEqual([]);
  });
});
