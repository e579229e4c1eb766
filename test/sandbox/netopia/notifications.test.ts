import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { importSPKI, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import * as validators from '../../../generated/netopia/validators.js';
import { createPaymentsSandbox } from '../../../src/netopia-sandbox.js';
import { again, createFixture, createPost, isGenuine, order } from './support.js';

const minute = 60_000;

async function startedPayment(fixture = createFixture()) {
  const { body } = await fixture.start('1042-a');
  return { ...fixture, ntpID: String(body['payment']?.['ntpID']) };
}

describe('notifications', () => {
  it('carry a token that jose and Node find signed by the public key, for the shop, over the very bytes', async () => {
    const { sandbox, shop, ntpID } = await startedPayment();
    await sandbox.pay(ntpID);
    const [delivery] = sandbox.deliveries;
    expect(delivery).toMatchObject({
      sequence: 1,
      ntpID,
      orderID: '1042-a',
      status: 3,
      attempt: 1,
      url: 'https://shop.example/notify',
      fault: undefined,
    });
    expect(delivery?.response).toEqual({ status: 200, body: '{"errorType":0,"errorCode":0,"errorMessage":""}' });
    expect(shop.received).toEqual([{ body: delivery?.body, token: delivery?.token, url: delivery?.url }]);
    expect(delivery !== undefined && isGenuine(delivery, sandbox.publicKey)).toBe(true);
    const { payload, protectedHeader } = await jwtVerify(delivery?.token ?? '', await importSPKI(sandbox.publicKey, 'RS512'));
    expect([payload.iss, payload.aud, protectedHeader]).toEqual([
      'NETOPIA Payments',
      ['AAAA-BBBB-CCCC-DDDD-EEEE'],
      { alg: 'RS512', typ: 'JWT' },
    ]);
    expect(validators.explainNotification(JSON.parse(delivery?.body ?? ''))).toEqual([]);
  });

  it('are signed with the key that was given', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { sandbox, ntpID } = await startedPayment(
      createFixture({ privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) }),
    );
    await sandbox.pay(ntpID);
    expect(sandbox.publicKey).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
    expect(sandbox.deliveries.every((delivery) => isGenuine(delivery, sandbox.publicKey))).toBe(true);
  });

  it('refuse keys that are none, or too short', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(() => createPaymentsSandbox({ privateKey: String(short) })).toThrow('privateKey must have 2048 bits or more');
    expect(() => createPaymentsSandbox({ privateKey: String(curve) })).toThrow('privateKey must be an RSA key');
    expect(() => createPaymentsSandbox({ privateKey: 'secret' })).toThrow(/PKCS#8 PEM(?!.*secret)/);
  });

  it('come again after 1, 5, 30, 120, 360 and 1440 minutes while the shop answers 503, and then no more', async () => {
    const { sandbox, shop, ntpID } = await startedPayment();
    for (let sending = 0; sending < 9; sending += 1) shop.answerNext(again);
    await sandbox.pay(ntpID);
    expect(sandbox.deliveries[0]?.nextAt).toBe('2026-11-25T12:01:00.000Z');
    for (const minutes of [1, 5, 30, 120, 360, 1440, 10_000]) await sandbox.advance(minutes * minute);
    expect(sandbox.deliveries.map(({ attempt, at }) => [attempt, at.slice(8, 16)])).toEqual([
      [1, '25T12:00'],
      [2, '25T12:01'],
      [3, '25T12:06'],
      [4, '25T12:36'],
      [5, '25T14:36'],
      [6, '25T20:36'],
      [7, '26T20:36'],
    ]);
    expect(sandbox.deliveries.at(-1)?.nextAt).toBeUndefined();
    expect(new Set(shop.received.map(({ body }) => body)).size).toBe(1);
  });

  it('come again after an answer of type 1 with HTTP 200, after no answer, and not after type 2', async () => {
    const { sandbox, shop, start } = createFixture();
    shop.answerNext(() => Response.json({ errorType: 1, errorCode: 12, errorMessage: '' }));
    shop.answerNext(() => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })));
    shop.answerNext(() => Response.json({ errorType: 2, errorCode: 1, errorMessage: '' }, { status: 400 }));
    for (const orderID of ['a', 'b', 'c']) await sandbox.pay(String((await start(orderID)).body['payment']?.['ntpID']));
    expect(sandbox.deliveries.map(({ nextAt }) => nextAt !== undefined)).toEqual([true, true, false]);
    expect(sandbox.deliveries[1]?.error).toBe('fetch failed: connect ECONNREFUSED');
    await sandbox.advance(minute);
    expect(sandbox.deliveries.map(({ orderID }) => orderID)).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('travel over HTTP to the notifyUrl by themselves', async () => {
    const received: { body: string; token: unknown; type: unknown }[] = [];
    const shop = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          received.push({
            body: Buffer.concat(chunks).toString(),
            token: request.headers['verification-token'],
            type: request.headers['content-type'],
          });
          response.end('{"errorType":0,"errorCode":0,"errorMessage":""}');
        });
    });
    shop.listen(0, '127.0.0.1');
    await once(shop, 'listening');
    try {
      const address = shop.address();
      const notifyUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/notify`;
      const sandbox = createPaymentsSandbox();
      const request = order('1042-a');
      const { body } = await createPost(sandbox)('/payment/card/start', {
        ...request,
        config: { notifyUrl, redirectUrl: notifyUrl, language: 'ro' },
      });
      await sandbox.pay(String(body['payment']?.['ntpID']));
      expect(received).toEqual([{ body: sandbox.deliveries[0]?.body, token: sandbox.deliveries[0]?.token, type: 'application/json' }]);
      expect(sandbox.deliveries[0]?.response?.status).toBe(200);
    } finally {
      shop.closeAllConnections();
      shop.close();
    }
  });

  it('say that a reserved name leads nowhere, without asking the network', async () => {
    const sandbox = createPaymentsSandbox();
    const { body } = await createPost(sandbox)('/payment/card/start', order('1042-a'));
    await sandbox.pay(String(body['payment']?.['ntpID']));
    expect(sandbox.deliveries[0]?.error).toMatch(/^shop\.example is a reserved name; give the sandbox/);
    sandbox.reset();
  });
});

describe('faults of notifications', () => {
  it('lost: it never arrives and is not sent again', async () => {
    const { sandbox, shop, ntpID } = await startedPayment();
    sandbox.inject({ fault: 'notification-lost' });
    await sandbox.pay(ntpID);
    await sandbox.advance(10_000 * minute);
    expect(shop.received).toEqual([]);
    expect(sandbox.deliveries).toMatchObject([{ fault: 'notification-lost', error: 'lost on the way', nextAt: undefined }]);
    expect(sandbox.find(ntpID)?.status).toBe(5);
  });

  it('twice: the same message arrives twice', async () => {
    const { sandbox, shop, ntpID } = await startedPayment();
    sandbox.inject({ fault: 'notification-twice', times: 1 });
    await sandbox.pay(ntpID);
    expect(shop.received).toHaveLength(2);
    expect(shop.received[0]?.body).toBe(shop.received[1]?.body);
  });

  it('late: it arrives when the clock says so', async () => {
    const { sandbox, shop, ntpID } = await startedPayment();
    sandbox.inject({ fault: 'notification-late', ms: 5_000, times: 1 });
    await sandbox.pay(ntpID);
    await sandbox.advance(4_999);
    expect(shop.received).toEqual([]);
    await sandbox.advance(1);
    expect(sandbox.deliveries).toMatchObject([{ fault: 'notification-late', status: 3 }]);
  });

  it('reordered: it arrives after the next one, or after a minute', async () => {
    const { sandbox, ntpID } = await startedPayment();
    sandbox.inject({ fault: 'notification-reordered', times: 1 });
    await sandbox.pay(ntpID, 'wrong-cvv');
    expect(sandbox.deliveries).toEqual([]);
    await sandbox.pay(ntpID);
    expect(sandbox.deliveries.map(({ status, fault }) => [status, fault])).toEqual([
      [3, undefined],
      [12, 'notification-reordered'],
    ]);
    const { sandbox: lonely, ntpID: only } = await startedPayment();
    lonely.inject({ fault: 'notification-reordered' });
    await lonely.pay(only);
    await lonely.advance(minute);
    expect(lonely.deliveries).toMatchObject([{ status: 3 }]);
  });

  it.each(['notification-reserialised', 'notification-wrong-key', 'notification-hs512'] as const)(
    '%s: the message is not genuine',
    async (fault) => {
      const { sandbox, ntpID } = await startedPayment();
      sandbox.inject({ fault, times: 1 });
      await sandbox.pay(ntpID);
      const [delivery] = sandbox.deliveries;
      expect(delivery !== undefined && isGenuine(delivery, sandbox.publicKey)).toBe(false);
      expect(JSON.parse(delivery?.body ?? '')).toMatchObject({ payment: { ntpID, status: 3 } });
      const algorithm = fault === 'notification-hs512' ? 'HS512' : 'RS512';
      expect(JSON.parse(Buffer.from(delivery?.token.split('.')[0] ?? '', 'base64url').toString())).toEqual({ alg: algorithm, typ: 'JWT' });
    },
  );

  it('reserialised: once the shop asks for it again, it arrives as it was signed', async () => {
    const { sandbox, shop, ntpID } = await startedPayment();
    shop.answerNext(again);
    sandbox.inject({ fault: 'notification-reserialised', times: 1 });
    await sandbox.pay(ntpID);
    await sandbox.advance(minute);
    expect(sandbox.deliveries.map((delivery) => isGenuine(delivery, sandbox.publicKey))).toEqual([false, true]);
  });

  it('strike the notification of one request when its header asks for it', async () => {
    const { sandbox, post, shop } = createFixture();
    const payment = { instrument: { type: 'card', account: '9900004810225098' } };
    await post('/payment/card/start', order('1042-a', {}, payment), { 'paylinks-fault': 'notification-lost' });
    await post('/payment/card/start', order('1042-b', {}, payment));
    await sandbox.advance(0);
    expect(shop.received).toHaveLength(1);
    expect(sandbox.deliveries.map(({ orderID, fault }) => [orderID, fault])).toEqual([
      ['1042-a', 'notification-lost'],
      ['1042-b', undefined],
    ]);
  });
});

describe('faults of requests', () => {
  it('status-lag: a reading tells the status before', async () => {
    const { sandbox, status, ntpID } = await startedPayment();
    sandbox.inject({ fault: 'status-lag', times: 1 });
    await sandbox.pay(ntpID);
    expect((await status(ntpID)).body).toMatchObject({ payment: { status: 1 }, error: { code: '101' } });
    expect((await status(ntpID)).body['payment']).toMatchObject({ status: 3 });
  });

  it('page-missing: code 101 without an address', async () => {
    const { sandbox, start } = createFixture();
    sandbox.inject({ fault: 'page-missing' });
    const { body } = await start('1042-a');
    expect(body['error']).toMatchObject({ code: '101' });
    expect(body['payment']).not.toHaveProperty('paymentURL');
    expect(sandbox.payments).toHaveLength(1);
  });

  it('html-404: a page, and no effect', async () => {
    const { sandbox, start } = createFixture();
    sandbox.inject({ fault: 'html-404', operation: 'startPayment', times: 1 });
    expect(await start('1042-a')).toMatchObject({ status: 404, body: { page: { text: expect.stringContaining('<html') } } });
    expect(sandbox.payments).toEqual([]);
    expect((await start('1042-a')).body['payment']).toMatchObject({ status: 1 });
  });

  it('drop-after: the orderID is used up though no answer came', async () => {
    const { sandbox, start } = createFixture();
    sandbox.inject({ fault: 'drop-after', operation: 'startPayment', times: 1 });
    await expect(start('1042-a')).rejects.toThrow('fetch failed');
    expect(await start('1042-a')).toMatchObject({ status: 400, body: { message: 'Order already processed' } });
  });

  it('drift: the payment has a status that no document names, and a field more', async () => {
    const { sandbox, start } = createFixture();
    sandbox.inject({ fault: 'drift', status: 42 });
    expect((await start('1042-a')).body['payment']).toMatchObject({ status: 42, riskScore: 7 });
  });

  it('refuses faults that there are not, naming a close one', () => {
    const { sandbox } = createFixture();
    // @ts-expect-error -- a name with a slip
    expect(() => sandbox.inject({ fault: 'notification-lots' })).toThrow('did you mean notification-lost?');
  });
});
