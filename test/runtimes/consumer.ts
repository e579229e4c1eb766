import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How one consumer compiles. */
export interface Setting {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The file's ending, where it decides about the format. */
  readonly ending?: 'cts';
  /** The first version of TypeScript that has it no more. */
  readonly until?: number;
}

const strict = {
  target: 'es2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
};

const resolutions = [
  { module: 'node16', moduleResolution: 'node16' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

// `fetch` and its kin must come from somewhere: the browser's types, Node's, or both.
const platforms = [
  { name: 'DOM types', lib: ['es2022', 'dom'], types: [] },
  { name: 'Node types', lib: ['es2022'], types: ['node'] },
  { name: 'DOM and Node types', lib: ['es2022', 'dom', 'dom.iterable'], types: ['node'] },
];

const both = { lib: ['es2022', 'dom', 'dom.iterable'], types: ['node'] };

/** Each module resolution with each source of platform types, then CommonJS as it was and as it is. */
export const settings: readonly Setting[] = [
  ...resolutions.flatMap((resolution) =>
    platforms.map(({ name, ...platform }) => ({
      name: `${resolution.moduleResolution} with ${name}`,
      options: { ...strict, ...resolution, ...platform },
    })),
  ),
  { name: 'node16 from CommonJS', options: { ...strict, ...both, module: 'node16', moduleResolution: 'node16' }, ending: 'cts' },
  { name: 'nodenext from CommonJS', options: { ...strict, ...both, module: 'nodenext', moduleResolution: 'nodenext' }, ending: 'cts' },
  { name: 'node10', options: { ...strict, ...both, module: 'commonjs', moduleResolution: 'node10' }, until: 6 },
];

/** A consumer that uses what most will: each method, narrowing, errors, the sandbox and the schemas. */
export const consumer = `import { createLinksClient, isFinal, NotFoundError, type PaylinksError, type PaymentLink } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
export const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch, onAttempt: ({ operation }) => console.log(operation) });

export async function sell(signal: AbortSignal): Promise<PaymentLink<'published'>> {
  const draft = await links.create({ product: 'Ceramic mug', amount: 18.5 }, { signal });
  const live = await links.publish(draft);
  // @ts-expect-error a published link cannot be published
  await links.publish(live);
  for await (const link of links.all()) if (link.status === 'draft') await links.close(link);
  return live;
}

export function explain(error: PaylinksError): string {
  return error instanceof NotFoundError ? String(error.requestId) : error.outcome;
}

export function isOver(link: PaymentLink): boolean {
  if (link.status === 'closed') return true;
  const open: 'draft' | 'published' | 'unpublished' | 'unknown' = link.status;
  return isFinal(open);
}
`;

/** Compiles a source in a project where the package is installed; gives what the compiler printed, nothing when it is content. */
export function compile(compiler: string, folder: string, setting: Setting, source: string, ...flags: readonly string[]): string {
  const config = join(folder, 'tsconfig.json');
  const file = `consumer.${setting.ending ?? 'ts'}`;
  writeFileSync(join(folder, file), source);
  writeFileSync(config, JSON.stringify({ compilerOptions: setting.options, files: [file] }));
  return spawnSync(process.execPath, [compiler, '--project', config, ...flags], { cwd: folder, encoding: 'utf8' }).stdout;
}
