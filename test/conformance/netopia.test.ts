import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPaymentsSandbox, type PaymentsSandbox } from '../../src/netopia-sandbox.js';

const posSignature = 'CONF-BBBB-CCCC-DDDD-EEEE';

async function conform(sandbox: PaymentsSandbox, ...parameters: readonly string[]): Promise<{ code: unknown; output: string }> {
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const program = new URL('../../scripts/conformance/index.ts', import.meta.url).pathname;
  const env = { ...process.env, NO_COLOR: '1', NETOPIA_API_KEY: 'canary-key', NETOPIA_POS_SIGNATURE: posSignature };
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'netopia', '--server', server.url, ...parameters], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

describe('npm run conformance -- netopia', () => {
  it('takes the sandbox through a payment’s life, held to the document, and asks what is open', { timeout: 120_000 }, async () => {
    const sandbox = createPaymentsSandbox({ apiKey: 'canary-key', posSignature });
    const { code, output } = await conform(sandbox, '--write');
    expect(output).toMatch(/Workflows: 6 passed, 6 total/);
    expect(output).toContain('? What does a repeat get while the first start is open? HTTP 400, code 99, Order already processed');
    expect(output).toContain('? Does the orderID alone find a payment? yes');
    expect(output).not.toContain('canary');
    expect(code).toBe(0);
    sandbox.reset();
  });

  it('only reads unless told to write', { timeout: 60_000 }, async () => {
    const sandbox = createPaymentsSandbox({ apiKey: 'canary-key', posSignature });
    const { code, output } = await conform(sandbox);
    expect(output).toContain('this only reads');
    expect(output).toContain('? How is a payment missed that nobody started? HTTP 200, code 99, Payment not found');
    expect(code).toBe(0);
    expect(sandbox.payments).toEqual([]);
    expect(new Set(sandbox.journal.map(({ operation }) => operation))).toEqual(new Set(['getPaymentStatus']));
  });
});
