import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { findEntries, root } from '../../scripts/build/entries.js';

/** The files that an entry brings along, as paths from the root. */
async function filesOf(name: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`src/${name}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs).filter((path) => path !== `src/${name}.ts`);
}

/** What an entry may bring along: an API's client nothing of the other's, no client a sandbox, no sandbox a client, and schemas only themselves. */
function mayHold(name: string): RegExp {
  const [api, other] = name.startsWith('netopia') ? ['netopia', 'neopay'] : ['neopay', 'netopia'];
  if (name.endsWith('schemas')) return new RegExp(`^generated/(${api}/schemas|[\\w-]+)\\.ts$`);
  if (name.endsWith('sandbox')) return new RegExp(`^src/(shared|sandbox/(?!${other}/))|^generated/(?!${other}/)`);
  if (name === 'node') return /^src\/(core|node|shared)\//;
  return new RegExp(`^src/(shared|core|${api})/|^generated/(${api}/(?!schemas)|[\\w-]+\\.ts$)`);
}

describe('entries', () => {
  it.each(findEntries().map(({ name }) => name))('%s brings along nothing that belongs to another', async (name) => {
    const files = await filesOf(name);
    expect(files.filter((path) => !mayHold(name).test(path))).toEqual([]);
  });
});
