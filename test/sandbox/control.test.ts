import { existsSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import control from '../../generated/sandbox/openapi.json' with { type: 'json' };
import { createLinksClient } from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox.js';
import { createPaymentsSandbox } from '../../src/netopia-sandbox.js';

const order = { product: 'iPhone 14 Pro', amount: 350.41, reference: 'order-1042' };

/** Sends to the control plane as a test in another language does. */
function createControl({ fetch, credentials: { appKey, token, baseUrl } }: Sandbox) {
  const root = baseUrl.replace(/\/api$/, '/_sandbox');
  const headers = { 'x-app-key': appKey, Authorization: token, 'Content-Type': 'application/json' };
  return async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const response = await fetch(`${root}/${path}`, {
      method,
      headers: { ...headers, ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

describe('the control plane', () => {
  it('arms, lists and removes faults with the shapes of inject', async () => {
    const sandbox = createSandbox();
    const control = createControl(sandbox);
    const armed = await control('POST', 'faults', { operation: 'createLink', fault: 'status', code: 503, times: 1 });
    expect(armed).toMatchObject({ status: 201, body: { id: 1, fired: 0, fault: 'status', code: 503 } });
    await control('POST', 'faults', { fault: 'latency', ms: 1 });
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch, retries: false });
    await expect(links.create(order)).rejects.toMatchObject({ status: 503 });
    expect((await control('GET', 'faults')).body).toMatchObject([
      { id: 1, fired: 1 },
      { id: 2, fired: 1 },
    ]);
    await control('DELETE', 'faults?id=1');
    expect((await control('GET', 'faults')).body).toMatchObject([{ id: 2 }]);
    expect((await control('DELETE', 'faults')).status).toBe(204);
    expect((await control('GET', 'faults')).body).toEqual([]);
  });

  it('names what is wrong with a fault', async () => {
    const control = createControl(createSandbox());
    expect(await control('POST', 'faults', { fault: 'drop-aftr' })).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('drop-after') },
    });
  });

  it('strikes one request alone by the header paylinks-fault', async () => {
    const sandbox = createSandbox();
    const { appKey, token, baseUrl } = sandbox.credentials;
    const create = (headers: Record<string, string>) =>
      sandbox.fetch(`${baseUrl}/links`, {
        method: 'POST',
        headers: { 'x-app-key': appKey, Authorization: token, 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(order),
      });
    await expect(create({ 'paylinks-fault': 'drop-after' })).rejects.toThrow();
    expect((await create({})).status).toBe(200);
    expect(sandbox.links).toHaveLength(2);
  });

  it('seeds, reads and empties the links', async () => {
    const sandbox = createSandbox();
    const control = createControl(sandbox);
    const seeds = [
      { ...order, id: 'a', status: 'published', slug: 'first' },
      { product: 'Course', amount: 120 },
    ];
    const seeded = await control('PUT', 'links', seeds);
    expect(seeded).toMatchObject({
      status: 200,
      body: [
        { id: 'a', status: 'published', slug: 'first' },
        { product: 'Course', status: 'draft' },
      ],
    });
    expect(await control('PUT', 'links', seeded.body)).toMatchObject({ status: 200, body: seeded.body });
    expect((await control('DELETE', 'links')).status).toBe(204);
    expect((await control('GET', 'links')).body).toEqual([]);
  });

  it.each([
    [[{ product: '', amount: 1 }], 'links.0.product'],
    [[{ ...order, status: 'paid' }], 'links.0.status must be one of draft, published, unpublished, closed'],
    [
      [
        { ...order, id: 'a' },
        { ...order, id: 'a' },
      ],
      'links.1.id is that of an earlier link: a',
    ],
    [{ links: [] }, 'The body must be an array'],
  ])('refuses seeds that cannot be and leaves the links as they are: %j', async (seeds, message) => {
    const sandbox = createSandbox({ links: [{ product: 'Course', amount: 120 }] });
    expect(await createControl(sandbox)('PUT', 'links', seeds)).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining(message) },
    });
    expect(sandbox.links).toMatchObject([{ product: 'Course' }]);
  });

  it('moves the clock', async () => {
    const sandbox = createSandbox({ now: () => Date.UTC(2026, 0, 1) });
    const control = createControl(sandbox);
    expect((await control('POST', 'clock', { advance: 3_600_000 })).body).toEqual({ now: '2026-01-01T01:00:00.000Z' });
    expect((await control('POST', 'clock', { set: '2027-06-01T00:00:00Z' })).body).toEqual({ now: '2027-06-01T00:00:00.000Z' });
    expect((await control('GET', 'clock')).body).toEqual({ now: '2027-06-01T00:00:00.000Z' });
    expect((await control('POST', 'clock', { advance: 'soon' })).status).toBe(422);
  });

  it('starts anew with what it began with', async () => {
    const sandbox = createSandbox({ seed: 1, links: [{ ...order, id: 'a' }] });
    const control = createControl(sandbox);
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const first = await links.create({ product: 'Course', amount: 120 });
    await links.publish('a');
    sandbox.inject({ fault: 'latency', ms: 1 });
    expect((await control('POST', 'reset')).status).toBe(204);
    expect([sandbox.links.map(({ id, status }) => [id, status]), sandbox.journal]).toEqual([[['a', 'draft']], []]);
    expect((await links.create({ product: 'Course', amount: 120 })).slug).toBe(first.slug);
  });

  it('reads the journal, and says without a key whether it is up', async () => {
    const sandbox = createSandbox();
    const control = createControl(sandbox);
    await createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch }).create(order);
    expect((await control('GET', 'journal')).body).toMatchObject([
      { operation: 'createLink', outcome: 'applied', reference: 'order-1042' },
    ]);
    const health = await sandbox.fetch(sandbox.credentials.baseUrl.replace('/api', '/_sandbox/health'));
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', api: 'neopay' }]);
  });

  it.each([['faults'], ['journal'], ['links'], ['clock']])('answers %s to nobody without the credentials', async (path) => {
    expect(await createControl(createSandbox())('GET', path, undefined, { Authorization: 'other' })).toMatchObject({ status: 401 });
  });

  it('refuses a page of another origin, whatever it sends', async () => {
    const control = createControl(createSandbox());
    expect((await control('GET', 'links', undefined, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await control('POST', 'reset', undefined, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('serves the payments of the other API in the same way', async () => {
    const sandbox = createPaymentsSandbox();
    const call = (method: string, path: string) =>
      sandbox.fetch(`${sandbox.credentials.baseUrl}/_sandbox/${path}`, { method, headers: { Authorization: sandbox.credentials.apiKey } });
    expect(await (await call('GET', 'payments')).json()).toEqual([]);
    expect((await call('POST', 'reset')).status).toBe(204);
    expect((await call('GET', 'links')).status).toBe(404);
  });
});

describe('the document of the control', () => {
  const neopay = createSandbox({ token: 'token', links: [order] });
  const netopia = createPaymentsSandbox({ apiKey: 'token' });
  const headers = { 'x-app-key': neopay.credentials.appKey, authorization: 'token', 'content-type': 'application/json' };
  const operations = Object.entries(control.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => [method, path, operation] as const),
  );

  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(control, 'document');

  it.each(operations)('%s %s is there, and responds in the shape described', async (method, path, operation) => {
    const sandbox = path.includes('payments') ? netopia : neopay;
    neopay.clearFaults();
    neopay.reset();
    neopay.inject({ fault: 'latency', ms: 0 });
    const examples = Object.values<{ value?: unknown }>(
      Object(operation).requestBody?.content['application/json'].examples ?? { none: { value: undefined } },
    );
    for (const example of examples) {
      const body = example.value === undefined ? {} : { body: JSON.stringify(example.value) };
      const response = await sandbox.fetch(`/${path.slice(1).replace('{id}', '1')}`, { method: method.toUpperCase(), headers, ...body });
      const described = Object(operation).responses[response.status] ?? {};
      const text = await response.text();
      expect(Object.keys(Object(operation).responses)).toContain(String(response.status));
      const place = described.$ref?.slice(1) ?? `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${response.status}`;
      if (text !== '') {
        const validate = ajv.compile({ $ref: `document#${encodeURI(place)}/content/application~1json/schema` });
        expect([text, validate(JSON.parse(text)), validate.errors]).toEqual([text, true, null]);
      }
    }
  });

  it('is served', async () => {
    const served = await neopay.fetch('/_sandbox/openapi.json', { headers });
    expect(await served.json()).toMatchObject({ info: { title: 'paylinks sandbox control' } });
  });
});

describe('a listening sandbox', () => {
  it('does not answer under a name that leads to it by DNS rebinding', async () => {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    onTestFinished(() => server.close());
    const { appKey, token } = sandbox.credentials;
    const headers = { host: 'evil.example', 'x-app-key': appKey, authorization: token };
    const status = await new Promise((resolve, reject) => {
      send(`${server.url}/_sandbox/links`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it.skipIf(!existsSync('/usr/bin/chromium') && process.env['CI'] === undefined)(
    'is neither read nor changed by a web page of another origin in Chromium',
    { timeout: 60_000 },
    async () => {
      const sandbox = createSandbox({ cors: true, links: [{ ...order, id: 'a', status: 'published' }] });
      const server = await sandbox.listen();
      onTestFinished(() => server.close());
      const evil = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>evil</p>')).listen(0, '127.0.0.1');
      onTestFinished(() => void evil.close());
      await new Promise((resolve) => evil.once('listening', resolve));
      const address = evil.address();
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      });
      onTestFinished(() => browser.close());
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
      const read = await page.evaluate(
        async ({ url, appKey, token }) => {
          const seen: string[] = [];
          const headers = { 'x-app-key': appKey, Authorization: token };
          for (const path of ['links', 'journal', 'faults', 'clock', 'health'])
            await fetch(`${url}/_sandbox/${path}`, { headers }).then(
              async (response) => seen.push(await response.text()),
              () => undefined,
            );
          for (const path of ['reset', 'faults', 'clock'])
            await fetch(`${url}/_sandbox/${path}`, { method: 'POST', mode: 'no-cors', body: '{"fault":"drop-before","advance":1}' }).catch(
              () => undefined,
            );
          const form = Object.assign(document.createElement('form'), { method: 'post', action: `${url}/_sandbox/reset`, target: 'sink' });
          document.body.append(Object.assign(document.createElement('iframe'), { name: 'sink' }), form);
          form.submit();
          await new Promise((resolve) => setTimeout(resolve, 250));
          const unpublish = Object.assign(document.createElement('form'), { method: 'post', action: `${url}/`, target: 'sink' });
          for (const [name, value] of Object.entries({ act: 'unpublish', id: 'a' }))
            unpublish.append(Object.assign(document.createElement('input'), { name, value }));
          document.body.append(unpublish);
          unpublish.submit();
          await new Promise((resolve) => setTimeout(resolve, 500));
          return seen;
        },
        { url: server.url, appKey: sandbox.credentials.appKey, token: sandbox.credentials.token },
      );
      expect(read).toEqual([]);
      expect(sandbox.find('a')).toMatchObject({ id: 'a', status: 'published' });
    },
  );
});
