import { bodyFor, linkBody, listBody, order } from './answers.js';
import { interleave, ratios, type Subject } from './interleave.js';
import { printAim, printTable } from './print.js';
import { clients, prepareProject, type ClientName, type Connected, type Project } from './project.js';
import { median, range } from './statistics.js';

interface Work {
  readonly title: string;
  /** How many links the list holds. */
  readonly size: number;
  /** Calls in one sample. */
  readonly repeats: number;
  readonly rounds: number;
  /** What a call of ours may cost, in calls of raw fetch. */
  readonly aim?: number;
  call(client: Connected): Promise<unknown>;
}

const works: readonly Work[] = [
  { title: 'get', size: 1, repeats: 1500, rounds: 21, aim: 1.5, call: (client) => client.get('98e8c0a4-5f9f-4b4a-9d0a-000000000001') },
  { title: 'create', size: 1, repeats: 1500, rounds: 21, aim: 1.5, call: (client) => client.create(order) },
  { title: 'list of 100', size: 100, repeats: 100, rounds: 15, call: (client) => client.list() },
  { title: 'list of 10 000', size: 10_000, repeats: 2, rounds: 11, aim: 1.15, call: (client) => client.list() },
];

const headers = { 'content-type': 'application/json' };

/** A server in memory: answers at once, so that what is measured is the client. */
function createServer(size: number): (input: string | Request, init?: RequestInit) => Promise<Response> {
  const list = listBody(size);
  return async (input, init) => {
    const request = typeof input === 'object' && 'url' in input ? input : { url: String(input), method: init?.method ?? 'GET' };
    return new Response(bodyFor(request.method, request.url, list), { headers });
  };
}

/** CPU time of the process in microseconds for each call, user and system together. */
async function measure(work: Work, client: Connected): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < work.repeats; count += 1) await work.call(client);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / work.repeats;
}

/** The client, after its answers were looked at: one that fails quickly must not count as fast. */
async function connectChecked(project: Project, name: ClientName, work: Work): Promise<Connected> {
  const options = { baseUrl: 'https://api.example.test/api', appKey: 'bench-key', token: 'bench-token', fetch: createServer(work.size) };
  const client = await project.connect(name, options);
  const { id } = JSON.parse(linkBody);
  const seen = [(await client.get(id)).id, (await client.create(order)).id, (await client.list()).length];
  if (seen.join() !== [id, id, work.size].join()) throw new Error(`${name} gives ${seen.join()}`);
  return client;
}

async function measureWork(project: Project, work: Work): Promise<void> {
  const subjects: Subject[] = [];
  const names: ClientName[] = Object.keys(clients) as ClientName[];
  for (const name of [...names, 'raw fetch'] as const) {
    const client = await connectChecked(project, name, work);
    // The second raw fetch is the A/A row: what it differs by is noise.
    const label = subjects.some((subject) => subject.name === name) ? `${name} again (A/A)` : name;
    subjects.push({ name: label, sample: () => measure(work, client) });
  }
  await interleave(subjects, 3);
  const samples = await interleave(subjects, work.rounds);
  const base = samples.get('raw fetch') ?? [];
  const rows = [...samples].map(([name, values]) => {
    const times = ratios(values, base);
    return [name, median(values).toFixed(1), range(values, 1), median(times).toFixed(2), range(times, 2)];
  });
  printTable(`CPU of one call: ${work.title}`, ['client', 'µs', 'middle 80 %', '× raw fetch', 'middle 80 %'], rows);
  const own = median(ratios(samples.get('paylinks') ?? [], base));
  if (work.aim !== undefined) printAim(`CPU of ${work.title}`, own, work.aim, '× raw fetch');
}

/** Per-call CPU in memory, each client as it comes, against raw fetch. */
export async function run(): Promise<void> {
  const project = await prepareProject();
  for (const work of works) await measureWork(project, work);
}
