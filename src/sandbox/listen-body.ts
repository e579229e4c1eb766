import type { IncomingMessage } from 'node:http';
import { joinChunks } from './body.js';
import { bodyLimit } from './call.js';

// Beyond this a client is cut off; up to it the rest is read and thrown away, so that it gets to read its 413.
const discardLimit = 16 * bodyLimit;

/** The body of a request, or `incomplete` when the connection ended before it was complete. */
export function readBody(request: IncomingMessage): Promise<Uint8Array | 'too-large' | 'incomplete'> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else if (size > discardLimit) resolve('too-large');
    });
    request.on('end', () => resolve(size > bodyLimit ? 'too-large' : joinChunks(chunks, size)));
    request.on('error', () => resolve('incomplete'));
    request.on('close', () => resolve('incomplete'));
  });
}
