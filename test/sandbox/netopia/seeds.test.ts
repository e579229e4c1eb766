import { describe, expect, it } from 'vitest';
import { statuses } from '../../../generated/netopia/statuses.js';
import { status as ours } from '../../../src/sandbox/netopia/payment.js';
import { createPaymentsSandbox } from '../../../src/netopia-sandbox.js';
import { createFixture } from './support.js';

const payments = [
  { orderID: '1042-a', status: 'paid', amount: 68.7, currency: 'EUR', ntpID: '7000001' },
  { orderID: '1042-b', status: 12 },
  { orderID: '1042-c', status: 'chargeback_init', refunded: 10 },
] as const;

describe('seeds', () => {
  it('are the payments to start with, as the API reads them, and come back by reset', async () => {
    const { sandbox, status, start } = createFixture({ payments });
    expect((await status('7000001')).body).toMatchObject({ error: { code: '00' }, payment: { status: 3, amount: 361.78 } });
    await start('1043-a');
    const before = sandbox.payments;
    expect(before.map(({ orderID, status: number }) => [orderID, number])).toEqual([
      ['1042-a', 3],
      ['1042-b', 12],
      ['1042-c', 9],
      ['1043-a', 1],
    ]);
    sandbox.inject({ fault: 'html' });
    await sandbox.pay(before[1]?.ntpID ?? '').catch(() => undefined);
    sandbox.reset();
    expect(sandbox.payments).toEqual([before[0], before[1], before[2]]);
    expect([sandbox.journal, sandbox.deliveries]).toEqual([[], []]);
  });

  it('are put and read back over HTTP in the shape in which they are shown', async () => {
    const { sandbox } = createFixture({ payments });
    const headers = { authorization: 'test-key', 'content-type': 'application/json' };
    const address = `${sandbox.credentials.baseUrl}/_sandbox/payments`;
    const shown = await (await sandbox.fetch(address, { headers })).json();
    const other = createFixture().sandbox;
    const response = await other.fetch(address, { method: 'PUT', headers, body: JSON.stringify(shown) });
    const kept = (list: unknown): unknown =>
      [list].flat().map((payment) => ({ ...Object(payment), page: '', code: '', message: '', card: '' }));
    expect(kept(await response.json())).toEqual(kept(shown));
    expect((await other.fetch(address, { method: 'DELETE', headers })).status).toBe(204);
    expect(other.payments).toEqual([]);
  });

  it.each([
    [[{}], 'payments.0.orderID is required'],
    [[{ orderID: 'a', amont: 1 }], 'payments.0 has no field amont (did you mean amount?)'],
    [[{ orderID: 'a', status: 'payed' }], 'payments.0.status must be a number from 1 to 23 or its name, such as paid'],
    [[{ orderID: 'a', amount: 1.234 }], /payments\.0\.amount must have at most two decimals/],
    [[{ orderID: 'a', refunded: 101 }], 'payments.0.refunded must be a number from 0 to the amount'],
    [[{ orderID: 'a' }, { orderID: 'a' }], 'payments.1.orderID is that of an earlier payment: a'],
  ])('name what is wrong in %j', (list, message) => {
    // @ts-expect-error -- what no compiler would let through
    expect(() => createPaymentsSandbox({ payments: list })).toThrow(message);
  });

  it('know the statuses that the sandbox comes to by the numbers of the document', () => {
    const names = { new: 'new', paid: 'paid', confirmed: 'confirmed', credit: 'credit', declined: 'declined', authentication: '3d_auth' };
    for (const [key, number] of Object.entries(ours)) {
      const found = Object.values(statuses).find((known) => known.number === number);
      expect(found?.name).toBe(new Map(Object.entries(names)).get(key));
    }
  });
});

describe('the control plane', () => {
  it('moves the clock, and what is due is sent', async () => {
    const { sandbox, shop, start } = createFixture();
    sandbox.inject({ fault: 'notification-late', ms: 5_000 });
    const { body } = await start('1042-a');
    await sandbox.pay(String(body['payment']?.['ntpID']));
    const headers = { authorization: 'test-key', 'content-type': 'application/json' };
    await sandbox.fetch(`${sandbox.credentials.baseUrl}/_sandbox/clock`, { method: 'POST', headers, body: '{"advance":5000}' });
    await sandbox.advance(0);
    expect(shop.received).toHaveLength(1);
  });
});
