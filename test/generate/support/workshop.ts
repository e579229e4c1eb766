import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import type { ZodType } from 'zod';
import { generate } from '../../../scripts/generate/pipeline.js';
import { writeStale } from '../../../scripts/generate/output.js';

const modules = new URL('../../../node_modules', import.meta.url).pathname;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that imports what the project has installed; it is gone after the tests of the file. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-generate-'));
  symlinkSync(modules, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  folders.push(folder);
  return folder;
}

export function writeDocument(folder: string, document: unknown): string {
  const file = join(folder, 'document.yaml');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
}

/** A document that holds nothing but component schemas. */
export function documentOf(schemas: object, openapi = '3.1.0'): object {
  return { openapi, info: { title: 'Schemas', version: '1.0.0' }, paths: {}, components: { schemas } };
}

/** What one component schema became. */
export interface Verdicts {
  readonly is: (value: unknown) => boolean;
  readonly explain: (value: unknown) => readonly { readonly path: string; readonly message: string }[];
  readonly zod: ZodType;
}

/** Generates from a document and loads what came out, by the name of the component. */
export async function loadVerdicts(document: unknown): Promise<(name: string) => Verdicts> {
  const folder = createFolder();
  const { contents } = await generate(writeDocument(folder, document), false);
  await writeStale(folder, contents, [...contents.keys()]);
  return verdictsIn(folder);
}

/** Loads the validators and schemas of a folder. */
export async function verdictsIn(folder: string): Promise<(name: string) => Verdicts> {
  const outfile = join(folder, 'loaded.mjs');
  const contents = "export * as validators from './validators.ts'; export * as schemas from './schemas.ts';";
  await build({ stdin: { contents, resolveDir: folder }, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'error' });
  const loaded: { validators: Record<string, Verdicts['is'] & Verdicts['explain']>; schemas: Record<string, ZodType> } = await import(
    outfile
  );
  return (name) => {
    const [is, explain, zod] = [loaded.validators[`is${name}`], loaded.validators[`explain${name}`], loaded.schemas[name]];
    if (!is || !explain || !zod) throw new Error(`Nothing was generated for ${name}.`);
    return { is, explain, zod };
  };
}
