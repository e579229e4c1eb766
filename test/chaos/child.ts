import { readFile, writeFile } from 'node:fs/promises';
import { createNaive } from './naive.js';
import { createReal, type Package } from './real.js';
import { runInProcess } from './in-process.js';
import { visit, type VisitSettings } from './visit.js';
import type { CreateSandbox } from './world.js';

/** What a run in another runtime is told, as JSON in a file. */
export interface Errand extends VisitSettings {
  readonly mode: 'tcp' | 'in-process';
  readonly size: number;
  readonly rate: number;
  readonly naive: boolean;
  /** Where the result goes. */
  readonly output: string;
}

/** Does the errand that the first word of the command line points to, with the package that was bundled in. */
export async function runErrand(library: Package, createSandbox: CreateSandbox): Promise<void> {
  const errand: Errand = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
  const create = errand.naive ? createNaive : createReal(library);
  const result = errand.mode === 'tcp' ? await visit(errand, create) : await runInProcess({ ...errand, create, createSandbox });
  await writeFile(errand.output, JSON.stringify(result));
}
