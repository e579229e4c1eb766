import { describe, expect, it } from 'vitest';
import * as validators from '../../../generated/netopia/validators.js';
import { card, createFixture, createPost, order } from './support.js';

describe('start', () => {
  it('answers code 101, status 1, the page, a zero date and an empty customerAction', async () => {
    const { start, sandbox } = createFixture();
    const { status, body } = await start('1042-a');
    expect(status).toBe(200);
    expect(body).toEqual({
      customerAction: {},
      error: { code: '101', message: 'Redirect user to payment page' },
      payment: {
        amount: 200,
        currency: 'RON',
        ntpID: sandbox.payments[0]?.ntpID,
        operationDate: '0001-01-01T00:00:00',
        paymentURL: `https://sandbox.invalid${sandbox.payments[0]?.page}`,
        status: 1,
      },
    });
    expect(validators.isStartResponse(body)).toBe(true);
  });

  it.each([
    ['9900004810225098', '00', 3],
    ['9900009184214768', '100', 15],
    ['9900541631437790', '19', 1],
    ['9900827979991500', '21', 12],
    ['9900518572831942', '20', 12],
    ['9900005786662552', '36', 12],
    ['9900576270414197', '34', 12],
    ['9900130597497640', '22', 12],
    ['4111111111111111', '17', 12],
  ])('with card %s answers code %s and status %i', async (number, code, status) => {
    const { start } = createFixture();
    const { body } = await start('1042-a', {}, card(number));
    expect([body['error']?.['code'], body['payment']?.['status']]).toEqual([code, status]);
    expect(validators.isStartResponse(body)).toBe(true);
  });

  it('leaves the payment open, with its page, when the card has expired', async () => {
    const { start, sandbox } = createFixture();
    const known = await start('1042-a', {}, card('9900541631437790'));
    const past = await start('1042-b', {}, card('9900004810225098', { expMonth: 10, expYear: 2026 }));
    for (const { body } of [known, past]) {
      expect(body['error']).toEqual({ code: '19', message: 'Expired card' });
      expect(body['payment']?.['paymentURL']).toContain('/ui/card?p=');
    }
    expect(sandbox.payments.map(({ payable }) => payable)).toEqual([true, true]);
  });

  it('declines a test card with another security code than 111', async () => {
    const { start } = createFixture();
    const { body } = await start('1042-a', {}, card('9900004810225098', { secretCode: '112' }));
    expect(body['error']?.['code']).toBe('21');
  });

  it('names the action of 3-D Secure with its form', async () => {
    const { start } = createFixture();
    const { body } = await start('1042-a', {}, card('9900009184214768'));
    expect(body['customerAction']).toEqual({
      type: 'Authentication3D',
      url: 'https://sandbox.invalid/sandbox/authorize',
      authenticationToken: expect.stringMatching(/^\w{96}$/),
      formData: { paReq: expect.stringMatching(/^PAREQ-/), backUrl: 'https://shop.example/return' },
    });
  });

  it('refuses an orderID that was used, even by a start that failed, with HTTP 400', async () => {
    const { start, sandbox } = createFixture();
    await start('1042-a', {}, card('9900827979991500'));
    expect(await start('1042-a')).toEqual({ status: 400, body: { code: '99', message: 'Order already processed' } });
    expect(sandbox.payments).toHaveLength(1);
  });

  it('answers an orderID that was paid with code 56 and the payment', async () => {
    const { start } = createFixture();
    const first = await start('1042-a', {}, card('9900004810225098'));
    const second = await start('1042-a');
    expect(second.status).toBe(200);
    expect(second.body['error']).toEqual({ code: '56', message: 'Order closed' });
    expect(second.body['payment']).toMatchObject({ ntpID: first.body['payment']?.['ntpID'], status: 3 });
  });

  it('answers a used orderID with another amount with code 99', async () => {
    const { start } = createFixture();
    await start('1042-a');
    const { status, body } = await start('1042-a', { amount: 201 });
    expect([status, body['error']?.['code'], body['payment']]).toEqual([200, '99', undefined]);
  });

  it('gives one of several concurrent starts of one orderID a payment', async () => {
    const { start, sandbox } = createFixture();
    const replies = await Promise.all(Array.from({ length: 5 }, () => start('1042-a')));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
    expect(sandbox.payments).toHaveLength(1);
  });

  it('refuses a wrong key with 401, and another shop and a wrong field with 400', async () => {
    const { sandbox, start, post } = createFixture();
    expect(await post('/payment/card/start', order('1'), { authorization: 'Bearer test-key' })).toEqual({
      status: 401,
      body: { code: '401', message: 'Unauthorized' },
    });
    expect(await start('1', { posSignature: 'ZZZZ-BBBB-CCCC-DDDD-EEEE' })).toEqual({
      status: 400,
      body: { code: '99', message: 'Invalid POS' },
    });
    const { status, body } = await start('1', { billing: { email: 'payer@example.com' } });
    expect(status).toBe(400);
    expect(body['error']).toMatchObject({ code: '99', message: 'Validation failed' });
    expect(body['error']?.['details']).toContainEqual({ code: 'required', message: expect.any(String), field: 'order.billing.firstName' });
    expect(sandbox.payments).toEqual([]);
  });

  it('refuses a currency that no shop has, and a body that is no JSON', async () => {
    const { start, sandbox } = createFixture();
    expect((await start('1', { currency: 'JPY' })).status).toBe(400);
    const headers = { authorization: 'test-key', 'content-type': 'application/json' };
    const response = await sandbox.fetch('https://sandbox.invalid/payment/card/start', { method: 'POST', headers, body: '{' });
    expect(response.status).toBe(400);
  });

  it('charges the token of a saved card without the payer, and gives out a new one', async () => {
    const { start, sandbox, shop } = createFixture();
    const first = await start('1042-a', { clientID: 'customer-77' }, card('9900004810225098'));
    const token = first.body['payment']?.['token'];
    expect(token).toEqual(expect.any(String));
    await sandbox.advance(0);
    expect(JSON.parse(shop.received[0]?.body ?? '')).toMatchObject({ payment: { token, binding: { token } } });
    const mit = await start('renewal', { scaExemptionInd: 'MIT' }, { instrument: { type: 'card', token } });
    expect(mit.body['payment']).toMatchObject({ status: 3, token: expect.not.stringMatching(String(token)) });
    const stranger = await start('renewal-2', { scaExemptionInd: 'MIT' }, { instrument: { type: 'card', token: 'nobody-has-it' } });
    expect(stranger.body['payment']).toMatchObject({ status: 12 });
    expect(sandbox.payments.map(({ status }) => status)).toEqual([3, 3, 12]);
  });

  it('takes MIT only with a token and without a clientID', async () => {
    const { start } = createFixture();
    expect((await start('1', { scaExemptionInd: 'MIT' })).status).toBe(400);
    const payment = { instrument: { type: 'card', token: 'some-token' } };
    expect((await start('1', { scaExemptionInd: 'MIT', clientID: 'customer-77' }, payment)).status).toBe(400);
  });

  it('takes an amount of 0, which verifies a card', async () => {
    const { start } = createFixture();
    expect((await start('1', { amount: 0 }, card('9900004810225098'))).body['payment']).toMatchObject({ amount: 0, status: 3 });
  });

  it('starts payments in instalments within the amounts of the provider', async () => {
    const { post } = createFixture();
    const start = (amount: number, type: string) =>
      post('/payment/bnpl/start', order(`${type}-${amount}`, { amount }, { instrument: { type } }));
    expect((await start(49, 'bnpl.paypo')).body['error']?.['code']).toBe('99');
    expect((await start(449, 'bnpl.oney')).body['error']?.['code']).toBe('99');
    const { body } = await start(450, 'bnpl.oney');
    expect(body['customerAction']?.['url']).toContain('/ui/card?p=');
    expect((await post('/payment/bnpl/return', { ntpID: body['payment']?.['ntpID'] })).body['payment']).toMatchObject({ status: 1 });
  });

  it('answers an HTML page where nothing is, and names the method that fits', async () => {
    const { post, sandbox } = createFixture();
    expect(await post('/payment/card/begin', {})).toMatchObject({
      status: 404,
      body: { page: { text: expect.stringContaining('<!doctype html>') } },
    });
    const response = await sandbox.fetch('https://sandbox.invalid/operation/status', { headers: { authorization: 'test-key' } });
    expect([response.status, await response.json()]).toEqual([405, { code: '405', message: 'Method Not Allowed' }]);
  });

  it('draws the same ids from the same seed', async () => {
    const draw = async (seed: number): Promise<unknown> => {
      const { sandbox } = createFixture({ seed });
      return (await createPost(sandbox)('/payment/card/start', order('1'))).body['payment'];
    };
    expect(await draw(7)).toEqual(await draw(7));
    expect(await draw(7)).not.toEqual(await draw(8));
  });
});
