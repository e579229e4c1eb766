import { describe, expect, it } from 'vitest';
import * as validators from '../../../generated/netopia/validators.js';
import { card, createFixture } from './support.js';

describe('status', () => {
  it('tells the payment with the order, settings and shop as they were sent, and a zero date while nothing happened', async () => {
    const { start, status } = createFixture();
    const { body } = await start('1042-a', { data: { cart: '77' } });
    const read = await status(body['payment']?.['ntpID']);
    expect(read.body).toMatchObject({
      error: { code: '101' },
      payment: {
        status: 1,
        amount: 200,
        currency: 'RON',
        operationDate: '0001-01-01T00:00:00',
        instrument: { country: 0 },
        binding: { expireMonth: 0 },
      },
      order: {
        orderID: '1042-a',
        amount: 200,
        data: { cart: '77' },
        billing: { email: 'payer@example.com' },
        posSignature: 'AAAA-BBBB-CCCC-DDDD-EEEE',
      },
      config: { notifyUrl: 'https://shop.example/notify' },
      merchant: { posID: 0 },
      customerAction: {},
      bnpl: { oney: {} },
    });
    expect(read.body['payment']).not.toHaveProperty('paymentURL');
    expect(validators.explainStatusResponse(read.body)).toEqual([]);
  });

  it('describes a declined payment by the code of its decline', async () => {
    const { start, status } = createFixture();
    const { body } = await start('1042-a', {}, card('9900827979991500'));
    expect((await status(body['payment']?.['ntpID'])).body).toMatchObject({ error: { code: '21' }, payment: { status: 12 } });
  });

  it('finds a payment by its orderID alone, and none for what nobody has', async () => {
    const { start, post } = createFixture();
    await start('1042-a');
    const posID = 'AAAA-BBBB-CCCC-DDDD-EEEE';
    expect((await post('/operation/status', { posID, ntpID: '', orderID: '1042-a' })).body['payment']).toMatchObject({ status: 1 });
    expect(await post('/operation/status', { posID, orderID: '1042-b' })).toEqual({
      status: 200,
      body: { error: { code: '99', message: 'Payment not found' } },
    });
    expect((await post('/operation/status', { posID: 'ZZZZ-BBBB-CCCC-DDDD-EEEE', orderID: '1042-a' })).status).toBe(400);
  });

  it('tells an order in EUR as settled in RON once it is paid, and the order as it was', async () => {
    const { start, status, sandbox } = createFixture();
    const { body } = await start('1042-a', { amount: 68.7, currency: 'EUR' });
    const ntpID = String(body['payment']?.['ntpID']);
    expect((await status(ntpID)).body['payment']).toMatchObject({ amount: 68.7, currency: 'EUR' });
    await sandbox.pay(ntpID);
    expect((await status(ntpID)).body).toMatchObject({
      payment: { amount: 361.78, currency: 'RON' },
      order: { amount: 68.7, currency: 'EUR' },
    });
    expect(JSON.parse(sandbox.deliveries[0]?.body ?? '')).toMatchObject({ payment: { amount: 361.78, currency: 'RON' } });
    expect(sandbox.payments).toMatchObject([{ amount: 68.7, currency: 'EUR', settled: 361.78 }]);
  });

  it('says 3 after a payment, and 5 once ten minutes have passed', async () => {
    const { start, status, sandbox } = createFixture();
    const { body } = await start('1042-a');
    const ntpID = String(body['payment']?.['ntpID']);
    await sandbox.pay(ntpID);
    expect((await status(ntpID)).body['payment']).toMatchObject({ status: 3 });
    await sandbox.advance(600_000);
    expect((await status(ntpID)).body['payment']).toMatchObject({ status: 5 });
    expect(sandbox.find('1042-a')).toMatchObject({ status: 5 });
  });
});

describe('pay', () => {
  it('takes any card again after a decline, and none once it is paid', async () => {
    const { start, sandbox, shop } = createFixture();
    const { body } = await start('1042-a');
    const ntpID = String(body['payment']?.['ntpID']);
    expect(await sandbox.pay(ntpID, '9900827979991500')).toMatchObject({ status: 12, code: '21', payable: true });
    expect(await sandbox.pay(ntpID, 'expired')).toMatchObject({ status: 1, code: '19', payable: true });
    expect(await sandbox.pay(ntpID, 'approved')).toMatchObject({ status: 3, code: '00', payable: false, settled: 200 });
    expect(shop.received.map(({ body: text }) => JSON.parse(text).payment.status)).toEqual([12, 3]);
    await expect(sandbox.pay(ntpID)).rejects.toThrow('takes no card, its status is 3');
  });

  it('passes 3-D Secure, cancels it, or leaves it open', async () => {
    const { start, sandbox } = createFixture();
    const pay = async (orderID: string, authentication: 'accept' | 'cancel' | 'leave') =>
      sandbox.pay(String((await start(orderID)).body['payment']?.['ntpID']), 'authentication', { authentication });
    expect(await pay('a', 'accept')).toMatchObject({ status: 3 });
    expect(await pay('b', 'cancel')).toMatchObject({ status: 12, code: '39' });
    expect(await pay('c', 'leave')).toMatchObject({ status: 15 });
    expect(sandbox.deliveries.map(({ status }) => status)).toEqual([3, 12]);
  });

  it('names what it does not know', async () => {
    const { start, sandbox } = createFixture();
    await expect(sandbox.pay('1')).rejects.toThrow('there is no payment 1');
    const { body } = await start('1042-a');
    await expect(sandbox.pay(String(body['payment']?.['ntpID']), '4111111111111111')).rejects.toThrow(
      'no published test card; known are approved, authentication',
    );
  });
});

