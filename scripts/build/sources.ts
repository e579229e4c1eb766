import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dist, root } from './entries.js';

/** Puts each source that a map names into `dist`, and lets the map name that copy. */
export function shipSources(): void {
  const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map') && !name.startsWith('docs'));
  for (const name of maps) {
    const map = join(dist, name);
    const content: { readonly sources: readonly string[] } = JSON.parse(readFileSync(map, 'utf8'));
    const sources = content.sources.map((source) => ship(join(dirname(map), source)));
    writeFileSync(map, JSON.stringify({ ...content, sources: sources.map((source) => relative(dirname(map), source)) }));
  }
}

function ship(source: string): string {
  const copy = join(dist, 'sources', relative(root, source));
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(source, copy);
  return copy;
}
