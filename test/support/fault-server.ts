import { createServer, type Socket } from 'node:net';
import type { Fault } from './exchange.js';
import { createLedger, type Entry, type Handler, type Ledger } from './ledger.js';
import { listenOnLoopback } from './port.js';
import { createSocketExchange } from './socket-exchange.js';
import { createReader, readBody, readHead, type WireHead, type WireRequest } from './wire.js';

/** Decides, at each point a request passes, whether something goes wrong there. */
export interface Plan {
  /** Milliseconds after which a request that was received is no longer carried out. */
  readonly longestWork?: number;
  /** Asked when a connection is accepted, before a byte is read. */
  connection?(index: number): 'reset' | 'end' | 'hang' | undefined;
  /** Asked when the head has been read and the body has not. */
  head?(head: WireHead, index: number): 'reset' | 'end' | 'hang' | undefined;
  /** Asked when the whole request has been read; `undefined` lets it pass. */
  request?(entry: Entry): Fault | undefined;
}

export interface FaultServer {
  readonly port: number;
  readonly origin: string;
  readonly ledger: Ledger;
  openSockets(): number;
  /** New connections are refused until `accept` is called; open ones live on. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  close(): Promise<void>;
}

/** A TCP server with its own HTTP parser in front of any handler, able to fail at every point between accept and the last byte. */
export async function startFaultServer(handler: Handler, plan: Plan = {}): Promise<FaultServer> {
  const ledger = createLedger(plan.longestWork);
  const sockets = new Set<Socket>();
  let connections = 0;
  let heads = 0;

  async function serve(socket: Socket, connection: number): Promise<void> {
    const reader = createReader(socket);
    for (let turn = 1; ; turn += 1) {
      const head = await readHead(reader);
      if (!head) return;
      const early = plan.head?.(head, (heads += 1));
      const body = early ? undefined : await readBody(reader, head);
      const entry = ledger.record({ ...head, body: body ?? '' }, { connection, turn, complete: body !== undefined });
      if (early === 'hang') await reader.take(Infinity);
      if (body === undefined) return breakOff(socket, early);
      await answer(socket, entry).catch(() => breakOff(socket, 'reset'));
      if (!socket.writable) return;
    }
  }

  async function answer(socket: Socket, entry: Entry): Promise<void> {
    const fault = plan.request?.(entry);
    const apply = (): Promise<Response> => ledger.apply(entry, () => handler(toRequest(entry)));
    const exchange = createSocketExchange(socket, { entry, entries: ledger.entries, apply });
    if (fault) return fault(exchange);
    await exchange.send(await apply());
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    const act = plan.connection?.((connections += 1));
    // A socket that is not read never learns that its peer has left.
    if (act === 'hang') return void socket.resume();
    if (act) return breakOff(socket, act);
    void serve(socket, connections);
  });

  const port = await listenOnLoopback(server);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    ledger,
    openSockets: () => sockets.size,
    refuse: async () => void server.close(),
    accept: async () => void (await listenOnLoopback(server, port)),
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function breakOff(socket: Socket, how: 'reset' | 'end' | 'hang' | undefined): void {
  if (how === 'end') socket.end();
  else socket.resetAndDestroy();
}

function toRequest(request: WireRequest): Request {
  const headers = request.headers.filter(([name]) => !/^(host|connection|content-length|transfer-encoding|expect)$/i.test(name));
  const host = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'localhost';
  return new Request(`http://${host}${request.target}`, {
    method: request.method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(request.body === '' ? {} : { body: request.body }),
  });
}
