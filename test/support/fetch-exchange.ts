import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from './exchange.js';
import type { Entry } from './ledger.js';
import { serialize } from './wire.js';

/** The exchange inside one process: what a socket would do becomes a rejected fetch or a body that breaks. */
export function createFetchExchange(
  about: { entry: Entry; entries: readonly Entry[]; apply: () => Promise<Response> },
  settle: { resolve: (response: Response) => void; reject: (reason: unknown) => void },
): Exchange {
  const { entry, entries, apply } = about;
  const broken = (how: 'reset' | 'end'): void => settle.reject(new TypeError('fetch failed', { cause: brokenSocket(how) }));

  async function part(response: Response, keep: number, after: (controller: ReadableStreamDefaultController) => Promise<void> | void) {
    const { head, body } = await serialize(response);
    const kept = Buffer.concat([head, body]).subarray(0, keep).length - head.length;
    entry.answered = 'part';
    if (kept < 0) return false;
    const start = (controller: ReadableStreamDefaultController): Promise<void> | void => {
      if (kept > 0) controller.enqueue(new Uint8Array(body.subarray(0, kept)));
      return after(controller);
    };
    settle.resolve(new Response(new ReadableStream({ start }), response));
    return true;
  }

  return {
    entry,
    entries,
    apply,
    async send(response) {
      entry.answered = 'whole';
      settle.resolve(response);
    },
    async cut(response, keep, how) {
      const started = await part(response, keep, (controller) => {
        if (how !== 'hang') controller.error(new TypeError('terminated', { cause: brokenSocket(how) }));
      });
      if (!started && how !== 'hang') broken(how);
    },
    async drip(response, size, pause) {
      const { body } = await serialize(response);
      await part(response, -body.length, async (controller) => {
        for (let start = 0; start < body.length; start += size) {
          if (pause > 0) await wait(pause);
          controller.enqueue(new Uint8Array(body.subarray(start, start + size)));
        }
        controller.close();
      });
    },
    raw: (_bytes, how) => (how === 'hang' ? undefined : broken(how)),
    reset: () => broken('reset'),
    end: () => broken('end'),
    wait: (milliseconds) => wait(milliseconds),
  };
}

function brokenSocket(how: 'reset' | 'end'): Error {
  const code = how === 'reset' ? 'ECONNRESET' : 'UND_ERR_SOCKET';
  return Object.assign(new Error(how === 'reset' ? 'read ECONNRESET' : 'other side closed'), { code, syscall: 'read' });
}
