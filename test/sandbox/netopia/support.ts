import { createHash, createPublicKey, verify } from 'node:crypto';
import { createPaymentsSandbox, type Delivery, type PaymentsSandbox, type PaymentsSandboxOptions } from '../../../src/netopia-sandbox.js';

/** A start that the document allows. */
export function order(orderID: string, change: object = {}, payment?: object): object {
  const billing = {
    email: 'payer@example.com',
    firstName: 'Ana',
    lastName: 'Exemplu',
    phone: '0712345678',
    city: 'Bucuresti',
    country: 642,
  };
  const config = { notifyUrl: 'https://shop.example/notify', redirectUrl: 'https://shop.example/return', language: 'ro' };
  const details = { posSignature: 'AAAA-BBBB-CCCC-DDDD-EEEE', dateTime: '2026-11-25T08:30:00Z', description: `Order ${orderID}` };
  return {
    config,
    ...(payment === undefined ? {} : { payment }),
    order: { ...details, orderID, amount: 200, currency: 'RON', billing, ...change },
  };
}

export function card(account: string, more: object = {}): object {
  return { instrument: { type: 'card', account, expMonth: 11, expYear: 2030, secretCode: '111', ...more } };
}

// Tests read what came as a tree of unknown depth.
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A sandbox whose clock stands still until it is moved, and a shop that takes every notification. */
export function createFixture(options: PaymentsSandboxOptions = {}) {
  const shop = createShop();
  const sandbox = createPaymentsSandbox({
    seed: 1,
    apiKey: 'test-key',
    now: () => Date.UTC(2026, 10, 25, 12),
    notify: shop.notify,
    ...options,
  });
  const post = createPost(sandbox);
  return {
    sandbox,
    shop,
    post,
    start: async (orderID: string, change?: object, payment?: object) => post('/payment/card/start', order(orderID, change, payment)),
    status: async (ntpID: unknown) => post('/operation/status', { posID: 'AAAA-BBBB-CCCC-DDDD-EEEE', ntpID }),
    refund: async (ntpID: unknown, amount: number) => post('/operation/credit', { ntpID, amount }),
  };
}

export function createPost(sandbox: PaymentsSandbox): (path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply> {
  return async (path, body, headers = {}) => {
    const sent = { authorization: sandbox.credentials.apiKey, 'content-type': 'application/json', ...headers };
    const response = await sandbox.fetch(sandbox.credentials.baseUrl + path, { method: 'POST', headers: sent, body: JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { page: { text } } };
  };
}

/** A shop that answers notifications as it is told to, and keeps what came. */
export function createShop() {
  const answers: (() => Response | Promise<Response>)[] = [];
  const received: { body: string; token: string | null; url: string }[] = [];
  return {
    received,
    /** Answers the next notification so; all others are taken. */
    answerNext: (answer: () => Response | Promise<Response>) => void answers.push(answer),
    notify: async (request: Request): Promise<Response> => {
      received.push({ body: await request.text(), token: request.headers.get('verification-token'), url: request.url });
      return answers.shift()?.() ?? Response.json({ errorType: 0, errorCode: 0, errorMessage: '' });
    },
  };
}

export const again = (): Response => Response.json({ errorType: 1, errorCode: 1, errorMessage: 'later' }, { status: 503 });

/** Whether Node finds a delivery signed with the key, for the shop, over its very bytes. */
export function isGenuine(
  { body, token }: Pick<Delivery, 'body' | 'token'>,
  publicKey: string,
  posSignature = 'AAAA-BBBB-CCCC-DDDD-EEEE',
): boolean {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const [header, claims] = [head, payload].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  return (
    header.alg === 'RS512' &&
    claims.iss === 'NETOPIA Payments' &&
    claims.aud.includes(posSignature) &&
    claims.sub === createHash('sha512').update(body).digest('base64') &&
    verify('sha512', Buffer.from(`${head}.${payload}`), createPublicKey(publicKey), Buffer.from(signature, 'base64url'))
  );
}
