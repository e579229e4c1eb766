import { once } from 'node:events';
import type { Server } from 'node:net';

/** Listens on loopback, on a port that is free unless one is named, and tells which it is. */
export async function listenOnLoopback(server: Server, port = 0): Promise<number> {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
