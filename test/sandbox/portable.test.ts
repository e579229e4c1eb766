import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../../src/sandbox.js';
import { signatureOf } from './support.js';

/** Takes away what only Node, Bun and Deno have, until the test ends. */
function hideBuiltins(): void {
  const { getBuiltinModule } = process;
  Object.assign(process, { getBuiltinModule: undefined });
  onTestFinished(() => void Object.assign(process, { getBuiltinModule }));
}

describe('the sandbox without Node', () => {
  it('imports nothing of Node, not even later', async () => {
    const entry = new URL('../../src/sandbox.ts', import.meta.url).pathname;
    const { metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      metafile: true,
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter((path) => path.startsWith('node:'))).toEqual([]);
  });

  it('answers in process', async () => {
    hideBuiltins();
    const sandbox = createSandbox();
    const init = { method: 'POST', headers: signatureOf(sandbox), body: '{"product":"Ticket","amount":1}' };
    expect((await sandbox.fetch('/api/links', init)).status).toBe(200);
    expect((await sandbox.fetch('/')).status).toBe(200);
    expect(await (await sandbox.fetch('/openapi.json')).json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });

  it('says what is missing when it is to listen or to keep a file', async () => {
    hideBuiltins();
    await expect(createSandbox().listen()).rejects.toThrow('listen needs Node, Bun or Deno');
    expect(() => createSandbox({ data: 'links.json' })).toThrow('The option data needs Node, Bun or Deno');
  });
});
