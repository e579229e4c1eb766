import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import document from '../../generated/neopay/openapi.json' with { type: 'json' };
import { fieldOf, idOf, open, order, type Opened } from './support.js';

/** Creates a link and gives the address of its payer's page. */
async function pageOf({ send }: Opened, input: object = order, actions: readonly string[] = ['publish']): Promise<string> {
  const { body } = await send('POST', '/links', input);
  for (const action of actions) await send('PATCH', `/links/${idOf(body)}/${action}`);
  return `/pay/${String(fieldOf(body, 'slug'))}`;
}

async function read({ sandbox }: Opened, path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await sandbox.fetch(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const everything = {
  ...order,
  description: 'Refurbished',
  communication: 'ORDER 1042',
  expired_at: '2027-01-31 18:00:00',
  request_customer_data: 'full_customer',
  settings: { expirationDate: true, showPayeeData: true, requestCustomerData: true, theme: { selected: 'purple', logoType: 'icon_name' } },
} as const;

describe('the payer’s page', () => {
  it('shows product, amount with currency, description, payee, bank reference and expiry', async () => {
    const opened = open({ now: () => Date.UTC(2026, 10, 21) });
    const { status, text } = await read(opened, await pageOf(opened, everything));
    expect(status).toBe(200);
    for (const part of ['iPhone 14 Pro', '€350.41', 'Refurbished', 'Paid to', 'IBAN', 'ORDER 1042', '31 January 2027'])
      expect(text).toContain(part);
    expect(text).toContain('This is a sandbox page');
  });

  it.each([
    [undefined, ['email']],
    ['name', ['email', 'name']],
    ['name_phone', ['email', 'name', 'phone']],
    ['full_customer', ['email', 'name', 'phone', 'street', 'zip', 'city', 'country']],
  ])('asks for the fields of %s', async (request_customer_data, fields) => {
    const opened = open();
    const asked = request_customer_data === undefined ? {} : { request_customer_data, settings: { requestCustomerData: true } };
    const { text } = await read(opened, await pageOf(opened, { ...order, ...asked }));
    expect([...text.matchAll(/<input id="(\w+)"/g)].map(([, name]) => name)).toEqual(fields);
  });

  it('hides the payee unless settings.showPayeeData is true', async () => {
    const opened = open();
    expect((await read(opened, await pageOf(opened))).text).not.toContain('Paid to');
  });

  it.each([
    ['a draft', [], order, 404, 'Not published yet'],
    ['an unpublished link', ['publish', 'unpublish'], order, 404, 'Taken back for now'],
    ['a closed link', ['publish', 'close'], order, 410, 'Closed'],
    ['an expired link', ['publish'], { ...order, expired_at: '2020-01-01 00:00:00', settings: { expirationDate: true } }, 410, 'Expired'],
  ])('says so for %s', async (_, actions, input, status, title) => {
    const opened = open();
    const page = await read(opened, await pageOf(opened, input, actions));
    expect(page.status).toBe(status);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(page.text).not.toContain('iPhone');
  });

  it('says so for an unknown slug', async () => {
    const { status, text } = await read(open(), '/pay/nothing');
    expect([status, text.includes('<h1>No such link</h1>')]).toEqual([404, true]);
  });

  it('expires at the second named, read as UTC', async () => {
    let now = Date.UTC(2027, 0, 31, 17, 59, 59);
    const opened = open({ now: () => now });
    const path = await pageOf(opened, everything);
    expect((await read(opened, path)).status).toBe(200);
    now += 1000;
    expect((await read(opened, path)).status).toBe(410);
  });

  it('shows markup as text', async () => {
    const opened = open();
    const nasty = `<script>alert("1")</script>'&`;
    const theme = { selected: `red;}</style><script>`, logo: `https://x/"><script>`, logoType: 'logo' };
    const { text } = await read(opened, await pageOf(opened, { product: nasty, amount: 1, description: nasty, settings: { theme } }));
    expect(text).not.toMatch(/<script/i);
    expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;');
  });

  it('takes no logo from an address that could run code', async () => {
    const opened = open();
    const { text } = await read(opened, await pageOf(opened, { ...order, settings: { theme: { logo: 'javascript:alert(1)' } } }));
    expect(text).not.toContain('javascript:');
  });

  it('allows no script, no form and no frame', async () => {
    const opened = open();
    const { headers } = await read(opened, await pageOf(opened));
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; img-src https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the home page', () => {
  it('shows credentials, links, requests and faults', async () => {
    const opened = open();
    const path = await pageOf(opened, { ...order, reference: 'order-1042', product: '<b>bold</b>' });
    opened.sandbox.inject({ fault: 'drop-after', operation: 'createLink', times: 3 });
    const { text } = await read(opened, '/');
    for (const part of [
      'sandbox-token',
      'https://sandbox.invalid/api',
      `href="${path}"`,
      'order-1042',
      'published',
      '&lt;b&gt;bold',
      'applied',
      'drop-after',
      ', 3 more',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('<script');
  });

  it('keeps credentials from visitors under another name', async () => {
    const { sandbox } = open();
    expect(await (await sandbox.fetch('http://rebound.example/')).text()).not.toContain('sandbox-token');
  });

  it('refreshes itself only when asked to', async () => {
    const opened = open();
    expect((await read(opened, '/')).headers.get('refresh')).toBeNull();
    expect((await read(opened, '/?refresh')).headers.get('refresh')).toBe('3');
  });
});

describe('the forms of the home page', () => {
  const own = { origin: 'https://sandbox.invalid' };

  async function act({ sandbox }: Opened, fields: Record<string, string>, headers: Record<string, string> = own) {
    const response = await sandbox.fetch('/', { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  }

  it.each([
    [[], 'publish', 'published'],
    [['publish'], 'unpublish', 'unpublished'],
    [['publish'], 'close', 'closed'],
  ] as const)('take a link that is %j on by %s', async (before, action, status) => {
    const opened = open();
    const id = await opened.make(...before);
    expect(await act(opened, { act: action, id })).toMatchObject({ status: 303, location: '/' });
    expect(opened.sandbox.find(id)?.status).toBe(status);
  });

  it('offer only the steps that lead on from where a link is', async () => {
    const opened = open();
    const id = await opened.make('close');
    expect((await read(opened, '/')).text).not.toContain('<button>Publish</button>');
    expect(await act(opened, { act: 'publish', id })).toMatchObject({
      status: 422,
      text: expect.stringContaining('is closed; publish does not lead on from there'),
    });
  });

  it('arm faults and remove them', async () => {
    const opened = open();
    await act(opened, { act: 'arm', fault: 'status', operation: 'createLink', times: '2', options: 'code=503' });
    await act(opened, { act: 'arm', fault: 'drop-after', operation: '', times: '', options: '' });
    expect((await opened.send('POST', '/links', order)).status).toBe(503);
    await act(opened, { act: 'remove', id: '1' });
    await act(opened, { act: 'remove', id: '2' });
    expect((await opened.send('POST', '/links', order)).status).toBe(200);
    expect(await act(opened, { act: 'arm', fault: 'status', operation: '', times: '', options: '' })).toMatchObject({
      status: 422,
      text: expect.stringContaining('the fault status needs code'),
    });
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that is kept secret', { origin: 'null' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['nobody says where', {}],
  ])('do nothing when they come from %s', async (_, headers) => {
    const opened = open();
    const id = await opened.make();
    expect((await act(opened, { act: 'publish', id }, headers)).status).toBe(403);
    expect(opened.sandbox.find(id)?.status).toBe('draft');
  });

  it('are not there for visitors from other machines', async () => {
    const { sandbox, make } = open();
    const id = await make();
    expect(await (await sandbox.fetch('http://192.168.1.5:4010/')).text()).not.toContain('<form');
    const body = new URLSearchParams({ act: 'publish', id });
    const sent = await sandbox.fetch('http://192.168.1.5:4010/', { method: 'POST', headers: { origin: 'http://192.168.1.5:4010' }, body });
    expect([sent.status, sandbox.find(id)?.status]).toEqual([403, 'draft']);
  });
});

describe('a request on the home page', () => {
  it('opens to show headers without secrets, body and response', async () => {
    const opened = open({ appKey: 'canary-app-key', token: 'canary-token' });
    await opened.send('POST', '/links', { ...order, product: '<i>Ticket</i>' }, { headers: { 'x-note': 'mine' } });
    await opened.send('GET', '/links/1', undefined, { headers: { authorization: 'canary-wrong', cookie: 'canary=1' } });
    const { text } = await read(opened, '/');
    const requests = text.slice(text.indexOf('Last requests'));
    for (const part of [
      'x-note: mine',
      'x-app-key: •••',
      'authorization: •••',
      '&lt;i&gt;Ticket',
      '&quot;status&quot;: &quot;draft&quot;',
      'Unauthenticated.',
    ])
      expect(requests).toContain(part);
    expect(requests).not.toContain('canary');
  });
});

describe('the document', () => {
  it('is served as JSON and as YAML with the sandbox as its server', async () => {
    const { sandbox } = open();
    const expected = { ...document, servers: [{ url: 'http://localhost:4010/api', description: 'This sandbox.' }] };
    expect(await (await sandbox.fetch('http://localhost:4010/openapi.json')).json()).toEqual(expected);
    expect(parse(await (await sandbox.fetch('http://localhost:4010/openapi.yaml')).text())).toEqual(expected);
  });
});

describe('the docs', () => {
  function createSite(): string {
    const folder = mkdtempSync(join(tmpdir(), 'paylinks-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'site', 'sdk'), { recursive: true });
    writeFileSync(join(folder, 'site', 'index.html'), '<h1>Reference</h1>');
    writeFileSync(join(folder, 'site', 'sdk', 'index.html'), '<h1>SDK</h1>');
    writeFileSync(join(folder, 'site', 'llms.txt'), 'pages');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    return join(folder, 'site');
  }

  it.each([
    ['/docs/', 200, '<h1>Reference</h1>', 'text/html; charset=utf-8'],
    ['/docs/sdk/', 200, '<h1>SDK</h1>', 'text/html; charset=utf-8'],
    ['/docs/llms.txt', 200, 'pages', 'text/plain; charset=utf-8'],
    ['/docs/none.html', 404, '{"message":"The docs have no such file."}', 'application/json'],
    ['/docs/..%2fsecret.txt', 404, '{"message":"The docs have no such file."}', 'application/json'],
    ['/docs/%00', 404, '{"message":"The docs have no such file."}', 'application/json'],
  ])('answer %s with %i', async (path, status, body, type) => {
    const page = await read(open({ docs: createSite() }), path);
    expect([page.status, page.text, page.headers.get('content-type')]).toEqual([status, body, type]);
  });

  it('say how to make them when there are none', async () => {
    const { status, text } = await read(open(), '/docs/');
    expect([status, text.includes('npm run docs')]).toEqual([404, true]);
  });
});
