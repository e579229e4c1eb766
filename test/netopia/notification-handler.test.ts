import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { InputError } from 'paylinks';
import { NotificationError, createNotificationHandler, toNodeListener } from 'paylinks/netopia/notifications';
import type { HandlerOptions, NotificationHandler, PaymentEvent } from 'paylinks/netopia/notifications';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bodyOf, createSigner, posSignature, signBody } from './support/sign.js';

interface Payment {
  readonly status: string;
  readonly phase: string;
}

const signer = createSigner();
const paid = bodyOf(3);
const paidPayment: Payment = { status: 'paid', phase: 'paid' };
const openPayment: Payment = { status: 'new', phase: 'open' };
const accepted = { errorType: 0, errorCode: 0, errorMessage: '' };

/** A handler with everything that it told. */
function createShop(get: () => Promise<Payment> = async () => paidPayment, more: Partial<HandlerOptions<Payment>> = {}) {
  const events: PaymentEvent<Payment>[] = [];
  const problems: unknown[] = [];
  const handler = createNotificationHandler(
    { posSignature, get },
    {
      keys: [signer.publicKey],
      onPayment: (event) => void events.push(event),
      onProblem: (error) => void problems.push(error),
      ...more,
    },
  );
  return { handler, events, problems };
}

function requestOf(body: string, token = signBody(signer, body)): Request {
  return new Request('https://shop.example/notify', { method: 'POST', body, headers: { 'Verification-token': token } });
}

/** Lets no time pass but that which the work waits for; signatures are checked in real time. */
async function withoutWaiting<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  const state = { done: false };
  const result = work().finally(() => void (state.done = true));
  while (!state.done) {
    await new Promise((resolve) => setImmediate(resolve));
    if (vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
  }
  return result;
}

