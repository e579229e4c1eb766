import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

interface Bundle {
  readonly code: string;
  readonly gzip: number;
}

/** Bundles a program that uses the built package, as an application would. */
async function bundle(source: string, external: string[] = []): Promise<Bundle> {
  const result = await build({
    stdin: { contents: source, resolveDir: process.cwd(), sourcefile: 'program.js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external,
    logLevel: 'silent',
  });
  const code = result.outputFiles.map(({ text }) => text).join('');
  return { code, gzip: gzipSync(code, { level: 9 }).length };
}

describe('a bundle', () => {
  it('with create, publish and close stays within 24 kB', async () => {
    const program = `import { createLinksClient } from 'paylinks';
const links = createLinksClient({ appKey: 'key', token: 'token' });
export const sell = async (input) => links.close(await links.publish(await links.create(input)));`;
    expect((await bundle(program)).gzip).toBeLessThanOrEqual(24 * 1024);
  });

  it('with one pure helper holds nothing of the client', async () => {
    const { code, gzip } = await bundle(`export { isFinal } from 'paylinks';`);
    expect(gzip).toBeLessThanOrEqual(500);
    expect(code).not.toContain('fetch');
  });

  it('with one error class holds nothing of the client', async () => {
    const { code, gzip } = await bundle(`export { NotFoundError } from 'paylinks';`);
    expect(gzip).toBeLessThanOrEqual(1_500);
    expect(code).not.toContain('fetch');
  });

  it('with the client holds no zod', async () => {
    expect((await bundle(`export * from 'paylinks';`)).code).not.toContain('ZodError');
  });

  it('with the schemas holds no client', async () => {
    expect((await bundle(`export * from 'paylinks/schemas';`, ['zod'])).code).not.toContain('x-app-key');
  });
});
