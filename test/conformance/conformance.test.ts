import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { transitions } from '../../generated/neopay/transitions.js';
import { open, serve } from './support.js';

interface Result {
  readonly code: number | null;
  readonly output: string;
}

const credentials = { PAYLINKS_APP_KEY: 'canary-key', PAYLINKS_TOKEN: 'canary-token' };

async function conform(parameters: readonly string[], environment: NodeJS.ProcessEnv = credentials): Promise<Result> {
  const program = new URL('../../scripts/conformance/index.ts', import.meta.url).pathname;
  const env = { ...process.env, PAYLINKS_APP_KEY: '', PAYLINKS_TOKEN: '', NO_COLOR: '1', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

describe('npm run conformance', () => {
  it('takes the listening sandbox through every operation and every legal and illegal step', { timeout: 60_000 }, async () => {
    const { sandbox } = open({ appKey: 'canary-key', token: 'canary-token' });
    const { url } = await serve(sandbox);
    const { code, output } = await conform(['--server', `${url}/api`, '--write']);
    expect(output).toMatch(/Workflows: 7 passed, 7 total/);
    expect(code).toBe(0);
    expect(output).toMatch(/this CREATES links/);
    expect(output).not.toContain('canary');
    const steps = sandbox.journal
      .filter(({ method }) => method === 'PATCH')
      .map(({ operation, applied, linkStatus }) => `${operation} ${applied} ${linkStatus}`);
    for (const { operation, from, to } of Object.values(transitions)) {
      expect(steps).toContain(`${operation} true ${to}`);
      for (const status of ['draft', 'published', 'unpublished', 'closed']) {
        if (!from.some((legal) => legal === status)) expect(steps).toContain(`${operation} false ${status}`);
      }
    }
    expect(sandbox.links.every(({ status }) => status === 'closed')).toBe(true);
  });

  it('only reads unless told to write', { timeout: 30_000 }, async () => {
    const { sandbox } = open({ appKey: 'canary-key', token: 'canary-token' });
    const { url } = await serve(sandbox);
    const { code, output } = await conform(['--server', `${url}/api`]);
    expect([code, output]).toEqual([0, expect.stringContaining('this only reads')]);
    expect(new Set(sandbox.journal.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('fails when a server departs from the document', { timeout: 30_000 }, async () => {
    const { sandbox } = open({ appKey: 'canary-key', token: 'canary-token' });
    sandbox.inject({ fault: 'status', code: 200, body: { links: [] }, operation: 'listLinks' });
    const { url } = await serve(sandbox);
    expect(await conform(['--server', `${url}/api`])).toMatchObject({ code: 1 });
  });

  it.each([
    [['--server', 'http://neopay.example/api'], credentials, 'conformance: --server must be https, except on this machine.\n'],
    [['--server', 'here'], credentials, 'conformance: --server must be a URL such as https://neopay.io/api.\n'],
    [[], {}, 'conformance: set PAYLINKS_APP_KEY and PAYLINKS_TOKEN in the environment.\n'],
  ])('refuses %j without asking anyone', async (parameters, environment, output) => {
    expect(await conform(parameters, environment)).toEqual({ code: 2, output });
  });
});
