import { inspect } from 'node:util';
import { InputError, actionForm, attemptID, createPaymentsClient, isPaid, orderOf, paidFor, phaseOf } from 'paylinks/netopia';
import type { Order, Payment, PaymentsClientOptions, PaymentStatus } from 'paylinks/netopia';
import { createRawClient } from 'paylinks/netopia/raw';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { statuses } from '../../generated/netopia/statuses.js';
import { createScripted, errorOf, json, options, order } from './support/fixtures.js';

function refusal(more: object): string {
  try {
    createPaymentsClient({ ...options, ...more });
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}

const live = { environment: 'live' } as const;

describe('the options', () => {
  it.each<[string, object, string]>([
    ['no environment', { environment: undefined }, "environment must be 'sandbox' or 'live'; it has no default"],
    ['production', { environment: 'production' }, "environment must be 'sandbox' or 'live'"],
    [
      'a live address in the sandbox',
      { baseUrl: 'https://secure.mobilpay.ro/pay' },
      "is NETOPIA's live address, but environment is 'sandbox', whose address is https://secure.sandbox.netopia-payments.com",
    ],
    ['the new live address in the sandbox', { baseUrl: 'https://secure.netopia-payments.com/api' }, "environment is 'sandbox'"],
    [
      'a sandbox address on live',
      { ...live, baseUrl: 'https://secure.sandbox.netopia-payments.com' },
      "is NETOPIA's sandbox address, but environment is 'live', whose address is https://secure.mobilpay.ro/pay",
    ],
    ['the new sandbox address on live', { ...live, baseUrl: 'https://secure-sandbox.netopia-payments.com/' }, "environment is 'live'"],
    [
      'the live host without /api',
      { ...live, baseUrl: 'https://secure.netopia-payments.com' },
      'baseUrl must be https://secure.netopia-payments.com/api',
    ],
    [
      'the older live host without /pay',
      { ...live, baseUrl: 'https://secure.mobilpay.ro/' },
      'baseUrl must be https://secure.mobilpay.ro/pay',
    ],
    [
      'a path of the wrong kind',
      { baseUrl: 'https://secure.sandbox.netopia-payments.com/pay' },
      'baseUrl must be https://secure.sandbox.netopia-payments.com',
    ],
    ['plain http to another machine', { baseUrl: 'http://sandbox:4010' }, 'insecureHosts'],
    ['a POS signature of four groups', { posSignature: 'AAAA-BBBB-CCCC-DDDD' }, 'posSignature must be five groups'],
    ['a POS signature in lower case', { posSignature: 'aaaa-bbbb-cccc-dddd-eeee' }, 'posSignature must be five groups'],
    ['no key', { apiKey: '' }, 'apiKey must not be empty'],
    [
      'a notification address over http on live',
      { ...live, notifyUrl: 'http://shop.example/n' },
      'notifyUrl must start with https:// on live',
    ],
    [
      'a return address over http on live',
      { ...live, redirectUrl: 'http://shop.example/n' },
      'redirectUrl must start with https:// on live',
    ],
    ['a relative address', { notifyUrl: '/n' }, 'notifyUrl must be an absolute address'],
    ['another kind of address', { redirectUrl: 'javascript:alert(1)' }, 'redirectUrl must be an absolute address'],
    ['a language of three letters', { language: 'ron' }, 'language must be two letters'],
    ['an unknown option', { apikey: 'x' }, 'did you mean apiKey?'],
    ['retries below 0', { retries: -1 }, 'retries must be'],
  ])('refuse %s', (_, more, message) => {
    expect(refusal(more)).toContain(message);
  });

  it.each<[string, object]>([
    ['every address of the sandbox', { baseUrl: 'https://secure-sandbox.netopia-payments.com' }],
    ['every address of live', { ...live, baseUrl: 'https://secure.netopia-payments.com/api/' }],
    ['a proxy', { ...live, baseUrl: 'https://proxy.example/netopia' }],
    ['a sandbox on loopback', { baseUrl: 'http://127.0.0.1:8081' }],
    ['a container that is named', { baseUrl: 'http://sandbox:4010', insecureHosts: ['sandbox'] }],
    ['addresses over http in the sandbox', { notifyUrl: 'http://localhost:3000/n', redirectUrl: 'http://localhost:3000/r' }],
  ])('take %s', (_, more) => {
    expect(refusal(more)).toBe('accepted');
  });

  it('are their own members: an address that everything inherits is refused, not followed', () => {
    const inherited: PaymentsClientOptions = Object.assign(Object.create({ baseUrl: 'https://evil.example' }), options);
    expect(() => createPaymentsClient(inherited)).toThrow(/baseUrl is inherited/);
  });

  it.each<['sandbox' | 'live', string]>([
    ['sandbox', 'https://secure.sandbox.netopia-payments.com/operation/status'],
    ['live', 'https://secure.mobilpay.ro/pay/operation/status'],
  ])('send %s to the document’s first address of it', async (environment, address) => {
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      asked.push(url);
      return json({ error: { code: '00' }, payment: { ntpID: '7', status: 3 } });
    };
    await createPaymentsClient({ ...options, environment, fetch }).get('7');
    expect(asked).toEqual([address]);
  });

  it('say the environment when the key is refused, and name a Bearer prefix', async () => {
    const refuse = { fetch: async () => json({ code: '401', message: 'Unauthorized' }, 401) };
    await expect(createPaymentsClient({ ...options, ...refuse }).get('7')).rejects.toThrow(/a key of the sandbox/);
    await expect(createPaymentsClient({ ...options, ...live, ...refuse }).get('7')).rejects.toThrow(/a key of the live service/);
    await expect(createPaymentsClient({ ...options, ...refuse, apiKey: 'Bearer abcdefgh' }).get('7')).rejects.toThrow(/begins with Bearer/);
    await expect(createPaymentsClient({ ...options, ...refuse, apiKey: options.posSignature }).get('7')).rejects.toThrow(
      /looks like a POS signature/,
    );
  });

  it('do not show in the client', () => {
    const client = createPaymentsClient(options);
    expect(inspect(client, { showHidden: true, depth: 9 }) + JSON.stringify(client)).not.toContain(options.apiKey);
    expect([client.posSignature, client.environment]).toEqual([options.posSignature, 'sandbox']);
  });
});

