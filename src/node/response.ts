import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
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
  readonly #signal: AbortSignal | null | undefined;

  constructor(message: IncomingMessage, url: string, signal: AbortSignal | null | undefined) {
    const { statusCode = 0, statusMessage = '' } = message;
    this.status = statusCode;
    this.statusText = statusMessage;
    this.ok = statusCode >= 200 && statusCode < 300;
    this.url = url;
    this.headers = new MessageHeaders(message.headers);
    this.body = decode(message);
    this.#signal = signal;
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
    try {
      for await (const chunk of this.body) chunks.push(chunk);
    } catch (error) {
      throw this.#signal?.aborted ? this.#signal.reason : error;
    }
    return Buffer.concat(chunks);
  }
}

class MessageHeaders implements NodeHeaders {
  readonly #headers: IncomingHttpHeaders;

  constructor(headers: IncomingHttpHeaders) {
    this.#headers = headers;
  }

  get(name: string): string | null {
    const value = this.#headers[name.toLowerCase()];
    return (typeof value === 'object' ? value.join(', ') : value) ?? null;
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  *[Symbol.iterator](): IterableIterator<[name: string, value: string]> {
    for (const name of Object.keys(this.#headers)) yield [name, this.get(name) ?? ''];
  }
}

const decoders = new Map<string | undefined, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function decode(message: IncomingMessage): Readable {
  const createDecoder = decoders.get(message.headers['content-encoding']?.toLowerCase());
  // A failure reaches whoever reads the decoded end.
  return createDecoder === undefined ? message : pipeline(message, createDecoder(), () => {});
}
