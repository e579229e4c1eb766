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
  {
    name: 'generated schemas',
    holds: /^generated\/\w+\/schemas\.ts$|^generated\/zod-helpers\.ts$/,
    reaches: /^zod$|^generated\/(zod-)?helpers\.ts$/,
  },
  { name: 'generated helpers', holds: /^generated\/[\w-]+\.ts$/, reaches: /^$/ },
  { name: 'generated neopay', holds: /^generated\/neopay\//, reaches: /^openapi-fetch$|^generated\/[\w-]+\.ts$/ },
  { name: 'generated sandbox', holds: /^generated\/sandbox\//, reaches: /^openapi-fetch$|^generated\/[\w-]+\.ts$/ },
  { name: 'generated netopia', holds: /^generated\/netopia\//, reaches: /^openapi-fetch$|^generated\/[\w-]+\.ts$/ },
  { name: 'shared', holds: /^src\/shared\//, reaches: /^$/ },
  { name: 'core', holds: /^src\/core\//, reaches: /^src\/shared\// },
  { name: 'neopay', holds: /^src\/neopay\//, reaches: /^src\/(core|shared)\/|^generated\/neopay\/(?!schemas)/ },
  { name: 'netopia', holds: /^src\/netopia\//, reaches: /^src\/(core|shared)\/|^generated\/netopia\/(?!schemas)/ },
  { name: 'sandbox at the system', holds: /^src\/sandbox\/core\/(listen|store)\b/, reaches: /^node:|^src\/sandbox\/core\/|^src\/shared\// },
  { name: 'sandbox core', holds: /^src\/sandbox\/core\//, reaches: /^src\/shared\/|^generated\/sandbox\/(?!schemas)/ },
  {
    name: 'sandbox neopay',
    holds: /^src\/sandbox\/neopay\//,
    reaches: /^src\/sandbox\/core\/|^src\/shared\/|^generated\/neopay\/(?!schemas)/,
  },
  {
    name: 'sandbox netopia',
    holds: /^src\/sandbox\/netopia\//,
    reaches: /^src\/sandbox\/core\/|^src\/shared\/|^generated\/netopia\/(?!schemas)/,
  },
  { name: 'fetch over node:http', holds: /^src\/node\//, reaches: /^node:/ },
  {
    name: 'command',
    holds: /^src\/cli\//,
    reaches: /^node:|^src\/|^generated\/|^csv-parse\/sync$|^csv-stringify\/sync$|^cli-progress$|^uqr$/,
  },
  { name: 'entries', holds: /^src\/[\w-]+\.ts$/, reaches: /^src\/(?!cli\/)|^generated\// },
];

const sourceFiles = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[cm]?[jt]s$/.test(name))
      .map((name) => `${folder}/${name}`),
  );

const files = sourceFiles('generated', 'src');

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

/** The first way found round in a circle, in the order of its imports. */
function circleIn(names: readonly string[]): readonly string[] {
  const imports = new Map(names.map((name) => [name, specifiersOf(name).map((specifier) => resolve(name, specifier))]));
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of imports.get(file) ?? []) {
      const circle = walk(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  return names.map((name) => walk(name, [])).find((circle) => circle.length > 0) ?? [];
}

describe('imports', () => {
  it.each(files)('%s belongs to a layer', (file) => {
    expect(layers.some(({ holds }) => holds.test(file))).toBe(true);
  });

  it.each(files)('%s reaches only the layers below it', (file) => {
    expect(trespassesOf(file)).toEqual([]);
  });

  it.each(files)('%s ends relative specifiers in .js or .json', (file) => {
    const bare = specifiersOf(file).filter((specifier) => specifier.startsWith('.') && !/\.js(on)?$/.test(specifier));
    expect(bare).toEqual([]);
  });

  it.each(['src', 'scripts'])('%s has no circle', (folder) => {
    expect(circleIn(sourceFiles(folder))).toEqual([]);
  });

  it('lets nothing but tests import tests', () => {
    const targets = sourceFiles('src', 'scripts', 'spec').flatMap((file) =>
      specifiersOf(file).map((specifier) => resolve(file, specifier)),
    );
    expect(targets.filter((target) => target.startsWith('test/'))).toEqual([]);
  });
});