describe('an order', () => {
  it.each<[string, unknown, string]>([
    ['no orderID', { orderID: undefined }, 'orderID must be text'],
    ['an orderID of 56 characters', { orderID: 'x'.repeat(56) }, 'orderID must be text of 1 to 55'],
    ['an attempt of another order', { attemptID: '7-k3v9q2xw' }, 'attemptID must be an id that attemptID(order) gave'],
    ['no amount', { amount: undefined }, 'amount must be a number or decimal text'],
    ['an amount of 0', { amount: 0 }, '0 only with accountCheck: true'],
    ['a negative amount', { amount: -1 }, 'amount must have at most two decimals and no sign'],
    ['more than 100000', { amount: 100_000.01 }, 'at most 100000'],
    ['three decimals', { amount: 0.001 }, 'at most two decimals'],
    ['the sum of floating-point numbers', { amount: 0.1 + 0.2 }, 'did you mean 0.3?'],
    ['an empty amount', { amount: '' }, 'amount must have at most two decimals'],
    ['a list for an amount', { amount: [] }, 'amount must be a number or decimal text'],
    ['an exponent', { amount: '1e3' }, 'no sign or exponent'],
    ['NaN', { amount: Number.NaN }, 'amount must be a number'],
    ['an amount beside accountCheck', { accountCheck: true, amount: 5 }, 'amount must be 0 or left out with accountCheck'],
    ['a currency in lower case', { currency: 'ron' }, 'currency must'],
    ['no description', { description: undefined }, 'description is required'],
    ['no payer', { billing: undefined }, 'billing is required'],
    ['a payer without an e-mail address', { billing: { ...order.billing, email: undefined } }, 'billing.email is required'],
    ['a misspelt field of the payer', { billing: { ...order.billing, firstname: 'x' } }, 'billing.firstname is not a known field'],
    ['a misspelt field', { descripton: 'x' }, 'did you mean description?'],
    [
      'a telephone number that is none',
      { billing: { ...order.billing, phone: '-' } },
      'billing.phone must be a telephone number, or left out',
    ],
    ['a country’s number with digits swapped', { billing: { ...order.billing, country: 624 } }, "billing.country must be 'RO' or 642"],
    ['a return address over http on live', { redirectUrl: 'http://shop.example' }, 'redirectUrl must start with https://'],
    ['card data', { instrument: { account: '9900004810225098' } }, 'instrument is for paylinks/netopia/raw only'],
    ['a posSignature', { posSignature: 'AAAA-BBBB-CCCC-DDDD-EEEE' }, 'posSignature is no known field'],
    ['a text', 'order', 'must be an object'],
    ['a number that JSON cannot hold', { data: { a: 1n } }, 'must be plain data'],
  ])('with %s is refused by name, and nothing is sent', async (_, more, message) => {
    const { payments, seen } = createScripted(() => json({}), { environment: 'live' });
    const input = typeof more === 'object' ? { ...order, ...more } : more;
    const error = await errorOf(payments.start(input as Order));
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain('9900004810225098');
    expect(seen).toEqual([]);
  });

  it('names all its faults at once', async () => {
    const { payments } = createScripted(() => json({}));
    const error = await errorOf(payments.start({ ...order, amount: -1, currency: 'x', description: '' }));
    expect(error).toMatchObject({ issues: [{ path: 'amount' }, { path: 'currency' }, { path: 'description' }] });
  });

  it.each<[string, Partial<PaymentsClientOptions>, object, string]>([
    ['the client’s addresses', {}, {}, 'https://shop.example/netopia/notify'],
    ['its own', {}, { notifyUrl: 'https://other.example/n' }, 'https://other.example/n'],
  ])('is notified at %s', async (_, clientOptions, more, notifyUrl) => {
    const { payments, seen } = createScripted(() => json({ code: '1' }), clientOptions);
    await errorOf(payments.start({ ...order, ...more }));
    expect(seen[0]?.body).toMatchObject({ config: { notifyUrl } });
  });

  it('needs an address to be notified at, here or there', async () => {
    const { payments } = createScripted(() => json({}), { notifyUrl: undefined });
    await expect(payments.start(order)).rejects.toThrow(/notifyUrl is required, here or in the options of the client/);
  });

  it('verifies a card with an amount of 0', async () => {
    const { payments, seen } = createScripted(() => json({ code: '1' }));
    const { amount: _, ...rest } = order;
    await errorOf(payments.start({ ...rest, accountCheck: true }));
    expect(seen[0]?.body).toMatchObject({ order: { amount: 0 } });
  });
});