describe('verify-auth', () => {
  async function challenge() {
    const fixture = createFixture();
    const { body } = await fixture.start('1042-a', {}, card('9900009184214768'));
    const { authenticationToken, formData } = body['customerAction'] ?? {};
    const ntpID = body['payment']?.['ntpID'];
    const form = new URLSearchParams({ ...Object(formData) });
    const page = await fixture.sandbox.fetch('https://sandbox.invalid/sandbox/authorize', { method: 'POST', body: form });
    const html = await page.text();
    const [, paRes] = /name="paRes" value="([^"]+)"/.exec(html) ?? [];
    const verify = (change: object) =>
      fixture.post('/payment/card/verify-auth', { ntpID, authenticationToken, formData: { paRes }, ...change });
    return { ...fixture, html, paRes, verify };
  }

  it('pays with what the bank sent back, and answers 56 the second time', async () => {
    const { verify, html, sandbox } = await challenge();
    expect(html).toContain('action="https://shop.example/return"');
    const first = await verify({});
    expect(first.body).toMatchObject({ error: { code: '00' }, payment: { status: 3, data: { BIN: '990000' } } });
    expect((await verify({})).body).toMatchObject({ error: { code: '56' }, payment: { status: 3 } });
    await sandbox.advance(0);
    expect(sandbox.deliveries.map(({ status }) => status)).toEqual([3]);
  });

  it('takes paRes in the spellings that have been seen', async () => {
    const { verify, paRes } = await challenge();
    expect((await verify({ formData: { PaRes: paRes, MD: '' } })).body['payment']).toMatchObject({ status: 3 });
  });

  it('fails with code 39 when the payer cancelled or the answer is not the bank’s', async () => {
    for (const formData of [{}, { paRes: 'made up' }]) {
      const { verify } = await challenge();
      expect((await verify({ formData })).body).toMatchObject({ error: { code: '39' }, payment: { status: 12 } });
    }
  });

  it('refuses the token of another start', async () => {
    const { verify } = await challenge();
    expect((await verify({ authenticationToken: 'another' })).body['error']).toMatchObject({ code: '99' });
  });
});

describe('credit', () => {
  async function paid(change: object = {}) {
    const fixture = createFixture();
    const { body } = await fixture.start('1042-a', change, card('9900004810225098'));
    await fixture.sandbox.advance(0);
    return { ...fixture, ntpID: String(body['payment']?.['ntpID']) };
  }

  it('pays back in parts up to the amount of the start, and refuses more with code 99', async () => {
    const { refund, ntpID, sandbox } = await paid();
    expect((await refund(ntpID, 80.1)).body).toEqual({
      error: { code: '00', message: '[TEST P] Approved' },
      payment: { amount: 80.1, currency: 'RON', ntpID, status: 8 },
    });
    expect((await refund(ntpID, 119.91)).body).toEqual({ error: { code: '99', message: 'Invalid Credit amount' } });
    expect((await refund(ntpID, 119.9)).body['payment']).toMatchObject({ status: 8 });
    expect((await refund(ntpID, 0.01)).body['error']).toMatchObject({ code: '99' });
    expect(sandbox.payments).toMatchObject([{ status: 8, refunded: 200 }]);
  });

  it('caps a refund of an order in EUR by the amount in EUR', async () => {
    const { refund, ntpID } = await paid({ amount: 68.7, currency: 'EUR' });
    expect((await refund(ntpID, 361.78)).body['error']).toMatchObject({ code: '99', message: 'Invalid Credit amount' });
    expect((await refund(ntpID, 68.7)).body['payment']).toEqual({ amount: 68.7, currency: 'EUR', ntpID, status: 8 });
  });

  it('notifies status 8 with the original id and the whole amount, whatever part was paid back', async () => {
    const { refund, ntpID, sandbox } = await paid();
    await refund(ntpID, 10);
    await sandbox.advance(0);
    expect(JSON.parse(sandbox.deliveries[1]?.body ?? '')).toMatchObject({ payment: { ntpID, status: 8, amount: 200, currency: 'RON' } });
  });

  it('says 00 and moves no money under the fault refund-silent', async () => {
    const { refund, ntpID, sandbox } = await paid();
    const handle = sandbox.inject({ fault: 'refund-silent', times: 1 });
    expect((await refund(ntpID, 10)).body).toMatchObject({ error: { code: '00' }, payment: { amount: 200, status: 3 } });
    expect([handle.fired, sandbox.payments[0]?.refunded, sandbox.journal.at(-1)?.fault]).toEqual([1, 0, 'refund-silent']);
    expect((await refund(ntpID, 10)).body['payment']).toMatchObject({ amount: 10, status: 8 });
    expect(sandbox.payments[0]?.refunded).toBe(10);
  });

  it('refuses what was not paid', async () => {
    const { start, refund } = createFixture();
    const { body } = await start('1042-a');
    expect((await refund(body['payment']?.['ntpID'], 1)).body['error']).toMatchObject({ code: '99' });
    expect((await refund('1', 1)).body['error']).toMatchObject({ code: '99', message: 'Payment not found' });
  });
});
