import {
  ApiError,
  AuthenticationError,
  OrderConflictError,
  RefundUnconfirmedError,
  ResponseError,
  createPaymentsClient,
} from 'paylinks/netopia';
import type { Attempt, Payment, PaymentsClient, Started } from 'paylinks/netopia';
import { describe, expect, it } from 'vitest';
import { bodyNamed, errorOf, options, order, tokenOrder } from './support/fixtures.js';

function clientOf(body: string, status = 200): PaymentsClient {
  const type = body.startsWith('<') ? 'text/html' : 'application/json';
  const fetch = async (): Promise<Response> => new Response(body, { status, headers: { 'content-type': type } });
  return createPaymentsClient({ ...options, fetch, retries: false, onDrift: () => {} });
}

const html = '<!doctype html><html><head><title>Page not found</title></head><body></body></html>';
const start = (payments: PaymentsClient): Promise<Started> => payments.start(order);
const charge = (payments: PaymentsClient): Promise<Started> => payments.charge(tokenOrder, { settle: 1 });
const verify = (payments: PaymentsClient): Promise<Started> => payments.verifyAuth({ ntpID: '1310396', formData: { paRes: 'PARES' } });

describe('each body that a start answers', () => {
  it.each<[string, (payments: PaymentsClient) => Promise<Started>, object]>([
    [
      'start-101-hosted.response',
      start,
      {
        kind: 'redirect',
        url: expect.stringMatching(/^https:\/\/.*\/ui\/card\?p=/),
        reused: false,
        stillPayable: [],
        payment: { ntpID: '1234567', status: 'new' },
      },
    ],
    [
      'start-100-3ds.response',
      charge,
      {
        kind: 'action',
        action: {
          url: expect.stringContaining('/sandbox/authorize'),
          authenticationToken: expect.any(String),
          formData: { paReq: expect.any(String), backUrl: expect.any(String) },
        },
        payment: { ntpID: '1310396', status: '3d_auth', phase: 'open' },
      },
    ],
    [
      'start-00-paid.response',
      charge,
      { kind: 'paid', payment: { ntpID: '1309088', status: 'paid', code: '00', token: expect.stringContaining('TESTTOKEN') } },
    ],
    ['start-56-order-closed.response', charge, { kind: 'paid', payment: { ntpID: '1309088', status: 'confirmed', code: '56' } }],
    [
      'start-17-declined.response',
      charge,
      { kind: 'declined', code: '17', reason: 'Invalid card number', mayRetry: true, payment: { ntpID: '3022501', status: 'declined' } },
    ],
    [
      'start-21-declined.response',
      charge,
      { kind: 'declined', code: '21', reason: 'Invalid CVV', mayRetry: true, payment: { ntpID: '3022500', phase: 'failed' } },
    ],
    [
      'start-19-expired-card.response',
      charge,
      { kind: 'declined', code: '19', mayRetry: true, payment: { ntpID: '3022502', status: 'new' } },
    ],
    ['start-102-locked.response', charge, { kind: 'pending', payment: { ntpID: '1310396', status: '3d_auth' } }],
    ['verify-auth-00.response', verify, { kind: 'paid', payment: { ntpID: '1310396', status: 'paid' } }],
    ['verify-auth-56.response', verify, { kind: 'paid', payment: { ntpID: '1310396', status: 'paid', code: '56' } }],
  ])('%s', async (name, call, expected) => {
    await expect(call(clientOf(bodyNamed(name)))).resolves.toMatchObject(expected);
  });

  const body = (code: string, status: number, more: object = {}) =>
    JSON.stringify({ error: { code, message: 'said' }, payment: { ntpID: '7', status, amount: 200, currency: 'RON', ...more } });

  it.each<[string, string, object]>([
    ['code 00 with status 5', body('00', 5), { kind: 'paid', payment: { status: 'confirmed' } }],
    ['code 0 with status 3', body('0', 3), { kind: 'paid', payment: { code: '00' } }],
    ['a decline that came too late: code 20 with status 3', body('20', 3), { kind: 'paid' }],
    ['code 00 with status 2', body('00', 2), { kind: 'pending', payment: { phase: 'held' } }],
    ['code 00 with status 13', body('00', 13), { kind: 'pending', payment: { status: 'fraud' } }],
    ['code 37', body('37', 12), { kind: 'declined', mayRetry: false }],
    ['code 20', body('20', 12), { kind: 'declined', mayRetry: true }],
    ['a code nobody knows with status 12', body('88', 12), { kind: 'declined', code: '88', mayRetry: true }],
    ['code 56 with an ended payment', body('56', 23), { kind: 'closed', payment: { status: 'expired' } }],
    ['code 56 alone', '{"error":{"code":"56","message":"Order closed"}}', { kind: 'closed' }],
    ['a code nobody knows', body('88', 1), { kind: 'other', code: '88', reason: 'said' }],
    ['code 99 without more', '{"error":{"code":"99","message":"General error"}}', { kind: 'other', code: '99', reason: 'General error' }],
    ['a status nobody knows', body('00', 99), { kind: 'other', payment: { status: 'unknown', phase: 'unclear' } }],
    ['an id that is a number', body('00', 3, { ntpID: 77 }), { kind: 'paid', payment: { ntpID: '77' } }],
  ])('%s', async (_, text, expected) => {
    await expect(charge(clientOf(text))).resolves.toMatchObject(expected);
  });

  it.each<[string, string, number, new (...parameters: never[]) => Error, object]>([
    ['101 without a page', bodyNamed('start-101-without-url.response'), 200, ResponseError, { ntpID: '1234567', outcome: 'unknown' }],
    ['101 with a page over http', body('101', 1, { paymentURL: 'http://pay.example/1' }), 200, ResponseError, { ntpID: '7' }],
    ['100 without an address', body('100', 15), 200, ResponseError, { ntpID: '7' }],
    ['a wrong key', bodyNamed('error-401.body'), 401, AuthenticationError, { status: 401, outcome: 'rejected' }],
    ['a wrong key that is told with 200', bodyNamed('error-401.body'), 200, AuthenticationError, { status: 401, outcome: 'rejected' }],
    [
      'a wrong POS signature',
      bodyNamed('error-400-wrong-pos.body'),
      400,
      ApiError,
      { status: 400, outcome: 'rejected', message: expect.stringContaining('Invalid POS') },
    ],
    ['a wrong POS signature that is told with 200', bodyNamed('error-400-wrong-pos.body'), 200, ApiError, { outcome: 'rejected' }],
    [
      'fields that were refused',
      bodyNamed('error-400-details.body'),
      400,
      ApiError,
      { outcome: 'rejected', message: expect.stringContaining('order.billing.email is required') },
    ],
    [
      'a used-up id',
      bodyNamed('error-400-order-already-processed.body'),
      400,
      OrderConflictError,
      { orderID: '1042', outcome: 'rejected' },
    ],
    [
      'another amount',
      '{"error":{"code":"99","message":"Order already exists with another amount"}}',
      200,
      OrderConflictError,
      { orderID: '1042' },
    ],
    ['another amount of the payment', body('99', 1, { amount: 5 }), 200, OrderConflictError, { payment: { ntpID: '7' } }],
    ['a wrong method', bodyNamed('error-405.body'), 405, ApiError, { status: 405 }],
    ['HTML with 404', html, 404, ResponseError, { status: 404, outcome: 'rejected' }],
    ['HTML with 200', html, 200, ResponseError, { outcome: 'unknown', message: expect.stringContaining('with its path') }],
    ['no JSON', 'OK', 200, ResponseError, { outcome: 'unknown' }],
    ['nothing', '', 200, ResponseError, { outcome: 'unknown' }],
    ['an empty object', '{}', 200, ResponseError, { outcome: 'unknown' }],
    ['a paid payment without an id', '{"error":{"code":"00"},"payment":{"status":3}}', 200, ResponseError, { outcome: 'unknown' }],
    ['500', '{"message":"oops"}', 500, ApiError, { outcome: 'unknown' }],
  ])('%s', async (_, text, status, errorClass, members) => {
    const error = await errorOf(start(clientOf(text, status)));
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject(members);
  });
});

