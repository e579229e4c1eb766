import { cpus } from 'node:os';

interface Group {
  run(parameters: readonly string[]): Promise<void>;
}

/** Each group of figures by its name on the command line. */
const groups: Readonly<Record<string, () => Promise<Group>>> = {
  calls: () => import('./calls.js'),
  loopback: () => import('./loopback.js'),
  size: () => import('./size.js'),
  start: () => import('./start.js'),
  types: () => import('./types.js'),
  sandbox: () => import('./sandbox.js'),
  generate: () => import('./generate.js'),
};

/** What runs when nothing is named; `generate` takes minutes and has to be asked for. */
const usual = ['calls', 'loopback', 'size', 'start', 'types', 'sandbox'];

const [named, ...parameters] = process.argv.slice(2);
if (named !== undefined && groups[named] === undefined) {
  console.error(`There is no benchmark ${named}; known are ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}
console.log(`Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`);
for (const name of named === undefined ? usual : [named]) await (await groups[name]?.())?.run(parameters);
