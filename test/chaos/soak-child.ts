import { getEventListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createLinksClient, type LinksClient } from '../../src/index.js';
import { optionsFor } from './settings.js';
import { runWide } from './wide.js';

/** What a client leaves behind in its process after many calls. */
export interface Remains {
  readonly calls: number;
  readonly failed: number;
  /** Bytes of heap in use after each thousand calls, garbage collected. */
  readonly heaps: readonly number[];
  readonly listeners: number;
  readonly timers: number;
  readonly complaints: readonly string[];
}

const batch = 1_000;
const width = 50;

/** Makes calls that end in every way, many at once, on one shared signal. */
async function soak(origin: string, calls: number): Promise<Remains> {
  const complaints: string[] = [];
  const complain = (what: unknown): void => void complaints.push(String(what));
  process.on('unhandledRejection', complain).on('warning', complain);
  const { signal } = new AbortController();
  const clients = Array.from({ length: 50 }, (_, index) => {
    const { settle: _settle, ...options } = optionsFor(`${origin}/s${index}`);
    return createLinksClient({ ...options, onDrift: () => undefined });
  });
  const heaps: number[] = [];
  let failed = 0;
  for (let made = 0; made < calls; made += batch) {
    const work = Array.from({ length: batch }, (_, index) => () => call(clients[index % clients.length], made + index, signal));
    await runWide(width, work, (succeeded) => (failed += succeeded ? 0 : 1));
    heaps.push(await measureHeap());
  }
  await wait(500);
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  return { calls, failed, heaps, listeners: getEventListeners(signal, 'abort').length, timers, complaints };
}

async function call(links: LinksClient | undefined, turn: number, signal: AbortSignal): Promise<boolean> {
  try {
    if (turn % 40 === 0) await links?.list({ signal });
    else if (turn % 5 === 0) await links?.get(`nobody-${turn}`, { signal });
    else if (turn % 5 === 1) await links?.publish('nobody', { signal });
    else await links?.create({ product: `soak ${turn}`, amount: 1 }, { signal });
    return true;
  } catch {
    return false;
  }
}

async function measureHeap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await wait(20);
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

const [, , origin = '', calls = '10000'] = process.argv;
console.log(JSON.stringify(await soak(origin, Number(calls))));
