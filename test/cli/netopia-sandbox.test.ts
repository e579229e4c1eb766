import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createPublicKey } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPaymentsCommand } from '../../src/cli/netopia-sandbox.js';
import { order } from '../sandbox/netopia/support.js';

const program = new URL('../../src/cli/bin.ts', import.meta.url).pathname;

function run(...parameters: readonly string[]): { output(): string; ended: Promise<unknown>; stop(): void } {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code]) => code);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { output: () => output, ended, stop: () => child.kill('SIGTERM') };
}

describe('paylinks sandbox netopia', () => {
  it('prints where it is, serves payments and its public key, and logs each request without the key', async () => {
    const running = run('sandbox', 'netopia', '--port', '0', '--api-key', 'canary-key', '--seed', '5');
    await expect.poll(running.output, { timeout: 20_000 }).toContain('Start a payment');
    const banner = running.output();
    const [, base = ''] = /base URL +(\S+)/.exec(banner) ?? [];
    expect(banner).toContain(`curl ${base}/payment/card/start \\\n  -H 'Authorization: canary-key'`);
    const headers = { authorization: 'canary-key', 'content-type': 'application/json' };
    const response = await fetch(`${base}/payment/card/start`, { method: 'POST', headers, body: JSON.stringify(order('1042-a')) });
    expect(await response.json()).toMatchObject({ payment: { paymentURL: expect.stringContaining(`${base}/ui/card?p=`) } });
    const pem = await (await fetch(`${base}/public-key.pem`)).text();
    expect(createPublicKey(pem).asymmetricKeyDetails?.modulusLength).toBe(2048);
    await expect.poll(running.output).toMatch(/POST +\/payment\/card\/start 200 \d+ ms applied 1 1042-a\n/);
    expect(running.output().slice(banner.length)).not.toContain('canary');
    running.stop();
    expect(await running.ended).toBe(0);
  });

  it('prints its own help', async () => {
    const running = run('sandbox', 'netopia', '--help');
    await running.ended;
    expect(running.output()).toContain('notification-hs512');
  });
});

describe('readPaymentsCommand', () => {
  it('reads options, defaults and faults', () => {
    expect(readPaymentsCommand(['--fault', 'notification-late,ms=5', '--pos-signature', 'ABCD-BBBB-CCCC-DDDD-EEEE'])).toEqual({
      port: 8081,
      host: '127.0.0.1',
      quiet: false,
      faults: [{ fault: 'notification-late', ms: 5 }],
      sandbox: { posSignature: 'ABCD-BBBB-CCCC-DDDD-EEEE' },
    });
    expect(() => readPaymentsCommand(['--token', 'x'])).toThrow('There is no option --token');
    expect(() => readPaymentsCommand(['--fault', 'notification-lots'])).toThrow('did you mean notification-lost?');
  });
});
