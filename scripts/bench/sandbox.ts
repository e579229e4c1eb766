import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { interleave, ratios, type Subject } from './interleave.js';
import { printAim, printTable } from './print.js';
import { median, range } from './statistics.js';

/** The server as it is published: bundled, and run without a loader that would slow it down. */
async function bundleServer(folder: string): Promise<string> {
  const outfile = join(folder, 'server.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('sandbox-server.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Work {
  readonly title: string;
  readonly links: number;
  readonly methods: readonly ('GET' | 'POST')[];
  readonly answers: number;
}

const rounds = 15;
const works: readonly Work[] = [
  { title: 'create', links: 0, methods: ['POST'], answers: 2000 },
  { title: 'list of 10 000', links: 10_000, methods: ['GET'], answers: 20 },
  { title: 'list of 10 000, each after a create', links: 10_000, methods: ['POST', 'GET'], answers: 20 },
];

async function start(program: string, kind: string, links: number): Promise<Server> {
  const child = fork(program, [kind, String(links)], { execArgv: [] });
  const [message] = await once(child, 'message');
  return { child, ...message };
}

async function readProcessor({ child }: Server): Promise<number> {
  const answer = once(child, 'message');
  child.send('cpu');
  const [{ cpu }] = await answer;
  return cpu;
}

function send({ url, headers, body }: Server, agent: Agent, method: 'GET' | 'POST'): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/links`, { method, agent, headers }, (response) => response.resume().on('end', resolve));
    sent.on('error', reject).end(method === 'POST' ? body : undefined);
  });
}

/** Microseconds of the server's processor time for each answer, eight connections at once. */
async function measure(server: Server, agent: Agent, { methods, answers }: Work): Promise<number> {
  const before = await readProcessor(server);
  let left = answers;
  const worker = async (): Promise<void> => {
    while (left-- > 0) for (const method of methods) await send(server, agent, method);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return ((await readProcessor(server)) - before) / answers;
}

async function measureWork(program: string, work: Work): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const kinds = [
    ['bare node:http', 'bare'],
    ['sandbox', 'sandbox'],
    ['bare again (A/A)', 'bare'],
  ] as const;
  const servers = await Promise.all(kinds.map(([, kind]) => start(program, kind, work.links)));
  const subjects = servers.map((server, index): Subject => ({ name: kinds[index]?.[0] ?? '', sample: () => measure(server, agent, work) }));
  await interleave(subjects, 2);
  const samples = await interleave(subjects, rounds);
  const base = samples.get('bare node:http') ?? [];
  const rows = [...samples].map(([name, values]) => [
    name,
    median(values).toFixed(0),
    median(ratios(values, base)).toFixed(2),
    range(ratios(values, base), 2),
  ]);
  printTable(`Sandbox: ${work.title}`, ['server', 'µs of CPU per answer', '× bare', 'middle 80 %'], rows);
  printAim(`${work.title} by the sandbox`, median(ratios(samples.get('sandbox') ?? [], base)), 2, '× a bare handler');
  agent.destroy();
  for (const { child } of servers) child.disconnect();
}

/** What the sandbox costs next to a handler that writes the same answers and does nothing else. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-bench-'));
  try {
    const program = await bundleServer(folder);
    for (const work of works) await measureWork(program, work);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
