import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printAim, printTable } from './print.js';
import { prepareProject } from './project.js';
import { median } from './statistics.js';

const input = `{ product: 'Ceramic mug', amount: 18.5 }`;

/** What a program writes to create a link and publish it (Stripe: to change it), by client. */
const programs = {
  paylinks: `import { createLinksClient } from 'paylinks';
const links = createLinksClient({ appKey: 'key', token: 'token' });
export const live = await links.publish(await links.create(${input}));`,
  'openapi-fetch': `import createClient from 'openapi-fetch';
import type { paths } from './node_modules/paylinks/dist/types/generated/neopay/types.js';
const client = createClient<paths>({ baseUrl: 'https://api.example.test' });
const { data } = await client.POST('/links', { body: ${input} });
export const live = await client.PATCH('/links/{id}/publish', { params: { path: { id: String(data?.id) } } });`,
  'Redocly client + zod': `import { createLink, publishLink, use } from './redocly/client.js';
import { zodValidation } from './redocly/client.zod.js';
use(zodValidation());
export const live = await publishLink({ path: { id: String((await createLink({ body: ${input} })).id) } });`,
  'hey-api + zod': `import { createLink, publishLink } from './hey-api-zod/sdk.gen';
const { data } = await createLink({ body: ${input} });
export const live = await publishLink({ path: { id: String(data?.id) } });`,
  'axios, by hand': `import axios from 'axios';
const client = axios.create({ baseURL: 'https://api.example.test' });
const { data } = await client.post<{ id: string }>('/links', ${input});
export const live = await client.patch(\`/links/\${data.id}/publish\`);`,
  'ky, by hand': `import ky from 'ky';
const draft = await ky.post('https://api.example.test/links', { json: ${input} }).json<{ id: string }>();
export const live = await ky.patch(\`https://api.example.test/links/\${draft.id}/publish\`).json();`,
  'Stripe (its own links)': `import Stripe from 'stripe';
const stripe = new Stripe('key');
const draft = await stripe.paymentLinks.create({ line_items: [{ price: 'price_1', quantity: 1 }] });
export const live = await stripe.paymentLinks.update(draft.id, { active: false });`,
};

const options = {
  target: 'es2023',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

interface Cost {
  readonly instantiations: number;
  readonly seconds: number;
}

/** Compiles one program and reads what the compiler says that it took. */
function check(folder: string, source: string): Cost {
  const config = join(folder, 'types.tsconfig.json');
  writeFileSync(join(folder, 'types.ts'), `${source}\n`);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files: ['types.ts'] }));
  const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '--project', config, '--extendedDiagnostics'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  const read = (name: string): number => Number(new RegExp(`${name}:\\s+([\\d.]+)`).exec(stdout)?.[1]);
  return { instantiations: read('Instantiations'), seconds: read('Total time') };
}

/** What each client costs the compiler of a program that creates a link and publishes it. */
export async function run(): Promise<void> {
  const { folder } = await prepareProject();
  const empty = check(folder, 'export {};');
  const rows = Object.entries(programs).map(([name, source]) => {
    const costs = [1, 2, 3].map(() => check(folder, source));
    const extra = median(costs.map(({ seconds }) => seconds)) - empty.seconds;
    return [name, String((costs[0]?.instantiations ?? 0) - empty.instantiations), extra.toFixed(2)];
  });
  printTable('Type check of a consumer, over an empty program', ['client', 'type instantiations', 's'], rows);
  printAim('types instantiated for a consumer', Number(rows[0]?.[1]), 500, 'instantiations');
}
