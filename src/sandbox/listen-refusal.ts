import type { Socket } from 'node:net';
import { builtins } from './builtin.js';

const refusals: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The request headers are too large.'],
};

/** Answers what is no HTTP, or came too slowly, and hangs up. */
export function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, message] = refusals[error.code ?? ''] ?? [400, 'The request is malformed.'];
  const body = JSON.stringify({ message });
  const { STATUS_CODES } = builtins('listen').getBuiltinModule('node:http');
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