describe('each body that a reading answers', () => {
  it.each<[string, object]>([
    [
      'status-paid.response',
      { ntpID: '2010313', status: 'paid', phase: 'paid', amount: 0.1, attemptID: 'order-1042', orderID: 'order-1042' },
    ],
    ['status-confirmed.response', { ntpID: '3022507', status: 'confirmed', phase: 'paid' }],
    ['status-declined.response', { ntpID: '3022500', status: 'declined', phase: 'failed', code: '21', reason: 'Invalid CVV' }],
    ['status-unpaid.response', { ntpID: '1234567', status: 'new', phase: 'open', code: '101' }],
  ])('%s', async (name, expected) => {
    const text = bodyNamed(name);
    const { payment }: { payment: { ntpID: string } } = JSON.parse(text);
    await expect(clientOf(text).get(payment.ntpID)).resolves.toMatchObject(expected);
  });

  it('that is about another payment is a ResponseError', async () => {
    const error = await errorOf(clientOf(bodyNamed('status-paid.response')).get('9'));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      ntpID: '2010313',
      outcome: 'rejected',
      message: expect.stringContaining('another than the one asked for'),
    });
  });

  it('that is about another attempt is a ResponseError', async () => {
    await expect(clientOf(bodyNamed('status-paid.response')).get({ orderID: 'order-7' })).rejects.toBeInstanceOf(ResponseError);
  });

  it('without a payment is an ApiError with what was said', async () => {
    const error = await errorOf(clientOf('{"error":{"code":"99","message":"Payment not found"}}').get('9'));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ outcome: 'rejected', message: expect.stringContaining('Payment not found') });
  });
});

