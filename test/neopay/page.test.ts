import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createLinksClient, rawOf } from '../../src/index.js';
import type { Drift, LinksClient, PaymentLink } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { thrownBy } from '../support/fixtures.js';

/** The samples of the API's page, verbatim, with their defects. */
function sample(name: string): string {
  return readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
}

const credentials = { appKey: 'YOUR-APPLICATION-TOKEN', token: 'YOUR-TOKEN' };

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** What a curl line of the page means to send; its quotes and line ends are not all where a shell wants them. */
function parseCurl(text: string): Sent {
  const body = /--data '([^]*)'/.exec(text)?.[1];
  const method = /--request (\w+)/.exec(text)?.[1] ?? (body === undefined ? 'GET' : 'POST');
  const headers = [...text.matchAll(/--header '?([\w-]+): ?([^'\\\n]+)/g)].map(([, name = '', value = '']): [string, string] => [
    name,
    value.trim(),
  ]);
  return { method, url: /https:[^']+/.exec(text)?.[0] ?? '', headers: new Headers(headers), body };
}

function answering(body: string): { links: LinksClient; drift: Drift[]; sent: Sent[] } {
  const drift: Drift[] = [];
  const sent: Sent[] = [];
  const links = createLinksClient({
    ...credentials,
    onDrift: (departure) => drift.push(departure),
    async fetch(url, init) {
      sent.push({ url, method: init.method, headers: new Headers(init.headers), body: init.body });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    },
  });
  return { links, drift, sent };
}

const calls: Record<string, (links: LinksClient) => Promise<PaymentLink>> = {
  get: (links) => links.get('1'),
  create: (links) => links.create({ product: 'Iphone 14 Pro', amount: 350.41 }),
  publish: (links) => links.publish('1'),
  unpublish: (links) => links.unpublish('1'),
  close: (links) => links.close('1'),
};

describe("the JSON samples of the API's page", () => {
  it.each(Object.entries(calls))('are read without drift: %s', async (name, call) => {
    const { links, drift } = answering(sample(`${name}.json`));
    const wire: unknown = JSON.parse(sample(`${name}.json`));
    const link = await call(links);
    const status = { publish: 'published', unpublish: 'unpublished', close: 'closed' }[name] ?? 'draft';
    expect(link).toEqual({ ...Object(wire), id: '1', status });
    expect(rawOf(link)).toEqual(wire);
    // The page's sample answers another amount than was asked for.
    expect(drift.map(({ path }) => path)).toEqual(name === 'create' ? ['product', 'amount'] : []);
  });

  it('are read without drift: the list, whose data is one object and whose logoType is misspelt', async () => {
    const { links, drift } = answering(sample('list.json'));
    const [link, ...others] = await links.list();
    const wire = JSON.parse(sample('list.json')).data;
    expect(link).toMatchObject({ id: wire.id, status: 'draft', deleted_at: null });
    expect(link?.settings?.theme).toEqual({ selected: 'blue', logo: 'logo-url', logoType: 'blue' });
    expect(link && rawOf(link)).toEqual(wire);
    expect([others, drift]).toEqual([[], []]);
  });
});

describe("the curl samples of the API's page", () => {
  it.each(Object.entries({ ...calls, list: (links: LinksClient) => links.list() }))(
    'send what the client sends: %s',
    async (name, call) => {
      const { links, sent } = answering(sample(`${name}.json`));
      await call(links);
      const meant = parseCurl(sample(`${name}.curl.txt`));
      const url = meant.url.replace('{id}', '1');
      expect(sent).toMatchObject([{ method: meant.method, url }]);
      for (const header of ['authorization', 'x-app-key']) expect(sent[0]?.headers.get(header)).toBe(meant.headers.get(header));
    },
  );

  it.each(['list', 'get', 'create', 'publish', 'unpublish', 'close'])('are answered by the sandbox: %s', async (name) => {
    const sandbox = createSandbox(credentials);
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const { id } = await links.create({ product: 'Iphone 14 Pro', amount: 350.41 });
    if (name === 'unpublish') await links.publish(id);
    const { method, url, headers, body = null } = parseCurl(sample(`${name}.curl.txt`));
    const response = await sandbox.fetch(url.replace('{id}', id), { method, headers, body });
    const status = { publish: 'published', unpublish: 'unpublised', close: 'closed' }[name] ?? 'draft';
    expect(response.status).toBe(200);
    const answer = await response.json();
    expect(name === 'list' ? answer.data[0] : answer).toMatchObject({ status, product: 'Iphone 14 Pro', amount: 350.41 });
  });

  it.each(['publish', 'unpublish', 'close'])('run as pasted into a shell: %s', async (name) => {
    const sandbox = createSandbox(credentials);
    const server = await sandbox.listen();
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const { id } = await links.create({ product: 'Iphone 14 Pro', amount: 350.41 });
    if (name === 'unpublish') await links.publish(id);
    const line = sample(`${name}.curl.txt`).replace('https://neopay.io', server.url).replace('{id}', id);
    const { stdout } = await promisify(execFile)('sh', ['-c', line]);
    await server.close();
    expect(JSON.parse(stdout)).toMatchObject({ id, status: { publish: 'published', unpublish: 'unpublised', close: 'closed' }[name] });
  });
});

describe("the body sample of the API's page, whose expired_at the API would ignore", () => {
  const body = JSON.parse(sample('create-body.json'));

  it('is refused by the client, which names the flag', async () => {
    const { links, sent } = answering('{}');
    const error = await thrownBy(links.create(body));
    expect(error).toMatchObject({ name: 'InputError', outcome: 'not-sent', issues: [{ path: 'settings.expirationDate' }] });
    expect(sent).toEqual([]);
  });

  it('is accepted by the sandbox, which ignores the date as the real server does', async () => {
    const sandbox = createSandbox(credentials);
    const headers = { Authorization: credentials.token, 'x-app-key': credentials.appKey, 'Content-Type': 'application/json' };
    const response = await sandbox.fetch(`${sandbox.credentials.baseUrl}/links`, {
      method: 'POST',
      headers,
      body: sample('create-body.json'),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ expired_at: null, reference: 'NEOPAY-IPHONE', status: 'draft' });
  });

  it('is accepted by the client once the flag allows the date and the date is to come', async () => {
    const { links, sent } = answering(sample('create.json'));
    const settings = { ...body.settings, expirationDate: true };
    expect(await thrownBy(links.create({ ...body, settings }))).toMatchObject({ name: 'InputError', issues: [{ path: 'expired_at' }] });
    await links.create({ ...body, settings, expired_at: '2099-01-31 18:00:00' });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ expired_at: '2099-01-31 18:00:00' });
  });
});
