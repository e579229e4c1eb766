import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { order } from './answers.js';
import { interleave, ratios, type Subject } from './interleave.js';
import { printAim, printTable } from './print.js';
import { clients, prepareProject, type ClientName, type Connected } from './project.js';
import { median, range } from './statistics.js';

const warmUps = 2;
const rounds = 15;
const callsInSample = 600;

const works = {
  get: (client: Connected) => client.get('98e8c0a4-5f9f-4b4a-9d0a-000000000001'),
  create: (client: Connected) => client.create(order),
} as const;

/** Microseconds of wall time, and of this process's CPU time, for each call with so many under way at once. */
async function measure(call: () => Promise<unknown>, concurrency: number): Promise<{ readonly wall: number; readonly cpu: number }> {
  let left = callsInSample;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const before = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const wall = ((performance.now() - started) * 1000) / callsInSample;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / callsInSample };
}

async function measureWork(connected: ReadonlyMap<string, Connected>, work: keyof typeof works, concurrency: number): Promise<void> {
  const spent = new Map([...connected.keys()].map((name): [string, number[]] => [name, []]));
  const subjects = [...connected].map(([name, client]): Subject => ({
    name,
    async sample() {
      const { wall, cpu } = await measure(() => works[work](client), concurrency);
      spent.get(name)?.push(cpu);
      return wall;
    },
  }));
  await interleave(subjects, warmUps);
  const samples = await interleave(subjects, rounds);
  const against = (all: ReadonlyMap<string, readonly number[]>, name: string): readonly number[] =>
    ratios(all.get(name)?.slice(-rounds) ?? [], all.get('raw fetch')?.slice(-rounds) ?? []);
  const rows = [...samples].map(([name, values]) => {
    const times = against(samples, name);
    const cpu = against(spent, name);
    return [name, (1e6 / median(values)).toFixed(0), median(times).toFixed(2), range(times, 2), median(cpu).toFixed(2), range(cpu, 2)];
  });
  const header = ['client', 'calls/s', 'time × raw fetch', 'middle 80 %', 'CPU × raw fetch', 'middle 80 %'];
  printTable(`Loopback: ${work}, ${concurrency} at once`, header, rows);
  printAim(`time of ${work} over loopback`, median(against(samples, 'paylinks')), 1.15, '× raw fetch');
  if (concurrency === 1) return;
  const aim = process.versions.node.startsWith('20.') ? 0.45 : 0.75;
  printAim(`CPU of ${work} over node:http`, median(against(spent, 'paylinks over node:http')), aim, '× raw fetch');
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
