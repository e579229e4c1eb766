import { describe, expect, it } from 'vitest';
import { isLinkList, isPaymentLink, isProblem, isValidationProblem } from '../../generated/neopay/validators.js';
import { fieldOf, idOf, make, open, order, signatureOf } from './support.js';

// As the API's page sends it.
const complete = {
  product: 'Iphone 14 Pro',
  amount: 350.41,
  description: 'Iphone 14 Pro reconditionné',
  reference: 'NEOPAY-IPHONE',
  expired_at: '2023-10-31 18:00:00',
  request_customer_data: 'full_customer',
  settings: { expirationDate: false, showPayeeData: false, requestCustomerData: true, theme: { selected: 'blue' } },
} as const;

describe('createLink', () => {
  it('answers 200 with a bare draft shaped as on the API’s page', async () => {
    const { send } = open({ now: () => Date.UTC(2023, 3, 11, 19, 44, 43, 500) });
    const { status, body } = await send('POST', '/links', complete);
    expect(status).toBe(200);
    expect(isPaymentLink(body)).toBe(true);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      application_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'draft',
      slug: expect.stringMatching(/^[A-Za-z0-9]{10}$/),
      product: 'Iphone 14 Pro',
      amount: 350.41,
      description: 'Iphone 14 Pro reconditionné',
      reference: 'NEOPAY-IPHONE',
      currency: 'EUR',
      expired_at: null,
      request_customer_data: true,
      show_payee_data: false,
      enabled: true,
      settings: {
        expirationDate: false,
        showPayeeData: false,
        requestCustomerData: true,
        theme: { selected: 'blue', logo: null, logoType: 'icon' },
      },
      created_at: '2023-04-11T19:44:43.000000Z',
      updated_at: '2023-04-11T19:44:43.000000Z',
    });
  });

  it('keeps expired_at when settings.expirationDate is true', async () => {
    const { send } = open();
    const { body } = await send('POST', '/links', { ...order, expired_at: '2027-01-31 18:00:00', settings: { expirationDate: true } });
    expect(fieldOf(body, 'expired_at')).toBe('2027-01-31 18:00:00');
  });

  it('ignores request_customer_data without its setting', async () => {
    const { send } = open();
    const { body } = await send('POST', '/links', { ...order, request_customer_data: 'name' });
    expect(fieldOf(body, 'request_customer_data')).toBe(false);
  });

  it('reads a body sent as application/json with a slash at the end', async () => {
    const { send } = open();
    const { status } = await send('POST', '/links', order, { headers: { 'content-type': 'application/json/' } });
    expect(status).toBe(200);
  });

  it.each([
    [{}, { product: ['The product field is required.'], amount: ['The amount field is required.'] }],
    [{ ...order, amount: 0.1 + 0.2 }, { amount: [expect.stringMatching(/^The amount field must have at most two decimals/)] }],
    [{ ...order, amount: 1e-7 }, { amount: [expect.stringMatching(/^The amount field must have at most two decimals/)] }],
    [
      { ...order, expired_at: '2027-02-30 18:00:00' },
      { expired_at: [expect.stringMatching(/^The expired_at field must be a date that exists/)] },
    ],
    [{ ...order, settings: { theme: { logoType: 'round' } } }, { 'settings.theme.logoType': [expect.stringContaining('icon_name')] }],
    [{ ...order, colour: 'red' }, { colour: [expect.stringContaining('colour')] }],
  ])('refuses %j and names the field', async (input, errors) => {
    const { sandbox, send } = open();
    const { status, body } = await send('POST', '/links', input);
    expect(status).toBe(422);
    expect(isValidationProblem(body)).toBe(true);
    expect(fieldOf(body, 'errors')).toEqual(errors);
    expect(sandbox.links).toEqual([]);
  });

  it('says how many more reasons there are', async () => {
    const { body } = await open().send('POST', '/links', {});
    expect(fieldOf(body, 'message')).toBe('The product field is required. (and 1 more error)');
  });

  it.each([
    ['broken JSON', '{"product":'],
    ['nothing', ''],
    ['an array', '[1,2]'],
    ['a byte order mark', '\ufeff{"product":"x","amount":1}'],
    ['a hundred thousand brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a string', '"x"'],
  ])('reads %s as missing fields', async (_, text) => {
    const { sandbox, send } = open();
    const { status, body } = await send('POST', '/links', text);
    expect([status, Object.keys(Object(fieldOf(body, 'errors')))]).toEqual([422, ['product', 'amount']]);
    expect(sandbox.links).toEqual([]);
  });

  it('reads no JSON from a form', async () => {
    const { send } = open();
    const { status } = await send('POST', '/links', order, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(status).toBe(422);
  });

  it('trims text, and takes empty text and null as not sent, as the framework behind the API does', async () => {
    const { sandbox, send } = open();
    const theme = { selected: '', logo: ' https://shop.example/logo.png\u200b' };
    const input = {
      product: '\ufeff\u2003 iPhone 14 Pro \n',
      amount: 1,
      description: '  ',
      reference: '',
      communication: null,
      settings: { theme },
    };
    expect((await send('POST', '/links', input)).status).toBe(200);
    expect(sandbox.links).toMatchObject([
      {
        product: 'iPhone 14 Pro',
        description: null,
        reference: null,
        settings: { theme: { selected: 'blue', logo: 'https://shop.example/logo.png' } },
      },
    ]);
    expect((await send('POST', '/links', { product: ' ', amount: 1 })).body).toMatchObject({ message: 'The product field is required.' });
  });

  it.each([
    ['{"product":"\\ud800","amount":1}', 'product'],
    ['{"product":"x","amount":1,"settings":{"theme":{"logo":"a\\udc00b"}}}', 'settings.theme.logo'],
  ])('refuses half of a surrogate pair: %s', async (text, field) => {
    const { sandbox, send } = open();
    const { status, body } = await send('POST', '/links', text);
    expect([status, Object.keys(Object(fieldOf(body, 'errors')))]).toEqual([422, [field]]);
    expect(sandbox.links).toEqual([]);
  });

  it('keeps whole surrogate pairs', async () => {
    const { sandbox, send } = open();
    await send('POST', '/links', '{"product":"\\ud83d\\ude00","amount":1}');
    expect(sandbox.links).toMatchObject([{ product: '\u{1f600}' }]);
  });

  it('reads JSON that is nested too deep as missing fields', async () => {
    const { send } = open();
    const { status } = await send('POST', '/links', `{"product":"x","amount":1,"settings":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(status).toBe(422);
  });

  it('refuses __proto__ as any unknown field and changes no prototype', async () => {
    const { send } = open();
    const { status } = await send('POST', '/links', '{"product":"x","amount":1,"__proto__":{"polluted":true}}');
    expect(status).toBe(422);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('answers 413 to more than a mebibyte', async () => {
    const { sandbox, send } = open();
    expect((await send('POST', '/links', JSON.stringify({ ...order, description: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    expect(sandbox.links).toEqual([]);
  });

  it('makes the same ids from the same seed and other ids from another', async () => {
    const now = (): number => 0;
    const [first, second, third] = await Promise.all(
      [open({ seed: 1, now }), open({ seed: 1, now }), open({ seed: 2, now })].map(({ make }) => make()),
    );
    expect(first).toBe(second);
    expect(first).not.toBe(third);
  });
});

describe('listLinks', () => {
  it('answers an array under data, oldest first', async () => {
    const { send } = open();
    const ids = [await make(send), await make(send)];
    const { body } = await send('GET', '/links');
    expect(isLinkList(body)).toBe(true);
    expect([fieldOf(body, 'data')].flat().map(idOf)).toEqual(ids);
  });

  it('answers an empty array when there are none', async () => {
    expect((await open().send('GET', '/links')).body).toEqual({ data: [] });
  });

  it('pages when asked to, with the address of the next page', async () => {
    const { send } = open({ perPage: 2 });
    for (let count = 0; count < 3; count += 1) await make(send);
    const { body } = await send('GET', '/links');
    const next = String(fieldOf(fieldOf(body, 'links'), 'next'));
    expect(next).toBe('https://sandbox.invalid/api/links?page=2&per_page=2');
    const last = await send('GET', next.slice('https://sandbox.invalid/api'.length));
    expect(fieldOf(fieldOf(last.body, 'links'), 'next')).toBeNull();
    expect([fieldOf(last.body, 'data')].flat()).toHaveLength(1);
  });

  it('pages by the query as well', async () => {
    const { send } = open();
    for (let count = 0; count < 3; count += 1) await make(send);
    const { body } = await send('GET', '/links?per_page=1&page=3');
    expect(fieldOf(body, 'meta')).toMatchObject({ current_page: 3, last_page: 3, total: 3, from: 3, to: 3 });
  });
});

describe('any operation', () => {
  it.each([
    ['both missing', { 'x-app-key': '', authorization: '' }],
    ['a wrong key', { 'x-app-key': 'other' }],
    ['a wrong token', { authorization: 'other' }],
    ['a scheme before the token', { authorization: 'Bearer sandbox-token' }],
    ['a token that starts right', { authorization: 'sandbox-token-and-more' }],
  ])('answers 401 to %s', async (_, headers) => {
    const { send } = open();
    const { status, body } = await send('POST', '/links', order, { headers });
    expect([status, body]).toEqual([401, { message: 'Unauthenticated.' }]);
  });

  it('answers 404 for an id it does not know', async () => {
    const { status, body } = await open().send('GET', '/links/1');
    expect([status, isProblem(body)]).toEqual([404, true]);
  });

  it('answers 404 for a route it does not know, before it looks at credentials', async () => {
    const { sandbox } = open();
    const response = await sandbox.fetch('/api/invoices');
    expect([response.status, await response.json()]).toEqual([404, { message: 'The route api/invoices could not be found.' }]);
  });

  it.each([
    ['DELETE', '/links', 'GET, HEAD, POST'],
    ['POST', '/links/1/publish', 'PATCH'],
  ])('answers 405 to %s %s and names what is allowed', async (method, path, allow) => {
    const { status, headers } = await open().send(method, path);
    expect([status, headers.get('allow')]).toEqual([405, allow]);
  });

  it('answers OPTIONS with the methods and HEAD without a body', async () => {
    const { send } = open();
    const options = await send('OPTIONS', '/links');
    const head = await send('HEAD', '/links');
    expect([options.status, options.headers.get('allow'), head.status, head.body]).toEqual([204, 'GET, HEAD, POST', 200, undefined]);
  });

  it('is found at the root as well', async () => {
    const { sandbox } = open();
    expect((await sandbox.fetch('/links', { headers: signatureOf(sandbox) })).status).toBe(200);
  });
});

describe('cors', () => {
  const page = 'http://localhost:5173';
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: page, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,x-app-key' },
  };

  it('lets no page of another origin in unless asked to', async () => {
    const { sandbox } = open();
    const asked = await sandbox.fetch('/api/links', preflight);
    const sent = await sandbox.fetch('/api/links', { headers: { ...signatureOf(sandbox), origin: page } });
    for (const { headers } of [asked, sent]) expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    [true, '*'],
    [[page], page],
  ])('with %j answers a preflight and lets the page read', async (cors, allowed) => {
    const { sandbox } = open({ cors });
    const asked = await sandbox.fetch('/api/links', preflight);
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, allowed]);
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,x-app-key');
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    for (const authorization of [sandbox.credentials.token, 'wrong']) {
      const sent = await sandbox.fetch('/api/links', { headers: { ...signatureOf(sandbox), authorization, origin: page } });
      expect(sent.headers.get('access-control-allow-origin')).toBe(allowed);
    }
  });

  it('keeps out the origins that were not named, and every page from the control', async () => {
    const named = await open({ cors: [page] }).sandbox.fetch('/api/links', { headers: { origin: 'http://other.example' } });
    expect(named.headers.get('access-control-allow-origin')).toBeNull();
    const { sandbox } = open({ cors: true });
    const control = await sandbox.fetch('/_sandbox/links', { headers: { ...signatureOf(sandbox), origin: page } });
    expect([control.status, control.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('refuses what is no origin', () => {
    expect(() => open({ cors: ['localhost:5173/'] })).toThrow('createSandbox: cors must be true, false or an array of origins.');
  });
});
