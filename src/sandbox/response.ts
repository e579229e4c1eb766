import { bytesOf, isBodiless, type Answer } from './answer.js';
import { findBuiltins } from './builtin.js';
import type { Exchange } from './handler.js';

/** The error that Node's `fetch` rejects with when a connection dies. */
export function failConnection(reason: string, code?: string): TypeError {
  return new TypeError('fetch failed', { cause: code === undefined ? new Error(reason) : Object.assign(new Error(reason), { code }) });
}

/** An exchange as `fetch` would deliver it, endings of faults included. A stalled one ends only through the signal. */
export function respond(exchange: Exchange, method: string, signal: AbortSignal | null): Response | Promise<never> {
  const { answer } = exchange;
  const { ending } = answer;
  if (ending?.kind === 'drop') {
    exchange.close(false);
    throw failConnection('read ECONNRESET', 'ECONNRESET');
  }
  if (ending?.kind === 'stall-headers') {
    exchange.close(false);
    return new Promise<never>((_, reject) => awaitAbort(signal, reject));
  }
  const { status, headers } = answer;
  exchange.close(ending === undefined);
  return new Response(method === 'HEAD' || isBodiless(status) ? null : openBody(answer, signal), { status, headers: { ...headers } });
}

function openBody(answer: Answer, signal: AbortSignal | null): BodyInit {
  const bytes = bytesOf(answer.body);
  const { ending } = answer;
  if (ending === undefined) return signal === null ? copy(bytes) : streamBody(bytes, signal, 'close');
  if (ending.kind === 'truncate')
    return ending.silent ? copy(bytes.subarray(0, ending.bytes)) : streamBody(bytes.subarray(0, ending.bytes), signal, 'fail');
  return streamBody('bytes' in ending ? bytes.subarray(0, ending.bytes) : bytes, signal, 'stall');
}

/** Detaches the bytes from the store's own. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** A body that fails with the caller's reason when the caller aborts before reading it, as one from the network does. */
function streamBody(bytes: Uint8Array, signal: AbortSignal | null, end: 'close' | 'fail' | 'stall'): ReadableStream<Uint8Array> {
  let sent = false;
  let release = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (signal?.aborted) return controller.error(signal.reason);
        if (!sent && bytes.length > 0) {
          sent = true;
          controller.enqueue(copy(bytes));
          if (end === 'close') controller.close();
          return undefined;
        }
        if (end === 'close') return controller.close();
        if (end === 'fail') return controller.error(failBody());
        return new Promise(() => (release = awaitAbort(signal, (reason) => controller.error(reason))));
      },
      cancel: () => release(),
    },
    { highWaterMark: 0 },
  );
}

/** The error that Node's `fetch` fails a body with when the connection dies. */
function failBody(): TypeError {
  return new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
}

// As long as Node's own `fetch` waits.
const longestWait = 300_000;

/** Waits for the caller to abort, and gives a way to stop that. A timer keeps the script going meanwhile, as the socket of a real stall does: Node ends one that waits for nothing but `AbortSignal.timeout`. */
function awaitAbort(signal: AbortSignal | null, react: (reason: unknown) => void): () => void {
  if (signal === null) return () => undefined;
  const timer = findBuiltins() === undefined ? undefined : setTimeout(() => undefined, longestWait);
  const act = (): void => {
    clearTimeout(timer);
    react(signal.reason);
  };
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', act);
  };
}
