import { execFile } from 'node:child_process';
import { format, promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createLinksClient } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { listOperations, serverOf } from '../../scripts/docs/document.js';
import { methodOf } from '../../scripts/docs/methods.js';
import { sampleOf, toCurl, variables } from '../../scripts/docs/samples.js';
import { readSources } from '../../scripts/docs/sources.js';

const run = promisify(execFile);
const sources = await readSources();
const links = sources.find(({ api }) => api.name === 'neopay') ?? expect.unreachable('the first API is there');
const { document } = links;
const operations = listOperations(document).map((operation) => [operation.id, operation] as const);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe.each(sources)('the samples of $api.name', ({ api, document, samples }) => {
  it.each([...samples])('%s.ts prints what it says', async (name, source) => {
    const promised = [...source.matchAll(/^\/\/ prints: (.+)$/gm)].map(([, line]) => line);
    const printed: string[] = [];
    const sandbox = createSandbox();
    vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(format(...values)));
    vi.stubEnv('NEOPAY_APP_KEY', sandbox.credentials.appKey);
    vi.stubEnv('NEOPAY_TOKEN', sandbox.credentials.token);
    vi.stubGlobal('fetch', sandbox.fetch);

    await import(new URL(`../../spec/${api.name}/samples/${name}.ts`, import.meta.url).href);

    expect(promised).not.toEqual([]);
    expect(printed).toEqual(promised);
  });

  it.each(listOperations(document))('calls $id by its method in the client, or on the wire where it has none', ({ id, path }) => {
    const method = methodOf(api.name, id);
    expect(sampleOf(samples, id)).toContain(method === undefined ? path : `${method.shown}(`);
  });
});

describe('toCurl', async () => {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const client = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
  afterAll(() => server.close());

  /** The command as the docs show it, with another server, and another link in place of the example. */
  function localise(command: string, id: string): string {
    return command.replace(serverOf(document), `${server.url}/api`).replace('98e878e8-2486-458a-b1f4-878d37398b52', id);
  }

  const answers: Record<string, object> = {
    listLinks: { data: expect.arrayContaining([expect.objectContaining({ product: 'Sample' })]) },
    getLink: { product: 'Sample', status: 'draft' },
    createLink: { product: 'iPhone 14 Pro', amount: 350.41, status: 'draft' },
    publishLink: { product: 'Sample', status: 'published' },
    unpublishLink: { product: 'Sample', status: 'unpublised' },
    closeLink: { product: 'Sample', status: 'closed' },
  };

  it.each(operations)('makes a command for %s that the sandbox understands', async (id, operation) => {
    const link = await client.create({ product: 'Sample', amount: 1 });
    if (id === 'unpublishLink') await client.publish(link);
    const [appKey = '', token = ''] = Object.values(variables['neopay'] ?? {});
    const env = { ...process.env, [appKey]: sandbox.credentials.appKey, [token]: sandbox.credentials.token };

    const { stdout } = await run('bash', ['-c', localise(toCurl(links, operation), link.id)], { env });

    expect(JSON.parse(stdout)).toMatchObject(answers[id] ?? { missing: id });
  });

  it('ends with an error when the credentials are missing', async () => {
    const command = localise(toCurl(links, listOperations(document)[0] ?? expect.unreachable('no operation')), '1');
    await expect(run('bash', ['-c', command], { env: { PATH: process.env['PATH'] } })).rejects.toMatchObject({
      code: 22,
      stdout: expect.stringContaining('Unauthenticated.'),
    });
  });
});
