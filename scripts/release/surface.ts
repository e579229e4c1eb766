import { join } from 'node:path';
import ts from 'typescript';
import { Flattener } from './flatten.js';

/** Entry → its file, and what stands before the names of its declarations, since another entry may have the same names. */
const entries = {
  paylinks: { file: 'src/index.ts', prefix: '' },
  'paylinks/sandbox': { file: 'src/sandbox.ts', prefix: 'sandbox.' },
  // The schemas are the document's own shapes, which the diff of the document rates.
  'paylinks/schemas': { file: 'generated/neopay/schemas.ts', prefix: undefined },
} as const;

/** The public declarations of the package as lines that can be compared: one per name, member, signature and member of a union. */
export function readSurface(root: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = Object.values(entries).map(({ file }) => join(root, file));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const lines = Object.entries(entries).flatMap(([entry, { file, prefix }]) => {
    const source = program.getSourceFile(join(root, file));
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

/** The shapes of the document are known by name alone, since its own diff rates them. */
function isOurs(root: string, file: string): boolean {
  const shapes = ['types.ts', 'transitions.ts', 'operations.ts', 'schemas.ts'].map((name) => join(root, 'generated', 'neopay', name));
  return ['src/', 'generated/'].some((folder) => file.startsWith(join(root, folder))) && !shapes.includes(file);
}