describe('attemptID and orderOf', () => {
  it('make ids that are new each time and lead back to the order', () => {
    const ids = Array.from({ length: 2_000 }, () => attemptID('1042'));
    expect(new Set(ids).size).toBe(2_000);
    expect(ids.every((id) => /^1042-[a-z0-9]{8}$/.test(id) && orderOf(id) === '1042')).toBe(true);
    expect(orderOf(attemptID({ orderID: 'order-20261125' }))).toBe('order-20261125');
  });

  it('leave orders alone that were never attempted', () => {
    for (const id of ['1042', 'order-1042', 'order-20261125', 'summer-campaign', '018f-4b2c', '']) expect(orderOf(id)).toBe(id);
    expect(orderOf('1042-k3v9q2xw')).toBe('1042');
  });
});

describe('statuses', () => {
  it.each(Object.values(statuses))('$number is $name, which is $phase', async ({ number, name, phase }) => {
    const { payments } = createScripted(() => json({ error: { code: '00' }, payment: { ntpID: '7', status: number } }));
    const payment = await payments.get('7');
    expect(payment).toMatchObject({ status: name, phase });
    expect(phaseOf(payment.status)).toBe(phase);
    expect(isPaid(payment)).toBe(number === 3 || number === 5);
  });

  it('that are not known are unclear and never paid', () => {
    expect(phaseOf('unknown')).toBe('unclear');
    expect(isPaid({ status: 'unknown' as PaymentStatus })).toBe(false);
  });

  it('narrow a payment by type', () => {
    const payment = { status: 'paid' } as Payment;
    if (isPaid(payment)) expectTypeOf(payment).toExtend<Payment<'paid' | 'confirmed'>>();
  });
});

describe('paidFor', () => {
  it.each([
    [{ amount: 200, currency: 'RON' }, { amount: 200, currency: 'RON' }, 'same'],
    [{ amount: '0.30', currency: 'RON' }, { amount: 0.1 + 0.2, currency: 'RON' }, 'same'],
    [{ amount: 68.7, currency: 'EUR' }, { amount: 361.78, currency: 'RON' }, 'other-currency'],
    [{ amount: 200, currency: 'RON' }, { amount: 199.99, currency: 'RON' }, 'different'],
    [{ amount: 200, currency: 'RON' }, { amount: undefined, currency: 'RON' }, 'different'],
    [{ amount: 200, currency: 'RON' }, { amount: undefined, currency: undefined }, 'different'],
  ] as const)('%j and %j: %s', (asked, payment, verdict) => {
    expect(paidFor(asked, payment)).toBe(verdict);
  });
});

describe('actionForm', () => {
  it('posts every field to the bank, escaped, by itself or by a button', () => {
    const html = actionForm({ url: 'https://bank.example/?a=1&b="2"', formData: { paReq: '<x>"\'&', backUrl: 'https://shop.example' } });
    expect(html).toContain('<form method="post" action="https://bank.example/?a=1&amp;b=&quot;2&quot;">');
    expect(html).toContain('<input type="hidden" name="paReq" value="&lt;x&gt;&quot;&#39;&amp;">');
    expect(html).toContain('document.forms[0].submit()');
    expect(html).toContain('<button>');
  });

  it('refuses an address that runs as a script', () => {
    expect(() => actionForm({ url: 'javascript:alert(1)', formData: {} })).toThrow(InputError);
  });
});

describe('the raw client', () => {
  it('sends the wire’s own shapes with the key', async () => {
    const asked: string[] = [];
    const raw = createRawClient({
      ...options,
      fetch: async (url, init) => {
        asked.push(`${url} ${init.headers['Authorization']} ${init.body}`);
        return json({ error: { code: '00' }, payment: { ntpID: '7', status: 3 } });
      },
    });
    const { data } = await raw.POST('/operation/status', { body: { posID: options.posSignature, ntpID: '7' } });
    expect(data?.payment?.status).toBe(3);
    expect(asked).toEqual([
      `https://secure.sandbox.netopia-payments.com/operation/status ${options.apiKey} {"posID":"${options.posSignature}","ntpID":"7"}`,
    ]);
  });
});
