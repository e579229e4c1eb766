import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from './exchange.js';
import type { Entry } from './ledger.js';
import { serialize } from './wire.js';

/** The exchange over a real socket: resets are RST, ends are FIN, bytes are bytes. */
export function createSocketExchange(
  socket: Socket,
  about: { entry: Entry; entries: readonly Entry[]; apply: () => Promise<Response> },
): Exchange {
  const { entry, entries, apply } = about;

  async function write(bytes: Buffer): Promise<void> {
    if (!socket.writable || bytes.length === 0) return;
    entry.answered = 'part';
    await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
  }

  async function bytesOf(response: Response): Promise<Buffer> {
    const { head, body } = await serialize(response);
    return Buffer.concat([head, body]);
  }

  function finish(how: 'reset' | 'end' | 'hang'): void {
    if (how === 'reset') socket.resetAndDestroy();
    if (how === 'end') socket.end();
  }

  return {
    entry,
    entries,
    apply,
    async send(response) {
      const open = socket.writable;
      await write(await bytesOf(response));
      if (open) entry.answered = 'whole';
    },
    async cut(response, keep, how) {
      const bytes = await bytesOf(response);
      await write(bytes.subarray(0, keep));
      finish(how);
    },
    async drip(response, size, pause) {
      const bytes = await bytesOf(response);
      for (let start = 0; start < bytes.length && socket.writable; start += size) {
        await write(bytes.subarray(start, start + size));
        if (pause > 0) await wait(pause);
      }
      if (socket.writable) entry.answered = 'whole';
    },
    raw(bytes, how) {
      entry.answered = 'part';
      if (!socket.writable) return;
      socket.write(bytes, () => finish(how));
    },
    reset: () => finish('reset'),
    end: () => finish('end'),
    wait: (milliseconds) => wait(milliseconds),
  };
}
