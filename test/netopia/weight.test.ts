import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Bytes of what an application ships that imports these names, minified and compressed. */
async function weigh(names: string): Promise<{ files: readonly string[]; bytes: number }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names} } from './src/netopia-notifications.js'`, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { files: Object.keys(metafile.inputs), bytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength };
}

const all = 'NotificationError, createNotificationHandler, netopiaPublicKey, toNodeListener, verifyNotification';

describe('paylinks/netopia/notifications', () => {
  it('brings nothing of the client along', async () => {
    const { files } = await weigh(all);
    expect(
      files.filter((file) => !/^src\/(netopia|shared|core\/paylinks-error)|^generated\/netopia\/statuses|^<stdin>/.test(file)),
    ).toEqual([]);
    expect(files.filter((file) => /client|transport|validators/.test(file))).toEqual([]);
  });

  // Of which the key takes 0.4 kB, and the names of the statuses, the messages and the base of errors as much again.
  it.each([
    ['verifyNotification', 3_100],
    [all, 3_700],
  ])('%s weighs at most that many bytes: %d', async (names, limit) => {
    expect((await weigh(names)).bytes).toBeLessThanOrEqual(limit);
  });
});
