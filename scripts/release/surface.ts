import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { Flattener } from './flatten.js';

interface Entry {
  /** As it is imported. */
  readonly name: string;
  readonly file: string;
  /** What stands before the names of its declarations, since another entry may have the same names; none where its shapes are a document's own. */
  readonly prefix: string | undefined;
}

/** Every file at the top of `src` is an entry; a dash in its name is a slash in the import. */
function listEntries(root: string): Entry[] {
  const files = readdirSync(join(root, 'src')).filter((file) => file.endsWith('.ts'));
  return files.sort().map((file) => {
    const name = file.replace(/\.ts$/, '');
    const prefix = name === 'index' ? '' : `${name}/`;
    return {
      file: join(root, 'src', file),
      name: name === 'index' ? 'paylinks' : `paylinks/${name.replace('-', '/')}`,
      prefix: /\bschemas$/.test(name) ? undefined : prefix,
    };
  });
}

/** The public declarations of the package as lines that can be compared: one per name, member, signature and member of a union. */
export function readSurface(root: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const entries = listEntries(root);
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();
  const lines = entries.flatMap(({ name: entry, file, prefix }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is no module, so its declarations cannot be read.`);
    const exported = checker.getExportsOfModule(module);
    const names = exported.flatMap((symbol) => namesOf(symbol, checker).map((name) => `${name} from ${entry}`));
    if (prefix === undefined) return names;
    const flattener = new Flattener(checker, (declared) => isOurs(root, declared), prefix);
    for (const symbol of exported) flattener.add(symbol);
    return [...names, ...flattener.lines()];
  });
  return [...new Set(lines)].sort();
}

/** What is exported as a value can be imported as one; `export type` takes that away. */
function namesOf(symbol: ts.Symbol, checker: ts.TypeChecker): string[] {
  const alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const typeOnly = symbol.declarations?.some((node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly));
  const target = alias ? checker.getAliasedSymbol(symbol) : symbol;
  const value = !typeOnly && (target.flags & ts.SymbolFlags.Value) !== 0;
  return [`export ${symbol.name}`, ...(value ? [`export ${symbol.name} as a value`] : [])];
}

/** The shapes of a document are known by name alone, since its own diff rates them. */
function isOurs(root: string, file: string): boolean {
  const place = relative(root, file);
  return /^(src|generated)\//.test(place) && !/^generated\/\w+\/(types|transitions|operations|statuses|schemas)\.ts$/.test(place);
}
