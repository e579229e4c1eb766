import { join } from 'node:path';
import ts from 'typescript';
import { Flattener } from './flatten.js';

/** The public declarations of the package as lines that can be compared: one per name, member, signature and member of a union. */
export function readSurface(root: string): string[] {
  const entries = { paylinks: 'src/index.ts', 'paylinks/sandbox': 'src/sandbox/index.ts', 'paylinks/schemas': 'generated/schemas.ts' };
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    Object.values(entries).map((file) => join(root, file)),
    options,
  );
  const checker = program.getTypeChecker();
  const flattener = new Flattener(checker, join(root, 'src/'));
  const lines = Object.entries(entries).flatMap(([entry, file]) => {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is no module, so its declarations cannot be read.`);
    const names = checker.getExportsOfModule(module).map((symbol) => symbol.name);
    // The schemas are the document's own shapes, which the diff of the document rates.
    if (entry !== 'paylinks/schemas') for (const symbol of checker.getExportsOfModule(module)) flattener.add(symbol);
    return names.map((name) => `export ${name} from ${entry}`);
  });
  return [...new Set([...lines, ...flattener.lines()])].sort();
}