describe('each body that a refund answers', () => {
  const refund = (text: string, amount: number) => clientOf(text).refund('3022507', { amount });

  it('credit-00.response', async () => {
    await expect(refund(bodyNamed('credit-00.response'), 1)).resolves.toMatchObject({
      ntpID: '3022507',
      amount: 1,
      payment: { status: 'credit' },
    });
  });

  it('credit-99-over-the-cap.response', async () => {
    const error = await errorOf(refund(bodyNamed('credit-99-over-the-cap.response'), 500));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ outcome: 'rejected', message: expect.stringContaining('Invalid Credit amount') });
  });

  it.each([
    ['credit-silent-no-refund.response', bodyNamed('credit-silent-no-refund.response'), 150],
    ['another amount than was asked for', bodyNamed('credit-00.response'), 2],
    ['no payment', '{"error":{"code":"00","message":"Approved"}}', 1],
  ])('%s', async (_, text, amount) => {
    const error = await errorOf(refund(text, amount));
    expect(error).toBeInstanceOf(RefundUnconfirmedError);
    expect(error).toMatchObject({ ntpID: '3022507', amount, outcome: 'unknown' });
  });
});

describe('an attempt', () => {
  it('is plain data that outlives the database', async () => {
    const started = await clientOf(bodyNamed('start-101-hosted.response')).start(order);
    const attempt: Attempt | undefined = started.kind === 'redirect' ? started.attempt : undefined;
    expect(JSON.parse(JSON.stringify(attempt))).toEqual({
      orderID: '1042',
      attemptID: expect.stringMatching(/^1042-[a-z0-9]{8}$/),
      ntpID: '1234567',
      url: 'https://secure-sandbox.netopia-payments.com/ui/card?p=XXXXX-XXXX-XXXX',
      amount: 200,
      currency: 'RON',
    });
    const payment: Payment | undefined = 'payment' in started ? started.payment : undefined;
    expect(payment).toMatchObject({ orderID: '1042', attemptID: attempt?.attemptID });
  });
});
