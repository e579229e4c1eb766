import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { printAim, printTable } from './print.js';
import { clients, prepareProject } from './project.js';

/** Bundles a program for a browser and gives its bytes, minified and then compressed. */
async function weigh(folder: string, source: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(folder, 'clients') },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    logLevel: 'error',
  });
  const code = Buffer.concat(outputFiles.map(({ contents }) => contents));
  return [code.length, gzipSync(code, { level: 9 }).length].map((bytes) => (bytes / 1024).toFixed(1));
}

const ownPrograms = {
  'paylinks: create, publish, close': `import { createLinksClient } from 'paylinks';
const links = createLinksClient({ appKey: 'key', token: 'token' });
export const sell = async (input) => links.close(await links.publish(await links.create(input)));`,
  'paylinks: isFinal alone': `export { isFinal } from 'paylinks';`,
  'paylinks/schemas: one schema': `import { PaymentLink } from 'paylinks/schemas';\nexport const read = (value) => PaymentLink.parse(value);`,
};

/** Bytes that an application ships for each client. */
export async function run(): Promise<void> {
  const { folder } = await prepareProject();
  const rows: string[][] = [];
  for (const [name, file] of Object.entries(clients)) {
    rows.push([name, ...(await weigh(folder, readFileSync(join(folder, 'clients', `${file}.js`), 'utf8')))]);
  }
  for (const [name, source] of Object.entries(ownPrograms)) rows.push([name, ...(await weigh(folder, source))]);
  printTable('Bundle of get, create, list', ['program', 'kB minified', 'kB gzip'], rows);
  const own = rows.find(([name]) => name === 'paylinks: create, publish, close');
  printAim('bundle of create, publish, close', Number(own?.[2]), 7, 'kB gzip');
}
