import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { InputError } from '../../src/index.js';
import { prepareInput } from '../../src/neopay/input.js';

const order = { product: 'iPhone 14 Pro', amount: 350.41 };

function prepare(input: unknown): unknown {
  return Reflect.apply(prepareInput, undefined, ['createLink', input]);
}

/** The issues of a refusal, as `path message`. */
function refusal(input: unknown): string[] {
  try {
    prepare(input);
  } catch (error) {
    return (error as InputError).issues.map(({ path, message }) => `${path} ${message}`);
  }
  throw new Error('It was expected to be refused.');
}

describe('prepareInput', () => {
  it('hands a plain input on as it is', () => {
    expect(prepare(order)).toEqual(order);
  });

  it('takes a snapshot and leaves the input alone', () => {
    const input = Object.freeze({ ...order, expired_at: '2099-01-31 18:00:00', settings: Object.freeze({ showPayeeData: true }) });
    const wire = prepare(input);
    expect(wire).toEqual({ ...input, settings: { showPayeeData: true, expirationDate: true } });
    expect(input.settings).toEqual({ showPayeeData: true });
  });

  it('takes a Date of another realm for one', () => {
    const date: unknown = runInNewContext('new Date(Date.UTC(2099, 0, 31, 18))');
    expect(prepare({ ...order, expired_at: date })).toMatchObject({ expired_at: '2099-01-31 18:00:00' });
  });

  it('refuses a proxy that was revoked', () => {
    const { proxy, revoke } = Proxy.revocable({ ...order }, {});
    revoke();
    expect(refusal(proxy)).toEqual([' could not be read: a getter of it threw']);
  });

  it('leaves out members that are undefined', () => {
    expect(Object.keys(prepare({ ...order, description: undefined, settings: { theme: undefined } }) as object)).toEqual([
      'product',
      'amount',
      'settings',
    ]);
  });

  it.each([
    [{ amount: 1 }, /product/],
    [{ ...order, product: '' }, /^product must not be empty/],
    [{ ...order, product: 'x'.repeat(51) }, /^product .*50/],
    [{ ...order, description: 'x'.repeat(151) }, /^description .*150/],
    [{ ...order, communication: 'x'.repeat(19) }, /^communication .*18/],
    [{ ...order, amount: 0 }, /^amount .*0/],
    [{ ...order, amount: -5 }, /^amount .*0/],
    [{ ...order, amount: '350.41' }, /^amount .*number/],
    [{ ...order, amount: Number.NaN }, /^amount/],
    [{ ...order, amount: Number.POSITIVE_INFINITY }, /^amount/],
    [{ ...order, amount: 10n }, /^amount/],
    [{ ...order, amount: null }, /^amount/],
    [{ ...order, amount: 100_000_000 }, /^amount .*99999999\.99/],
    [{ ...order, amount: 0.001 }, /^amount must have at most two decimals.*round it to cents/],
    [{ ...order, request_customer_data: 'email' }, /^request_customer_data .*full_customer/],
    [{ ...order, settings: { theme: { logoType: 'huge' } } }, /^settings\.theme\.logoType .*icon_name/],
    [{ ...order, settings: 'blue' }, /^settings .*object/],
    [{ ...order, settings: { theme: [] } }, /^settings\.theme/],
  ])('refuses %o and says what is wrong', (input, expected) => {
    expect(refusal(input).join('\n')).toMatch(expected);
  });

  it.each([undefined, null, 'x', 1, [], new Date()])('refuses %o as a whole', (input) => {
    expect(refusal(input)[0]).toMatch(/must be an object/);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(prepare({ ...order, product: '🙂'.repeat(50) })).toMatchObject({ amount: 350.41 });
    expect(refusal({ ...order, product: '🙂'.repeat(51) })[0]).toMatch(/^product/);
  });

  it.each([0.01, 0.1, 1.1, 8.2, 19.99, 350.41, 1_234.56, 99_999_999.99])('takes the amount %d', (amount) => {
    expect(prepare({ ...order, amount })).toEqual({ ...order, amount });
  });

  it('takes every amount of cents there is up to a thousand', () => {
    for (let cents = 1; cents <= 100_000; cents += 1)
      expect(prepare({ ...order, amount: cents / 100 })).toMatchObject({ amount: cents / 100 });
  });

  it('refuses 0.1 + 0.2 and suggests 0.3', () => {
    expect(refusal({ ...order, amount: 0.1 + 0.2 })).toEqual([expect.stringMatching(/^amount .*did you mean 0\.3\?/)]);
  });

  it.each([
    ['prodct', 'product'],
    ['Amount', 'amount'],
    ['expiredAt', 'expired_at'],
    ['expires_at', 'expired_at'],
  ])('refuses the unknown field %s and names the nearest, %s', (name, meant) => {
    expect(refusal({ ...order, [name]: 'x' })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is no known field; did you mean ${meant}\\?`)),
    ]);
  });

  it('names the known fields where none is near', () => {
    expect(refusal({ ...order, currency: 'EUR' })[0]).toMatch(/^currency is no known field; known are product, amount/);
  });

  it('refuses unknown fields inside settings and theme by their path', () => {
    const issues = refusal({ ...order, settings: { expirationdate: true, theme: { logoTYpe: 'icon', colour: 'blue' } } });
    expect(issues.sort()).toEqual([
      expect.stringMatching(/^settings\.expirationdate .*expirationDate\?/),
      expect.stringMatching(/^settings\.theme\.colour .*known are selected/),
      expect.stringMatching(/^settings\.theme\.logoTYpe .*logoType\?/),
    ]);
  });

  it('refuses a member named __proto__ and changes no prototype', () => {
    expect(refusal(JSON.parse('{"product":"x","amount":1,"__proto__":{"polluted":true}}'))[0]).toMatch(/^__proto__/);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses an input that refers to itself', () => {
    const settings: Record<string, unknown> = {};
    settings['theme'] = settings;
    expect(refusal({ ...order, settings }).join()).toMatch(/settings\.theme\.theme/);
  });

  it('refuses an input whose getter throws', () => {
    const input = {
      amount: 1,
      get product(): string {
        throw new TypeError('no');
      },
    };
    expect(refusal(input)[0]).toMatch(/getter/);
  });

  it('refuses an amount below a cent without a senseless hint', () => {
    expect(refusal({ ...order, amount: 1e-10 })).toEqual(['amount must have at most two decimals, is 1e-10; round it to cents']);
  });

  it.each(['2020-01-31 18:00:00', new Date(Date.now() - 1_000)])('refuses %s, which is over', (expired_at) => {
    expect(refusal({ ...order, expired_at })).toEqual([expect.stringMatching(/^expired_at must be in the future/)]);
  });

  it('takes a text that is still to come in some zone, since the API names none', () => {
    const text = new Date(Date.now() - 6 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    expect(prepare({ ...order, expired_at: text })).toMatchObject({ expired_at: text });
  });

  it.each([new Map([['product', 'x']]), Object.assign(() => 0, order), Promise.resolve(order), new Date(), [order]])(
    'refuses %o',
    (input) => {
      expect(refusal(input)).toEqual([' must be an object with product and amount']);
    },
  );

  it('refuses a Map for settings', () => {
    expect(refusal({ ...order, settings: new Map([['showPayeeData', true]]) }).join()).toMatch(/^settings/);
  });

  it('refuses a field that the input only inherits, by name', () => {
    class Order {
      amount = 1;
      get product(): string {
        return 'x';
      }
    }
    expect(refusal(new Order())).toEqual(['product is required', expect.stringMatching(/^product is inherited/)]);
    expect(refusal(Object.create({ description: 'x' }, Object.getOwnPropertyDescriptors(order)))[0]).toMatch(/^description is inherited/);
  });

  it('takes an object of a class with members of its own', () => {
    class Order {
      product = 'x';
      amount = 1;
    }
    expect(prepare(new Order())).toEqual({ product: 'x', amount: 1 });
  });

  it('names all faults at once', () => {
    expect(refusal({ product: '', amount: 0, extra: 1 })).toHaveLength(3);
  });

  it('sends a Date in UTC and sets the flag that the API wants with it', () => {
    const expired_at = new Date('2099-01-31T19:00:00+01:00');
    expect(prepare({ ...order, expired_at })).toEqual({ ...order, expired_at: '2099-01-31 18:00:00', settings: { expirationDate: true } });
  });

  it.each(['2027-01-31T18:00:00Z', '2027-01-31', 'tomorrow', '', 1, new Date(Number.NaN), new Date(8.64e15)])(
    'refuses the date %o',
    (expired_at) => {
      expect(refusal({ ...order, expired_at })).toEqual(['expired_at must be a Date, or text as YYYY-MM-DD HH:MM:SS']);
    },
  );

  it.each(['2027-02-30 18:00:00', '2027-13-01 00:00:00', '2027-01-31 24:00:00', '2027-01-31 18:60:00'])(
    'refuses %s, which is no moment',
    (expired_at) => {
      expect(refusal({ ...order, expired_at })).toEqual([expect.stringMatching(/^expired_at must be a date that exists/)]);
    },
  );

  it.each([
    ['expired_at', '2099-01-31 18:00:00', 'expirationDate'],
    ['request_customer_data', 'name', 'requestCustomerData'],
  ])('sets the flag for %s when it is absent and refuses it when it is false', (field, value, flag) => {
    expect(prepare({ ...order, [field]: value })).toMatchObject({ settings: { [flag]: true } });
    expect(prepare({ ...order, [field]: value, settings: { [flag]: true } })).toMatchObject({ settings: { [flag]: true } });
    expect(refusal({ ...order, [field]: value, settings: { [flag]: false } })).toEqual([
      expect.stringMatching(new RegExp(`^settings\\.${flag} is false`)),
    ]);
  });
});
