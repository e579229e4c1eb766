import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultServer } from '../support/fault-server.js';
import { listenOnLoopback } from '../support/port.js';

/** Every now and then nobody listens for a moment. */
export function causeOutages(server: FaultServer, rate: number): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await wait(400, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (rate === 0 || stopped.signal.aborted) continue;
      await server.refuse();
      await wait(20);
      await server.accept();
    }
  };
  const running = run();
  return {
    stop() {
      stopped.abort();
      return running;
    },
  };
}

/** A server that no client should ever reach. */
export async function startSink(): Promise<{ origin: string; visits(): number; close(): Promise<void> }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
  });
  const port = await listenOnLoopback(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    visits: () => visits,
    async close() {
      server.close();
    },
  };
}