describe('createNotificationHandler', () => {
  afterEach(() => void vi.useRealTimers());

  it('hands the payment as it is read, and what was signed, to onPayment and answers 200', async () => {
    const { handler, events, problems } = createShop();
    const response = await handler(requestOf(paid));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    await expect(response.json()).resolves.toEqual(accepted);
    expect(events).toMatchObject([
      {
        id: '1309088:paid',
        orderID: '1042',
        attemptID: '1042-k3v9q2xw',
        payment: paidPayment,
        notified: { ntpID: '1309088', status: 'paid' },
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('waits for onPayment, and asks for the notification again when it throws', async () => {
    const failure = new Error('the database is away');
    const { handler, problems } = createShop(undefined, { onPayment: () => Promise.reject(failure) });
    const response = await handler(requestOf(paid));
    expect(response.status).toBe(503);
    await expect(response.json()).resolves.toMatchObject({ errorType: 1 });
    expect(problems).toEqual([failure]);
  });

  it('asks for the notification again when the payment cannot be read', async () => {
    const failure = new Error('no connection');
    const { handler, events, problems } = createShop(() => Promise.reject(failure));
    expect((await handler(requestOf(paid))).status).toBe(503);
    expect([events, problems]).toEqual([[], [failure]]);
  });

  it('reads again while what was signed as paid is read as open', async () => {
    let reads = 0;
    const { handler, events } = createShop(async () => (++reads < 4 ? openPayment : paidPayment));
    const response = await withoutWaiting(() => handler(requestOf(paid)));
    expect(response.status).toBe(200);
    expect(reads).toBe(4);
    expect(events).toMatchObject([{ payment: paidPayment }]);
  });

  it('gives onPayment the open payment after five seconds of reading', async () => {
    const { handler, events } = createShop(async () => openPayment);
    const began = Date.now();
    const response = await withoutWaiting(() => handler(requestOf(paid)));
    expect(response.status).toBe(200);
    expect(Date.now() - began).toBeGreaterThanOrEqual(5_000);
    expect(events).toMatchObject([{ payment: openPayment, notified: { status: 'paid' } }]);
  });

  it('reads once when something else than paid was signed', async () => {
    let reads = 0;
    const { handler } = createShop(async () => ((reads += 1), openPayment));
    await handler(requestOf(bodyOf(12)));
    expect(reads).toBe(1);
  });

  const genuine = signBody(signer, paid);
  it.each<[string, number, number, Request]>([
    ['a signature by an unknown key', 503, 1, requestOf(paid, signBody(createSigner(), paid))],
    ['another body than was signed', 503, 1, requestOf(`${paid} `, genuine)],
    ['another shop', 503, 1, requestOf(paid, signBody(signer, paid, { aud: 'x' }))],
    ['another issuer', 503, 1, requestOf(paid, signBody(signer, paid, { iss: 'x' }))],
    ['no token', 400, 2, new Request('https://shop.example', { method: 'POST', body: paid })],
    ['a token that is none', 400, 2, requestOf(paid, 'token')],
    ['another algorithm', 400, 2, requestOf(paid, genuine.replace(/^[^.]+/, 'eyJhbGciOiJub25lIn0'))],
    ['no JSON', 400, 2, requestOf('paid')],
    ['no payment', 400, 2, requestOf('{}')],
    ['too much', 413, 2, requestOf(' '.repeat(2 ** 20 + 1))],
  ])('answers %s with %d and type %d, reads nothing and says why', async (_, status, errorType, request) => {
    const { handler, events, problems } = createShop(() => Promise.reject(new Error('read')));
    const response = await handler(request);
    expect(response.status).toBe(status);
    await expect(response.json()).resolves.toMatchObject({ errorType });
    expect(events).toEqual([]);
    expect(problems).toEqual([expect.any(NotificationError)]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('answers %s with 405 and says what is allowed', async (method) => {
    const { handler } = createShop();
    const response = await handler(new Request('https://shop.example', { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('answers all the same when onProblem throws', async () => {
    const { handler } = createShop(undefined, {
      onProblem: () => {
        throw new Error('the log is full');
      },
    });
    expect((await handler(requestOf('{}'))).status).toBe(400);
  });

  it('tells the console of problems where nobody else is told, without the token', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await createShop(undefined, { onProblem: undefined }).handler(requestOf(paid, signBody(createSigner(), paid)));
    expect(log).toHaveBeenCalledOnce();
    expect(JSON.stringify(log.mock.calls)).not.toContain('eyJ');
    log.mockRestore();
  });

  it('takes a NotificationError that onPayment throws for a failure of the shop', async () => {
    const { handler } = createShop(undefined, {
      onPayment: () => {
        throw new NotificationError('header');
      },
    });
    expect((await handler(requestOf(paid))).status).toBe(503);
  });

  it.each<[string, Partial<HandlerOptions<Payment>>]>([
    ['no key', { keys: [] }],
    ['a key with 1024 bits', { keys: [createSigner(1024).publicKey] }],
    ['no shop', { posSignatures: [] }],
    ['an onPayment that is no function', { onPayment: undefined as never }],
  ])('refuses %s when it is made', (_, more) => {
    expect(() => createShop(undefined, more)).toThrow(InputError);
  });
});

/** How a body is sent over a socket. */
interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly pieces?: number;
}

async function withServer(listener: RequestListener, use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function send(port: number, { body, headers, pieces = 1 }: Sent): Promise<{ status: number | undefined; body: unknown }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/notify', headers, agent: false }, resolve);
    request.on('error', reject);
    const bytes = Buffer.from(body);
    const size = Math.ceil(bytes.length / pieces);
    for (let start = 0; start < bytes.length; start += size) request.write(bytes.subarray(start, start + size));
    request.end();
  });
  return { status: response.statusCode, body: JSON.parse(await text(response)) };
}

/** Each way to mount the handler: given it, answers one request as it would come over the wire. */
type Mount = (handler: NotificationHandler, sent: Sent) => Promise<{ status: number | undefined; body: unknown }>;

function overHttp(listenerOf: (handler: NotificationHandler) => RequestListener): Mount {
  return async (handler, sent) => {
    let answered: Awaited<ReturnType<Mount>> | undefined;
    await withServer(listenerOf(handler), async (port) => void (answered = await send(port, sent)));
    return answered ?? { status: undefined, body: undefined };
  };
}

function webRequest({ body, headers, pieces = 1 }: Sent): Request {
  const list = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  const bytes = Buffer.from(body);
  const size = Math.ceil(bytes.length / pieces);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let start = 0; start < bytes.length; start += size) controller.enqueue(bytes.subarray(start, start + size));
      controller.close();
    },
  });
  return new Request('https://shop.example/notify', { method: 'POST', body: stream, headers: list, duplex: 'half' } as RequestInit);
}

async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}

const mounts: Readonly<Record<string, Mount>> = {
  'a Web handler': async (handler, sent) => answerOf(await handler(webRequest(sent))),
  'a Next route': async (handler, sent) => {
    const route = { POST: handler };
    return answerOf(await route.POST(webRequest(sent)));
  },
  Hono: async (handler, sent) => {
    const app = new Hono().post('/notify', (context) => handler(context.req.raw));
    return answerOf(await app.request(webRequest(sent)));
  },
  'node:http': overHttp((handler) => toNodeListener(handler)),
  Express: overHttp((handler) => express().post('/notify', toNodeListener(handler))),
  'Express with express.raw()': overHttp((handler) =>
    express()
      .use(express.raw({ type: '*/*', limit: '2mb' }))
      .post('/notify', toNodeListener(handler)),
  ),
  'Express with express.text()': overHttp((handler) =>
    express()
      .use(express.text({ type: '*/*', limit: '2mb' }))
      .post('/notify', toNodeListener(handler)),
  ),
  Fastify: async (handler, sent) => {
    const app = fastify({ bodyLimit: 2 ** 22 });
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    app.post('/notify', async ({ headers, body }, reply) => {
      const response = await handler({ headers, body });
      return reply
        .code(response.status)
        .type('application/json')
        .send(await response.text());
    });
    const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
    try {
      return await send(port, sent);
    } finally {
      await app.close();
    }
  },
};

const spellings: Readonly<Record<string, string>> = {
  plain: paid,
  spaced: '{ "order": { "orderID": "1042" },\r\n\t"payment": { "ntpID": "7", "status": 3 } }\n',
  escaped: '{"order":{"orderID":"1042","data":{"a":"\\u0218\\/\\ud83d\\ude00"}},"payment":{"ntpID":"7","status":3}}',
  'with diacritics': '{"order":{"orderID":"1042","data":{"name":"Ștefan Țîrlă 😀"}},"payment":{"ntpID":"7","status":3}}',
};

describe.each(Object.entries(mounts))('the handler in %s', (_, mount) => {
  const json = { 'content-type': 'application/json' };

  it.each(Object.entries(spellings))('takes a body that is %s, whole and in pieces', async (_name, body) => {
    for (const pieces of [1, 9]) {
      const { handler, events, problems } = createShop();
      const answered = await mount(handler, { body, headers: { ...json, 'Verification-token': signBody(signer, body) }, pieces });
      expect({ ...answered, problems }).toEqual({ status: 200, body: accepted, problems: [] });
      expect(events).toHaveLength(1);
    }
  });

  it('takes the header in lower case and refuses it when it comes twice', async () => {
    const { handler, events } = createShop();
    const token = signBody(signer, paid);
    expect((await mount(handler, { body: paid, headers: { ...json, 'verification-token': token } })).status).toBe(200);
    expect((await mount(handler, { body: paid, headers: { ...json, 'Verification-token': [token, token] } })).status).toBe(400);
    expect(events).toHaveLength(1);
  });

  it('refuses a forged one and a body that was changed, and asks for it again', async () => {
    const { handler, events } = createShop();
    const forged = { ...json, 'Verification-token': signBody(createSigner(), paid) };
    expect(await mount(handler, { body: paid, headers: forged })).toMatchObject({ status: 503, body: { errorType: 1 } });
    const genuine = { ...json, 'Verification-token': signBody(signer, paid) };
    expect(await mount(handler, { body: paid.replace('200', '900'), headers: genuine })).toMatchObject({ status: 503 });
    expect(events).toEqual([]);
  });

  it('answers a body of more than 1 MiB with 413', async () => {
    const { handler, events } = createShop();
    const body = ' '.repeat(2 ** 20 + 100_000);
    const headers = { 'content-type': 'text/plain', 'Verification-token': signBody(signer, body) };
    expect(await mount(handler, { body, headers, pieces: 40 })).toMatchObject({ status: 413, body: { errorType: 2 } });
    expect(events).toEqual([]);
  });
});

describe('the handler after express.json()', () => {
  it('never accepts, names the fix and asks for the notification again', async () => {
    const { handler, events, problems } = createShop();
    const mount = overHttp(() => express().use(express.json()).post('/notify', toNodeListener(handler)));
    const headers = { 'content-type': 'application/json', 'Verification-token': signBody(signer, paid) };
    expect(await mount(handler, { body: paid, headers })).toMatchObject({ status: 503, body: { errorType: 1 } });
    expect(events).toEqual([]);
    expect(problems).toEqual([expect.any(InputError)]);
    expect(String(problems[0])).toContain('express.raw(');
  });

  it('reads the stream where express.json() left it alone, though Express 4 sets an empty body', async () => {
    const { handler, events } = createShop();
    const mount = overHttp(() => (request, response) => void toNodeListener(handler)(Object.assign(request, { body: {} }), response));
    expect((await mount(handler, { body: paid, headers: { 'Verification-token': signBody(signer, paid) } })).status).toBe(200);
    expect(events).toHaveLength(1);
  });

  it('takes the raw body that Nest and cloud functions keep beside the parsed one', async () => {
    const { handler } = createShop();
    const keep = express.json({ verify: (request, _, buffer) => void Object.assign(request, { rawBody: buffer }) });
    const mount = overHttp(() => express().use(keep).post('/notify', toNodeListener(handler)));
    const headers = { 'content-type': 'application/json', 'Verification-token': signBody(signer, paid) };
    expect((await mount(handler, { body: paid, headers })).status).toBe(200);
  });
});

describe('toNodeListener', () => {
  it('answers when the sender hangs up in the middle, and the server goes on', async () => {
    const { handler, problems } = createShop();
    await withServer(toNodeListener(handler), async (port) => {
      const cut = httpRequest({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': 100, 'Verification-token': 'a' } });
      cut.on('error', () => {});
      cut.write('{');
      await new Promise((resolve) => setTimeout(resolve, 20));
      cut.destroy();
      await vi.waitFor(() => expect(problems).toHaveLength(1), { timeout: 20_000 });
      expect((await send(port, { body: paid, headers: { 'Verification-token': signBody(signer, paid) } })).status).toBe(200);
    });
  });
});
