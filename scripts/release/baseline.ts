import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { format } from 'prettier';
import type { Generated } from '../generate/pipeline.js';
import { files, type Comparison } from './comparison.js';

/** What later releases are compared with: the document and the public declarations as they are now, by file. */
export async function baselineOf(root: string, { next, surface }: Pick<Comparison, 'next' | 'surface'>): Promise<[string, string][]> {
  return [
    [files.released, await documentOf(root, next)],
    [files.surface, `${surface.join('\n')}\n`],
  ];
}

/** The document as it is written, or in one piece where it has parts in other files, which would go on changing. */
async function documentOf(root: string, { sources, model }: Generated): Promise<string> {
  if (new Set(sources).size === 1) return readFile(join(root, files.next), 'utf8');
  return format(stringify(model.bundle), { parser: 'yaml', printWidth: 140, singleQuote: true });
}
