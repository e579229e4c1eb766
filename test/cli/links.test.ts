import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { operations } from '../../generated/neopay/operations.js';
import { operationCommands } from '../../src/cli/links.js';
import type { SandboxOptions } from '../../src/sandbox.js';
import { canary, findSecrets } from '../support/canary.js';
import { listenOnLoopback } from '../support/port.js';
import { buildCommand, listen, type Ended } from './support.js';

const { run } = buildCommand();
const mug = ['--product', 'Mug', '--amount', '12.5', '--reference', 'order-1'];

async function createWorld(
  options: SandboxOptions = {},
): Promise<Awaited<ReturnType<typeof listen>> & { paylinks(...words: readonly string[]): Promise<Ended> }> {
  const world = await listen(options);
  return {
    ...world,
    async paylinks(...words) {
      const ended = await run(world.environment, ...words).ended;
      expect(findSecrets([ended.output, ended.errors])).toEqual([]);
      return ended;
    },
  };
}

describe('paylinks on links', () => {
  it('has a command for each operation of the document, which explains each field', async () => {
    const { paylinks } = await createWorld();
    const { output } = await paylinks('--help');
    for (const command of ['list', 'create', 'get', 'publish', 'unpublish', 'close', 'ensure', 'publish-once', 'import', 'export', 'qr'])
      expect(output).toMatch(new RegExp(`^  ${command} +[A-Z]`, 'm'));
    expect(Object.keys(operations)).toHaveLength(6);
    const help = (await paylinks('create', '--help')).output;
    expect(help).toContain('--product (required)\n          Name of what is sold.');
    expect(help).toContain('--settings.theme.selected');
    for (const words of [[], ['create'], ['ensure'], ['publish-once'], ['import'], ['export'], ['qr']])
      for (const line of (await paylinks(...words, '--help')).output.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('takes a link through its life, one line for each step', async () => {
    const { sandbox, paylinks } = await createWorld();
    expect((await paylinks('create', ...mug, '--settings.theme.selected', 'green')).output).toMatch(
      /^\S{36} {2}draft +12\.5 EUR {2}order-1 {2}Mug\n$/,
    );
    const id = String(sandbox.links[0]?.id);
    expect(sandbox.links[0]).toMatchObject({ amount: 12.5, settings: { theme: { selected: 'green' } } });
    expect((await paylinks('publish', id)).output).toMatch(/published .*\n {2}http:\/\/127\.0\.0\.1:\d+\/pay\/\w+\n$/);
    expect((await paylinks('unpublish', id)).output).toContain('unpublished');
    expect((await paylinks('ensure', id, 'published')).output).toContain(' published');
    expect((await paylinks('get', id)).output).toContain(' published');
    expect(JSON.parse((await paylinks('close', id, '--json')).output)).toMatchObject({ id, status: 'closed', product: 'Mug' });
    expect((await paylinks('list')).output).toMatch(/^\S+ {2}closed /);
  });

  it('publishes once, however often it is asked', async () => {
    const { sandbox, paylinks } = await createWorld();
    for (let round = 0; round < 2; round += 1)
      expect(await paylinks('publish-once', ...mug, '--wait', '0')).toMatchObject({
        code: 0,
        output: expect.stringContaining(' published'),
      });
    expect(sandbox.links).toHaveLength(1);
  });

  it.each([
    [2, ['create', '--product', 'Mug', '--amount', '0']],
    [2, ['create', '--produkt', 'Mug']],
    [2, ['get']],
    [2, ['get', '1', '2']],
    [2, ['ensure', '1', 'gone']],
    [2, ['crate']],
    [2, ['publish-once', '--product', 'Mug', '--amount', '1']],
    [3, ['get', 'nothing']],
    [3, ['qr', 'draft']],
    [4, ['create', ...mug]],
  ])('ends with %i after %j', async (code, words) => {
    const { sandbox, paylinks } = await createWorld({ links: [{ product: 'Cap', amount: 1 }] });
    const { id } = sandbox.links[0] ?? {};
    sandbox.inject({ fault: 'drop-after', operation: 'createLink' });
    const ended = await paylinks(...words.map((word) => (word === 'draft' ? String(id) : word)));
    expect(ended).toMatchObject({ code, output: '', errors: expect.stringMatching(/^paylinks: [^\n]+\n$/) });
  });

  it('ends with 5 when nothing was sent, and with 2 without credentials', async () => {
    const environment = { NEOPAY_APP_KEY: canary.appKey, NEOPAY_TOKEN: canary.token, NEOPAY_BASE_URL: 'http://127.0.0.1:9/api' };
    expect((await run(environment, 'create', ...mug, '--deadline', '1000').ended).code).toBe(5);
    const { NEOPAY_TOKEN: _, ...incomplete } = environment;
    expect(await run(incomplete, 'list').ended).toMatchObject({ code: 2, errors: expect.stringContaining('Set NEOPAY_TOKEN') });
  });

  it('prints what it would send, and sends nothing that changes anything', async () => {
    const { sandbox, paylinks } = await createWorld();
    expect((await paylinks('create', ...mug, '--dry-run')).output).toBe(
      'POST /links {"product":"Mug","amount":12.5,"reference":"order-1"}\n',
    );
    expect((await paylinks('create', '--product', 'Mug', '--dry-run')).code).toBe(2);
    expect((await paylinks('publish-once', ...mug, '--dry-run')).output).toBe(
      'POST /links {"product":"Mug","amount":12.5,"reference":"order-1"}\nPATCH /links/{id}/publish\n',
    );
    await paylinks('create', ...mug);
    const id = String(sandbox.links[0]?.id);
    expect((await paylinks('publish-once', ...mug, '--dry-run')).output).toBe(`PATCH /links/${id}/publish\n`);
    expect((await paylinks('close', id, '--dry-run', '--json')).output).toBe(`{"method":"PATCH","path":"/links/${id}/close"}\n`);
    expect((await paylinks('ensure', id, 'unpublished', '--dry-run')).output).toBe(
      `PATCH /links/${id}/publish\nPATCH /links/${id}/unpublish\n`,
    );
    expect((await paylinks('ensure', id, 'draft', '--dry-run')).output).toBe('nothing to do\n');
    expect(sandbox.journal.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('lists ten thousand links page by page, and stops when nobody reads on', async () => {
    const links = Array.from({ length: 10_000 }, (_, index) => ({ product: 'Mug', amount: 1, reference: `order-${index}` }));
    const { sandbox, environment } = await listen({ perPage: 500, links });
    const { output } = await run(environment, 'list', '--json').ended;
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(10_000);
    expect(JSON.parse(lines[9_999] ?? '')).toMatchObject({ reference: 'order-9999' });
    const before = sandbox.journal.length;
    const { child, ended } = run(environment, 'list');
    child.stdout?.once('data', () => child.stdout?.destroy());
    await ended;
    expect(sandbox.journal.length - before).toBeLessThan(20);
  });

  it('exports every field of every link as CSV', async () => {
    const { paylinks } = await createWorld();
    await paylinks('create', '--product', 'Mug, "blue"', '--amount', '1');
    const [head = '', row = ''] = (await paylinks('export')).output.split('\n');
    expect(head).toMatch(/^id,application_id,status,slug,product,amount,.*settings\.theme\.selected/);
    expect(row).toContain(',"Mug, ""blue""",1,');
  });

  it('draws the address of a published link', async () => {
    const { sandbox, paylinks } = await createWorld();
    await paylinks('publish-once', ...mug, '--wait', '0');
    const { output } = await paylinks('qr', String(sandbox.links[0]?.id));
    expect(output).toMatch(/^█▀+/);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pay\/\w+$/);
  });
});

describe('an operation that is added to the document', () => {
  it('has a command, which sends by the descriptor', async () => {
    const received: string[] = [];
    const server = createServer((request, response) => {
      received.push(`${request.method} ${request.url} ${request.headers['x-app-key']}`);
      response.setHeader('content-type', 'application/json').end('{"archived":true}');
    });
    const port = await listenOnLoopback(server);
    onTestFinished(() => void server.close());
    vi.stubEnv('NEOPAY_APP_KEY', 'key').stubEnv('NEOPAY_TOKEN', 'token').stubEnv('NEOPAY_BASE_URL', `http://127.0.0.1:${port}/api`);
    const print = vi.spyOn(console, 'log').mockReturnValue();
    onTestFinished(() => {
      vi.unstubAllEnvs();
      print.mockRestore();
    });
    const archiveLink = { id: 'archiveLink', method: 'PATCH', path: '/links/{id}/archive', effect: 'change' };
    await operationCommands({ archiveLink })['archive']?.run(['7']);
    expect(received).toEqual(['PATCH /api/links/7/archive key']);
    expect(print.mock.calls).toEqual([['{"archived":true}']]);
  });
});
