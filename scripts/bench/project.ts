import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { fetchPackages } from './packages.js';
import { packPackage } from '../build/pack.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The clients that ours is held against, at the versions of the published table. */
const competitors = [
  'axios@1.21.1',
  'ky@2.1.0',
  'stripe@23.1.0',
  '@hey-api/openapi-ts@0.99.0',
  'openapi-fetch@0.17.0',
  'zod@4.6.7',
  'typescript@5.9.3',
];

/** Name in the tables → file in `clients/`. The first is the measure of the others. */
export const clients = {
  'raw fetch': 'raw',
  paylinks: 'paylinks',
  'paylinks over node:http': 'paylinks-node',
  'openapi-fetch': 'openapi-fetch',
  'openapi-fetch + zod': 'openapi-fetch-zod',
  'Redocly client': 'redocly',
  'Redocly client + zod': 'redocly-zod',
  'hey-api': 'hey-api',
  'hey-api + zod': 'hey-api-zod',
  axios: 'axios',
  ky: 'ky',
  'Stripe (its own links)': 'stripe',
} as const;

export type ClientName = keyof typeof clients;

/** The calls that every client offers. */
export interface Connected {
  get(id: string): Promise<{ id: unknown }>;
  create(input: object): Promise<{ id: unknown }>;
  list(): Promise<readonly unknown[]>;
}

interface Options {
  readonly baseUrl: string;
  readonly appKey: string;
  readonly token: string;
  readonly fetch?: (input: string | Request, init?: RequestInit) => Promise<Response>;
}

/** The folder in which every client is installed or generated, and bundled. */
export interface Project {
  readonly folder: string;
  /** The client as one file, its dependencies included. */
  bundleOf(name: ClientName): string;
  connect(name: ClientName, options: Options): Promise<Connected>;
}

function run(folder: string, program: string, ...parameters: string[]): void {
  execFileSync(process.execPath, [join(folder, 'node_modules', program), ...parameters], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Generates a client with hey-api, checked by zod or not. */
function generateHeyApi(folder: string, name: string, validator: boolean): void {
  const sdk = { name: '@hey-api/sdk', validator: validator ? 'zod' : false };
  const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', ...(validator ? ['zod'] : []), sdk];
  const config = { input: join(root, 'spec', 'neopay', 'openapi.yaml'), output: name, logs: { file: false, level: 'silent' }, plugins };
  writeFileSync(join(folder, `${name}.config.json`), JSON.stringify(config));
  run(folder, '@hey-api/openapi-ts/bin/run.js', '--file', `${name}.config.json`);
}

function generateRedocly(folder: string): void {
  const program = join(root, 'node_modules', '.bin', 'redocly');
  const parameters = ['generate-client', join(root, 'spec', 'neopay', 'openapi.yaml'), '--output', join(folder, 'redocly', 'client.ts')];
  execFileSync(program, [...parameters, '--generator', 'typescript', '--generator', 'zod'], { cwd: root, stdio: 'ignore' });
}

async function bundleClients(folder: string): Promise<void> {
  const names = Object.values(clients);
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, join(folder, 'clients', `${name}.js`)])),
    outdir: join(folder, 'bundles'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    // Some of the bundled libraries are CommonJS and ask for Node's own modules.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  });
}

/** Installs and generates what is not there yet; the package itself is packed and installed anew. */
export async function prepareProject(): Promise<Project> {
  const folder = join(fetchPackages('bench', competitors), '..');
  const tarball = packPackage(folder);
  const target = join(folder, 'node_modules', 'paylinks');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  execFileSync('tar', ['xzf', tarball.path, '-C', target, '--strip-components', '1']);
  cpSync(fileURLToPath(new URL('clients', import.meta.url)), join(folder, 'clients'), { recursive: true });
  generateRedocly(folder);
  generateHeyApi(folder, 'hey-api', false);
  generateHeyApi(folder, 'hey-api-zod', true);
  await bundleClients(folder);
  const bundleOf = (name: ClientName): string => join(folder, 'bundles', `${clients[name]}.mjs`);
  return {
    folder,
    bundleOf,
    connect: async (name, options) => (await import(pathToFileURL(bundleOf(name)).href)).connect(options),
  };
}
