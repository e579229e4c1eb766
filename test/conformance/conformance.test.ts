import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { transitions } from '../../generated/neopay/transitions.js';
import { open, serve } from '../sandbox/support.js';

interface Result {
  readonly code: number | null;
  readonly output: string;
}

const credentials = { NEOPAY_APP_KEY: 'canary-key', NEOPAY_TOKEN: 'canary-token' };

async function conform(parameters: readonly string[], environment: NodeJS.ProcessEnv = credentials): Promise<Result> {
  const program = new URL('../../scripts/conformance/index.ts', import.meta.url).pathname;
  const env = { ...process.env, NEOPAY_APP_KEY: '', NEOPAY_TOKEN: '', NO_COLOR: '1', ...environment };
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
    expect(output).toMatch(/✓ the list keeps closed links: yes/);
    expect(output).toMatch(/publishOnce needs a wait of at least \d+ ms/);
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

  it('gives no key to where the server redirects, and prints none that it echoes', { timeout: 30_000 }, async () => {
    const strange: (string | string[] | undefined)[] = [];
    const stranger = createServer(({ headers }, response) => {
      strange.push(headers['x-app-key'], headers.authorization);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    onTestFinished(() => void stranger.close());
    const address = stranger.address();
    const location = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/links`;
    const { sandbox } = open({ appKey: 'canary-key', token: 'canary-token' });
    sandbox.inject({ fault: 'redirect', location, operation: 'listLinks', times: 1 });
    sandbox.inject({ fault: 'status', code: 404, body: { message: 'no link for canary-token' }, operation: 'getLink' });
    const { url } = await serve(sandbox);
    const { code, output } = await conform(['--server', `${url}/api`]);
    expect([code, strange]).toEqual([1, []]);
    expect(output).not.toContain('canary');
  });

  it.each([
    [['--server', 'http://neopay.example/api'], credentials, 'conformance: --server must be https, except on this machine.\n'],
    [['--server', 'here'], credentials, 'conformance: --server must be a URL such as https://neopay.io/api.\n'],
    [[], {}, 'conformance: set NEOPAY_APP_KEY and NEOPAY_TOKEN in the environment.\n'],
  ])('refuses %j without asking anyone', async (parameters, environment, output) => {
    expect(await conform(parameters, environment)).toEqual({ code: 2, output });
  });
});
