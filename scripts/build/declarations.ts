import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { dist, root, type Entry } from './entries.js';

const types = join(dist, 'types');

function declarationOf({ name }: Entry): string {
  return join(types, 'src', `${name}.d.ts`);
}

function emit(): void {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'src'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The declarations do not compile.');
}

/** The declarations that one names. */
function namedIn(declaration: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(declaration, 'utf8'), true, true);
  const local = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
  return local.map(({ fileName }) => join(dirname(declaration), fileName.replace(/\.js$/, '.d.ts')));
}

/**
 * Keeps the declarations that the entries lead to, and the maps of those that they name: "go to definition" opens their sources. What is
 * generated reads as well as its source.
 */
function prune(entries: readonly Entry[]): void {
  const own = entries.map(declarationOf);
  const opened = new Set([...own, ...own.flatMap(namedIn)]);
  const kept = new Set(own);
  for (const file of kept) for (const name of namedIn(file)) kept.add(name);
  for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const file = join(types, name);
    if (!file.endsWith('.d.ts')) continue;
    if (!kept.has(file)) [file, `${file}.map`].forEach((path) => rmSync(path));
    else if (name.startsWith('generated') || !opened.has(file)) dropMap(file);
  }
}

function dropMap(declaration: string): void {
  rmSync(`${declaration}.map`);
  writeFileSync(declaration, readFileSync(declaration, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+$/, '\n'));
}

/** Whether an entry gives a name for types alone. */
function isTypeOnly(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly));
}

/**
 * The types of a CommonJS entry: each name of the module's, taken over from there. A value of one format is so a value of the other,
 * and nothing is declared twice.
 */
function restate(entry: Entry, checker: ts.TypeChecker, file: ts.SourceFile): string {
  const from = `'./${relative(dist, declarationOf(entry)).replace(/\.d\.ts$/, '.js')}' with { 'resolution-mode': 'import' }`;
  const module = checker.getSymbolAtLocation(file);
  const types: string[] = [];
  const values: string[] = [];
  for (const symbol of module === undefined ? [] : checker.getExportsOfModule(module)) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (isTypeOnly(symbol) || !(target.flags & ts.SymbolFlags.Value)) {
      types.push(symbol.name);
      continue;
    }
    const documentation = target.valueDeclaration ? ts.getJSDocCommentsAndTags(target.valueDeclaration).filter(ts.isJSDoc) : [];
    values.push(...documentation.map((node) => node.getText()), `export declare const ${symbol.name}: typeof esm.${symbol.name};`);
    if (!(target.flags & ts.SymbolFlags.Type)) continue;
    const declared = checker.getDeclaredTypeOfSymbol(target);
    if (declared.isClass() ? declared.typeParameters : declared.aliasTypeArguments)
      throw new Error(`${symbol.name} is a value and a generic type: restate its type parameters for CommonJS in ${entry.name}.`);
    values.push(`export type ${symbol.name} = esm.${symbol.name};`);
  }
  const names = types.length > 0 ? [`export type { ${types.join(', ')} } from ${from};`] : [];
  return [`import type * as esm from ${from};`, ...names, ...values, ''].join('\n');
}

function restateAll(entries: readonly Entry[]): void {
  const { NodeNext } = ts.ModuleKind;
  const program = ts.createProgram(entries.map(declarationOf), { module: NodeNext, strict: true });
  for (const entry of entries) {
    const file = program.getSourceFile(declarationOf(entry));
    if (file !== undefined) writeFileSync(join(dist, `${entry.name}.d.cts`), restate(entry, program.getTypeChecker(), file));
  }
}

/** Writes the declarations of every entry, for both formats. */
export function declare(entries: readonly Entry[]): void {
  emit();
  prune(entries);
  restateAll(entries);
}
