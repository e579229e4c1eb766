import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fetchPackages } from './packages.js';
import { createDocument } from './document.js';
import { printTable } from './print.js';
import { median } from './statistics.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 3;
/** Milliseconds that one run may take. */
const longest = 120_000;

const documents = [
  ['the project’s own', readFileSync(join(root, 'generated', 'neopay', 'openapi.json'), 'utf8')],
  ['100 kB', createDocument(100_000)],
  ['1 MB', createDocument(1_000_000)],
  ['10 MB', createDocument(10_000_000)],
] as const;

interface Run {
  /** What Node.js is given. */
  readonly parameters: readonly string[];
  readonly cwd: string;
}

/** A generator: how it is started on a document in a folder of its own. */
type Generator = (folder: string, document: string) => Run;

function createGenerators(modules: string): Readonly<Record<string, Generator>> {
  const own = (folder: string, document: string): Run => ({
    parameters: ['scripts/generate/start.mjs', '--spec', document, '--out', join(folder, 'out')],
    cwd: root,
  });
  const configured = (folder: string, file: string, config: object): string => {
    writeFileSync(join(folder, file), `export default ${JSON.stringify(config)};`);
    return file;
  };
  return {
    'paylinks: types, validators, zod, client': own,
    'openapi-typescript: types alone': (folder, document) => ({
      parameters: [join(modules, 'openapi-typescript', 'bin', 'cli.js'), document, '--output', 'types.ts'],
      cwd: folder,
    }),
    'Redocly: client, zod': (folder, document) => ({
      parameters: [
        join(root, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js'),
        ...['generate-client', document, '--output', 'client.ts', '--generator', 'typescript', '--generator', 'zod'],
      ],
      cwd: folder,
    }),
    'hey-api: client, zod': (folder, document) => {
      const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', 'zod', { name: '@hey-api/sdk', validator: 'zod' }];
      const file = configured(folder, 'hey-api.config.mjs', { input: document, output: 'out', logs: { file: false }, plugins });
      return { parameters: [join(modules, '@hey-api', 'openapi-ts', 'bin', 'run.js'), '--file', file], cwd: folder };
    },
    'orval: client': (folder, document) => {
      const file = configured(folder, 'orval.config.mjs', {
        api: { input: document, output: { target: 'out/client.ts', client: 'fetch' } },
      });
      return { parameters: [join(modules, 'orval', 'dist', 'bin', 'orval.js'), '--config', file], cwd: folder };
    },
  };
}

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Wall time of the whole process, and the peak memory of the largest one it started; or why there are none. */
function measure(generator: Generator, text: string): Cost | string {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-bench-'));
  const document = join(folder, 'openapi.json');
  const peaks = join(folder, 'peaks');
  writeFileSync(document, text);
  try {
    const { parameters, cwd } = generator(folder, document);
    const peak = pathToFileURL(fileURLToPath(new URL('peak.mjs', import.meta.url))).href;
    const env = { ...process.env, NODE_OPTIONS: `--import=${peak} --max-old-space-size=8192`, PAYLINKS_PEAK_FILE: peaks };
    const started = performance.now();
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, parameters, { cwd, env, encoding: 'utf8', timeout: longest });
    const seconds = (performance.now() - started) / 1000;
    if (signal !== null) return `over ${longest / 1000} s`;
    if (status !== 0) {
      console.error(`${parameters.join(' ')}\n${stdout}${stderr}`);
      return 'fails';
    }
    const kilobytes = readFileSync(peaks, 'utf8').trim().split('\n').map(Number);
    return { seconds, megabytes: Math.max(...kilobytes) / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The costs of every generator on one document, taken in turn, since a machine's speed drifts; the first round only warms the disk. */
function compare(generators: readonly (readonly [string, Generator])[], text: string): string[] {
  const costs = new Map<string, Cost[] | string>(generators.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, generator] of generators) {
      const earlier = costs.get(name) ?? [];
      // What fails once is not asked again.
      if (typeof earlier === 'string') continue;
      const cost = measure(generator, text);
      if (typeof cost === 'string') costs.set(name, cost);
      else if (round > 0) earlier.push(cost);
    }
  }
  return [...costs.values()].map(describe);
}

function describe(costs: readonly Cost[] | string): string {
  if (typeof costs === 'string') return costs;
  return `${median(costs.map(({ seconds }) => seconds)).toFixed(2)} s, ${median(costs.map(({ megabytes }) => megabytes)).toFixed(0)} MB`;
}

/** Wall time and peak memory of generators over documents from small to 10 MB. */
export async function run(): Promise<void> {
  const specifiers = ['openapi-typescript@7.13.0', '@hey-api/openapi-ts@0.99.0', 'orval@7.21.0', 'typescript@5.9.3', 'zod@4.6.7'];
  const generators = Object.entries(createGenerators(fetchPackages('bench-generate', specifiers)));
  const columns = documents.map(([size, text]) => {
    const column = compare(generators, text);
    generators.forEach(([name], row) => console.error(`${size}, ${name}: ${column[row]}`));
    return column;
  });
  const rows = generators.map(([name], row) => [name, ...columns.map((column) => column[row] ?? '')]);
  printTable('Generating, whole process: median wall time and peak memory', ['generator', ...documents.map(([name]) => name)], rows);
}
