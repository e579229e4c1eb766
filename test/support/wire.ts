import type { Socket } from 'node:net';

/** One request as it came over the wire, before anything has interpreted it. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  /** Names as sent, in the order they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export type WireHead = Omit<WireRequest, 'body'>;

export interface Reader {
  /** Bytes up to and without the marker, or undefined once the peer has gone. */
  takeUntil(marker: string): Promise<Buffer | undefined>;
  take(count: number): Promise<Buffer | undefined>;
}

/** Turns a socket's events into reads that wait. */
export function createReader(socket: Socket): Reader {
  let pending: Buffer = Buffer.alloc(0);
  let ended = false;
  let wake = (): void => {};
  const finish = (): void => {
    ended = true;
    wake();
  };
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    wake();
  });
  socket.on('end', finish).on('close', finish).on('error', finish);

  async function takeWhen(find: () => { end: number; skip: number } | undefined): Promise<Buffer | undefined> {
    for (;;) {
      const found = find();
      if (found) {
        const taken = pending.subarray(0, found.end);
        pending = pending.subarray(found.end + found.skip);
        return taken;
      }
      if (ended) return undefined;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  return {
    take: (count) => takeWhen(() => (pending.length >= count ? { end: count, skip: 0 } : undefined)),
    takeUntil: (marker) =>
      takeWhen(() => {
        const end = pending.indexOf(marker);
        return end < 0 ? undefined : { end, skip: marker.length };
      }),
  };
}

export async function readHead(reader: Reader): Promise<WireHead | undefined> {
  const head = await reader.takeUntil('\r\n\r\n');
  if (!head) return undefined;
  const [requestLine = '', ...lines] = head.toString('latin1').split('\r\n');
  const [method = '', target = ''] = requestLine.split(' ');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  return { method, target, headers };
}

/** Reads the body the head announces; undefined when the peer leaves before its end. */
export async function readBody(reader: Reader, head: WireHead): Promise<string | undefined> {
  if (/chunked/i.test(headerOf(head, 'transfer-encoding') ?? '')) return readChunks(reader);
  const body = await reader.take(Number(headerOf(head, 'content-length') ?? 0));
  return body?.toString('utf8');
}

async function readChunks(reader: Reader): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  for (;;) {
    const size = Number.parseInt((await reader.takeUntil('\r\n'))?.toString('latin1') ?? '', 16);
    if (Number.isNaN(size)) return undefined;
    const chunk = await reader.take(size + 2);
    if (!chunk) return undefined;
    if (size === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(chunk.subarray(0, size));
  }
}

export function headerOf(head: WireHead, name: string): string | undefined {
  return head.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The bytes of a whole answer, head first; a length is always announced. */
export async function serialize(response: Response): Promise<{ head: Buffer; body: Buffer }> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name));
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return { head: Buffer.from(`HTTP/1.1 ${response.status} Answer\r\n${lines}content-length: ${body.length}\r\n\r\n`, 'latin1'), body };
}
