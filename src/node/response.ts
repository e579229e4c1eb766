import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { NodeBody, NodeHeaders, NodeResponse } from './types.js';

/** A response whose headers have come. */
export class MessageResponse implements NodeResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly url: string;
  readonly redirected = false;
  readonly type = 'basic';
  readonly headers: NodeHeaders;
  readonly body: NodeBody;

  constructor(message: IncomingMessage, url: string, signal: AbortSignal | null | undefined) {
    const { statusCode = 0, statusMessage = '' } = message;
    this.status = statusCode;
    this.statusText = statusMessage;
    this.ok = statusCode >= 200 && statusCode < 300;
    this.url = url;
    this.headers = new MessageHeaders(message.rawHeaders);
    this.body = new MessageBody(decode(message, this.headers.get('content-encoding')), signal);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(await this.#bytes()).buffer;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.#bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async #bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.body) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** Reads Node's flat list of names and values in place: the object that Node can make of it costs more than all that is asked of it. */
class MessageHeaders implements NodeHeaders {
  readonly #list: readonly string[];

  constructor(list: readonly string[]) {
    this.#list = list;
  }

  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let found: string | undefined;
    for (let index = 0; index < this.#list.length; index += 2) {
      if (this.#list[index]?.toLowerCase() !== wanted) continue;
      const value = this.#list[index + 1];
      found = found === undefined ? value : `${found}, ${value}`;
    }
    return found ?? null;
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  *[Symbol.iterator](): IterableIterator<[name: string, value: string]> {
    const names = new Set(this.#list.filter((_name, index) => index % 2 === 0).map((name) => name.toLowerCase()));
    for (const name of names) yield [name, this.get(name) ?? ''];
  }
}

/** Hands chunks on as they come: a stream's own iterator costs as much as sending a request. */
class MessageBody implements NodeBody {
  readonly #stream: Readable;
  readonly #signal: AbortSignal | null | undefined;

  constructor(stream: Readable, signal: AbortSignal | null | undefined) {
    this.#stream = stream;
    this.#signal = signal;
  }

  destroy(): void {
    this.#stream.destroy();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    const stream = this.#stream;
    const chunks: Uint8Array[] = [];
    let failure: { readonly error: unknown } | undefined;
    let wake: (() => void) | undefined;
    const changed = (): void => wake?.();
    stream
      .on('data', (chunk: Uint8Array) => {
        chunks.push(chunk);
        if (wake === undefined) stream.pause();
        changed();
      })
      .on('end', changed)
      .on('error', (error) => {
        failure = { error };
      })
      .on('close', changed);

    return {
      next: async () => {
        for (;;) {
          const value = chunks.shift();
          if (value !== undefined) return { done: false, value };
          if (stream.readableEnded) return { done: true, value: undefined };
          if (stream.closed) throw this.#signal?.aborted ? this.#signal.reason : (failure?.error ?? brokenOff());
          await new Promise<void>((resolve) => {
            wake = resolve;
            stream.resume();
          });
          wake = undefined;
        }
      },
      async return() {
        stream.destroy();
        return { done: true, value: undefined };
      },
    };
  }
}

const decoders = new Map<string | undefined, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function decode(message: IncomingMessage, encoding: string | null): Readable {
  const createDecoder = decoders.get(encoding?.toLowerCase());
  // A failure reaches whoever reads the decoded end.
  return createDecoder === undefined ? message : pipeline(message, createDecoder(), () => {});
}

// A stream that was destroyed before anybody listened keeps its error to itself.
function brokenOff(): Error {
  return Object.assign(new Error('the body broke off'), { code: 'ECONNRESET' });
}
