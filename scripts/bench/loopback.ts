import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { order } from './answers.js';
import { interleave, ratios, type Subject } from './interleave.js';
import { printAim, printTable } from './print.js';
import { clients, prepareProject, type ClientName, type Connected } from './project.js';
import { median, range } from './statistics.js';

const rounds = 15;
const callsInSample = 600;

const works = {
  get: (client: Connected) => client.get('98e8c0a4-5f9f-4b4a-9d0a-000000000001'),
  create: (client: Connected) => client.create(order),
} as const;

/** Microseconds of wall time for each call, with so many under way at once. */
async function measure(call: () => Promise<unknown>, concurrency: number): Promise<number> {
  let left = callsInSample;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return ((performance.now() - started) * 1000) / callsInSample;
}

async function measureWork(connected: ReadonlyMap<string, Connected>, work: keyof typeof works, concurrency: number): Promise<void> {
  const subjects = [...connected].map(([name, client]): Subject => ({
    name,
    sample: () => measure(() => works[work](client), concurrency),
  }));
  await interleave(subjects, 2);
  const samples = await interleave(subjects, rounds);
  const base = samples.get('raw fetch') ?? [];
  const rows = [...samples].map(([name, values]) => {
    const times = ratios(values, base);
    return [name, (1e6 / median(values)).toFixed(0), median(times).toFixed(2), range(times, 2)];
  });
  printTable(`Loopback: ${work}, ${concurrency} at once`, ['client', 'calls/s', 'time × raw fetch', 'middle 80 %'], rows);
  printAim(`time of ${work} over loopback`, median(ratios(samples.get('paylinks') ?? [], base)), 1.15, '× raw fetch');
}

/** Throughput against a server in another process, 1 and 50 calls at once. */
export async function run(): Promise<void> {
  const project = await prepareProject();
  const server = fork(fileURLToPath(new URL('loopback-server.ts', import.meta.url)));
  const [port] = await once(server, 'message');
  const options = { baseUrl: `http://127.0.0.1:${port}/api`, appKey: 'bench-key', token: 'bench-token' };
  const connected = new Map<string, Connected>();
  for (const name of Object.keys(clients) as ClientName[]) connected.set(name, await project.connect(name, options));
  connected.set('raw fetch again (A/A)', await project.connect('raw fetch', options));
  for (const concurrency of [1, 50]) {
    await measureWork(connected, 'get', concurrency);
    await measureWork(connected, 'create', concurrency);
  }
  server.disconnect();
}
