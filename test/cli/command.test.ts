import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSandboxCommand } from '../../src/cli/sandbox.js';
import { logLine } from '../../src/cli/serve.js';
import { open, order, serve } from '../sandbox/support.js';
import manifest from '../../package.json' with { type: 'json' };

interface Run {
  readonly child: ChildProcess;
  output(): string;
  errors(): string;
  readonly ended: Promise<number | null>;
}

/** Runs `paylinks` as a process of its own. */
function run(...parameters: readonly string[]): Run {
  const program = new URL('../../src/cli/bin.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code]) => code);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, output: () => output, errors: () => errors, ended };
}

/** Starts a sandbox on a free port and waits until it says where. */
async function start(...parameters: readonly string[]): Promise<Run & { base: string }> {
  const running = run('sandbox', '--port', '0', ...parameters);
  await expect.poll(running.output, { timeout: 15_000 }).toContain('Create a link:');
  const [, base = ''] = /base URL +(\S+)/.exec(running.output()) ?? [];
  return { ...running, base };
}

const headers = { 'x-app-key': 'canary-key', authorization: 'canary-token', 'content-type': 'application/json' };
const keys = ['--app-key', 'canary-key', '--token', 'canary-token'];

describe('paylinks sandbox', () => {
  it('prints where it is, what opens it and a line to paste, then one readable line per request without keys', async () => {
    const { base, output } = await start(...keys, '--seed', '5');
    const banner = output();
    expect(banner).toContain('canary-key');
    expect(banner).toContain(`curl ${base}/links \\\n  -H 'x-app-key: canary-key'`);
    expect(banner).toMatch(/seed +5/);
    await fetch(`${base}/links`, { method: 'POST', headers, body: JSON.stringify({ ...order, reference: 'order-1' }) });
    await fetch(`${base}/links/canary-token`, { headers });
    await expect.poll(output).toMatch(/\d\d:\d\d:\d\d POST +\/api\/links 200 \d+ ms applied draft order-1\n/);
    await expect.poll(output).toMatch(/GET +\/api\/links\/\*\*\* 404 \d+ ms rejected\n/);
    expect(output().slice(banner.length)).not.toContain('canary');
  });

  it('arms faults and latency, and prints no requests when quiet', async () => {
    const { base, output } = await start('--latency', '5', '--fault', 'status,code=503,operation=listLinks', '--quiet');
    const banner = output();
    expect((await fetch(`${base}/links`)).status).toBe(503);
    expect(output()).toBe(banner);
    expect(banner).toContain('{"fault":"latency","ms":5}');
  });

  it('keeps links in a file across runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paylinks-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const data = join(folder, 'links.json');
    const first = await start('--data', data, ...keys);
    await fetch(`${first.base}/links`, { method: 'POST', headers, body: JSON.stringify(order) });
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = await start('--data', data, ...keys);
    expect(second.output()).toContain(`1 in ${data}`);
    expect((await (await fetch(`${second.base}/links`, { headers })).json()).data).toHaveLength(1);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('answers what is under way before it ends on %s', async (signal) => {
    const { base, child, ended, errors } = await start('--latency', '400');
    const answer = fetch(`${base}/links`);
    await expect.poll(() => fetch(new URL('/', base)).then((home) => home.text()), { interval: 5 }).toContain('pending');
    child.kill(signal);
    expect((await answer).status).toBe(401);
    expect([await ended, errors()]).toEqual([0, '']);
  });

  it.each([
    [['sandbox', '--prot', '1'], 'paylinks: There is no option --prot (did you mean --port?). See paylinks --help.\n'],
    [['sandbox', '--port', '70000'], 'paylinks: --port must be a whole number from 0 to 65535, not "70000". See paylinks --help.\n'],
    [
      ['sandbox', '--data', '/nowhere/at/all.json'],
      'paylinks: data: the folder of /nowhere/at/all.json does not exist; create it first.\n',
    ],
    [['sandbx'], 'paylinks: There is no command sandbx (did you mean sandbox?). See paylinks --help.\n'],
    [
      ['--quiet'],
      'paylinks: Name a command first: sandbox, list, create, get, publish, unpublish, close, ensure, publish-once, import, export, qr. See paylinks --help.\n',
    ],
    [['sandbox', '--docs', '/nowhere/at/all'], 'paylinks: --docs /nowhere/at/all is no folder.\n'],
  ])('ends %j with one line and exit code 2', async (parameters, line) => {
    const { ended, errors, output } = run(...parameters);
    expect([await ended, errors(), output()]).toEqual([2, line, '']);
  });

  it('says in one line that the port is taken', async () => {
    const { url } = await serve(open().sandbox);
    const { port } = new URL(url);
    const { ended, errors } = run('sandbox', '--port', port);
    expect(await ended).toBe(2);
    expect(errors()).toBe(`paylinks: 127.0.0.1 port ${port} is in use; stop what runs there or choose another with --port.\n`);
  });

  it('prints its version and its help', async () => {
    const [first, second] = [run('--version'), run('sandbox', '--help')];
    expect([await first.ended, first.output()]).toEqual([0, `${manifest.version}\n`]);
    expect([await second.ended, second.output()]).toEqual([0, expect.stringContaining('--fault FAULT')]);
  });
});

describe('readSandboxCommand', () => {
  it('reads options, defaults and faults', () => {
    expect(
      readSandboxCommand(['-p', '1', '--fault', 'drop-after,operation=createLink,times=1', '--fault', '{"fault":"drift","extra":{"a":1}}']),
    ).toEqual({
      port: 1,
      host: '127.0.0.1',
      quiet: false,
      faults: [
        { fault: 'drop-after', operation: 'createLink', times: 1 },
        { fault: 'drift', extra: { a: 1 } },
      ],
      sandbox: {},
    });
  });

  it.each([
    [['now'], 'now makes no sense here.'],
    [['--port'], '--port needs a value.'],
    [['--latency', '-1'], '--latency needs a value; one that starts with a dash is written --latency=-1.'],
    [['--latency=-1'], '--latency must be a whole number from 0 to 2147483647, not "-1".'],
    [['--quiet=yes'], '--quiet takes no value.'],
    [['-x'], 'There is no option -x.'],
    [['--fault', 'drop-afer'], '--fault drop-afer: there is no fault "drop-afer" (did you mean drop-after?)'],
    [['--fault', 'status'], '--fault status: the fault status needs code.'],
    [['--fault', 'html,often'], '--fault html,often: write options as name=value, not often.'],
    [['--fault', '{'], '--fault {: starts like JSON and is none.'],
    [['--fault', 'redirect,location=https://x/ż'], /location of the fault redirect must be an address as a header can hold it/],
  ])('refuses %j', (parameters, message) => {
    expect(() => readSandboxCommand(parameters)).toThrow(message);
  });
});

describe('logLine', () => {
  it('prints no control character and marks an answer that was lost', async () => {
    const { sandbox, send } = open();
    sandbox.inject({ fault: 'drop-after', times: 1 });
    await send('POST', '/links', { ...order, reference: 'a\u001b[31m\nb' }).catch(() => undefined);
    const lines = sandbox.journal.map((entry) => logLine(entry, [entry.linkStatus, entry.reference], []));
    expect(lines).toEqual([expect.stringMatching(/ POST {2}\/api\/links --- \d+ ms applied draft a\?\[31m\?b \(fault: drop-after\)$/)]);
  });
});
