import type { WireRequest } from './wire.js';

export type Handler = (request: Request) => Promise<Response>;

/** What truly happened to one request, kept apart from what the client was told. */
export interface Entry extends WireRequest {
  readonly index: number;
  readonly connection: number;
  /** 1 for the first request on its connection, more on a warm one. */
  readonly turn: number;
  readonly receivedAt: number;
  /** False when the connection was cut before the whole request had been read. */
  readonly complete: boolean;
  fault?: string;
  /** Position among all requests the handler has carried out. */
  sequence?: number;
  appliedAt?: number;
  status?: number;
  /** The handler's answer, as JSON when it was JSON. */
  result?: unknown;
  answered: 'none' | 'part' | 'whole';
}

export interface Ledger {
  readonly entries: Entry[];
  record(request: WireRequest, about: { connection: number; turn: number; complete: boolean }): Entry;
  /** Carries a request out, one at a time over the whole server, so that `sequence` is the one true order. */
  apply(entry: Entry, run: () => Promise<Response>): Promise<Response>;
}

/** Milliseconds that processes of one machine agree on. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** A request that waited longer than `longestWork` milliseconds is dropped, as by a server that bounds what it has in flight. */
export function createLedger(longestWork = Infinity): Ledger {
  const entries: Entry[] = [];
  let applied = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function carryOut(entry: Entry, run: () => Promise<Response>): Promise<Response> {
    if (now() - entry.receivedAt > longestWork) throw new Error('The request waited too long to be carried out.');
    const response = await run();
    const text = await response.text();
    entry.sequence = applied += 1;
    entry.appliedAt = now();
    entry.status = response.status;
    entry.result = parse(text);
    return new Response(response.status === 204 ? null : text, response);
  }

  return {
    entries,
    record(request, about) {
      const entry: Entry = { ...request, ...about, index: entries.length, receivedAt: now(), answered: 'none' };
      entries.push(entry);
      return entry;
    },
    apply(entry, run) {
      const result = last.then(() => carryOut(entry, run));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
