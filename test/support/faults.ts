import { gzipSync } from 'node:zlib';
import type { Exchange, Fault } from './exchange.js';
import { hideRecent } from './list-lag.js';

/** Answers without carrying the request out. */
export function refuse(status: number, headers: Record<string, string> = {}, body: unknown = { message: 'Refused.' }): Fault {
  return (exchange) => exchange.send(answer(status, headers, body));
}

/** Carries the request out and then claims it failed. */
export function applyThen(status: number, headers: Record<string, string> = {}, body: unknown = { message: 'Server Error' }): Fault {
  return async (exchange) => {
    await exchange.apply();
    await exchange.send(answer(status, headers, body));
  };
}

/** Carries the request out and sends only the first `keep` bytes of the true answer. */
export function cutAt(keep: number, how: 'reset' | 'end' | 'hang'): Fault {
  return async (exchange) => exchange.cut(await exchange.apply(), keep, how);
}

/** Gives no answer now and carries the request out later, when the client may have left. */
export function applyLate(milliseconds: number): Fault {
  return async (exchange) => {
    await exchange.wait(milliseconds);
    await exchange.send(await exchange.apply());
  };
}

/** Carries the request out and replaces the body of its answer. */
export function rewrite(change: (text: string) => string | Buffer, headers: Record<string, string> = {}): Fault {
  return async (exchange) => {
    const response = await exchange.apply();
    const changed = change(await response.text());
    const body = typeof changed === 'string' ? changed : new Uint8Array(changed);
    await exchange.send(new Response(body, { status: response.status, headers: { 'content-type': 'application/json', ...headers } }));
  };
}

/** Acts only on a warm connection, where runtimes are tempted to send the request again by themselves. */
export function whenWarm(fault: Fault): Fault {
  return async (exchange) => (exchange.entry.turn > 1 ? fault(exchange) : exchange.send(await exchange.apply()));
}

/** Leaves links out of a list that were created less than `milliseconds` ago, all of them or those that are chosen. */
export function lagList(milliseconds: number, hides?: () => boolean): Fault {
  return async (exchange) => exchange.send(await hideRecent(await exchange.apply(), exchange.entries, milliseconds, hides));
}

const afterApply = (act: (exchange: Exchange, response: Response) => Promise<void> | void): Fault => {
  return async (exchange) => act(exchange, await exchange.apply());
};

/** Every fault that needs no argument, by name. */
export const faults = {
  'reset before apply': (exchange) => exchange.reset(),
  'end before apply': (exchange) => exchange.end(),
  'stall before apply': () => undefined,
  'reset after apply': afterApply((exchange) => exchange.reset()),
  'end after apply': afterApply((exchange) => exchange.end()),
  'stall after apply': afterApply(() => undefined),
  'reset in head': cutAt(12, 'reset'),
  'end in head': cutAt(12, 'end'),
  'reset in body': cutAt(-20, 'reset'),
  'end in body': cutAt(-20, 'end'),
  'stall in body': cutAt(-20, 'hang'),
  'one byte at a time': afterApply((exchange, response) => exchange.drip(response, 1, 0)),
  drip: afterApply((exchange, response) => exchange.drip(response, 40, 20)),
  'half close': afterApply(async (exchange, response) => {
    await exchange.send(response);
    exchange.end();
  }),
  'close when idle': afterApply(async (exchange, response) => {
    await exchange.send(response);
    void exchange.wait(exchange.entry.index % 7).then(() => exchange.end());
  }),
  'warm reset before apply': whenWarm((exchange) => exchange.reset()),
  'warm reset after apply': whenWarm(afterApply((exchange) => exchange.reset())),
  'warm end after apply': whenWarm(afterApply((exchange) => exchange.end())),
  'garbage after apply': afterApply((exchange) => exchange.raw('\u0000\u0001 this is not HTTP\r\n\r\n', 'end')),
  'continue first': afterApply(async (exchange, response) => {
    exchange.raw('HTTP/1.1 100 Continue\r\n\r\n', 'hang');
    await exchange.send(response);
  }),
  'early hints first': afterApply(async (exchange, response) => {
    exchange.raw('HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n', 'hang');
    await exchange.send(response);
  }),
  'switching protocols after apply': afterApply((exchange) =>
    exchange.raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n', 'end'),
  ),
  'truncated JSON': rewrite((text) => text.slice(0, text.length / 2)),
  'byte order mark': rewrite((text) => `\ufeff${text}`),
  'cut gzip': rewrite((text) => halfOf(gzipSync(text)), { 'content-encoding': 'gzip' }),
  html: rewrite(() => '<!doctype html><title>Just a moment</title>', { 'content-type': 'text/html' }),
  empty: rewrite(() => ''),
} satisfies Record<string, Fault>;

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

function answer(status: number, headers: Record<string, string>, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}
