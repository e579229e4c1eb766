import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFixture, isGenuine } from './support.js';

describe('the payments sandbox without Node', () => {
  it('imports nothing of Node, not even later', async () => {
    const entry = new URL('../../../src/netopia-sandbox.ts', import.meta.url).pathname;
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

  it('takes payments, signs notifications and shows its pages', async () => {
    const { getBuiltinModule } = process;
    Object.assign(process, { getBuiltinModule: undefined });
    onTestFinished(() => void Object.assign(process, { getBuiltinModule }));
    const { sandbox, start } = createFixture();
    const { body } = await start('1042-a');
    await sandbox.pay(String(body['payment']?.['ntpID']));
    expect(sandbox.deliveries.every((delivery) => isGenuine(delivery, sandbox.publicKey))).toBe(true);
    for (const path of ['/', String(sandbox.payments[0]?.page), '/openapi.yaml', '/public-key.pem'])
      expect((await sandbox.fetch(path)).status).toBe(200);
    await expect(sandbox.listen()).rejects.toThrow('listen needs Node, Bun or Deno');
  });
});
