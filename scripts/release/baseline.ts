import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { format } from 'prettier';
import { surfaceFile, type ApiComparison, type Comparison } from './comparison.js';

/** What later releases are compared with: each document and the public declarations as they are now, by file. */
export async function baselineOf(
  root: string,
  documents: readonly Pick<ApiComparison, 'api' | 'next'>[],
  surface: Comparison['surface'],
): Promise<[string, string][]> {
  const released = documents.map(async (document): Promise<[string, string]> => [document.api.released, await textOf(root, document)]);
  return [...(await Promise.all(released)), [surfaceFile, `${surface.join('\n')}\n`]];
}

/** The document as it is written, or in one piece where it has parts in other files, which would go on changing. */
async function textOf(root: string, { api, next: { sources, model } }: Pick<ApiComparison, 'api' | 'next'>): Promise<string> {
  if (new Set(sources).size === 1) return readFile(join(root, api.document), 'utf8');
  return format(stringify(model.bundle), { parser: 'yaml', printWidth: 140, singleQuote: true });
}
