import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { canary } from '../../test/support/canary.js';
import { startFaultServer, type FaultServer, type Plan } from '../../test/support/fault-server.js';
import { createRandom } from '../../test/support/random.js';
import { check } from './checker/index.js';
import { groupBy, seenIn } from './checker/evidence.js';
import { createFaultPlan } from './fault-plan.js';
import type { Call } from './history.js';
import { strangersMet } from './in-process.js';
import { addFindings, addShard, createReport, type Report } from './report.js';
import { aftermath, countShards, patience, type RunSettings } from './settings.js';
import { createWorld } from './world.js';

/** What the clients bring home: a history for each account, and whatever they left lying about. */
export interface Homecoming {
  readonly histories: readonly (readonly Call[])[];
  readonly leftovers: readonly string[];
}

type ServerSettings = Omit<RunSettings, 'create' | 'width' | 'once'>;

/** Runs the clients given against real sockets; they may live in this process or in another runtime. */
export async function runOverTcp(
  settings: ServerSettings,
  visit: (origin: string, shards: number) => Promise<Homecoming>,
): Promise<Report> {
  const report = createReport();
  const world = createWorld(settings.createSandbox, settings.seed, canary);
  const sink = await startSink();
  const server: FaultServer = await startFaultServer(
    world.handler,
    planFor(settings, sink.origin, () => server),
  );
  const outages = causeOutages(server, settings);
  const { histories, leftovers } = await visit(server.origin, countShards(settings.size));
  await outages.stop();
  await wait(aftermath);
  const byShard = groupBy(server.ledger.entries, (entry) => /^\/s(\d+)\//.exec(entry.target)?.[1] ?? '');
  histories.forEach((calls, index) => {
    const entries = byShard.get(String(index)) ?? [];
    const links = world.linksOf(index).flatMap((link) => seenIn(link) ?? []);
    const evidence = { calls, entries: settings.tamper ? settings.tamper(entries) : entries, links, limits: { ...patience, skew: 5 } };
    addShard(report, evidence, check(evidence));
  });
  const strangers = Array.from({ length: sink.visits() }, () => 'a stranger was called');
  addFindings(report, { I10: [...strangersMet(world), ...strangers], I12: [...leftovers] });
  await Promise.all([server.close(), sink.close()]);
  return report;
}

function planFor({ seed, rate }: ServerSettings, foreign: string, server: () => FaultServer): Plan {
  const random = createRandom(seed, 'connections');
  const early = (share: number): 'reset' | 'end' | undefined => {
    if (random() >= rate * share) return undefined;
    return random() < 0.5 ? 'reset' : 'end';
  };
  return {
    connection: () => early(0.1),
    head: () => early(0.05),
    request: createFaultPlan({ seed, rate, foreign }, () => server().ledger),
  };
}

/** Every now and then nobody listens for a moment. */
function causeOutages(server: FaultServer, { rate }: ServerSettings): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await wait(400, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (rate === 0 || stopped.signal.aborted) continue;
      await server.refuse();
      await wait(20);
      await server.accept();
    }
  };
  const running = run();
  return {
    stop() {
      stopped.abort();
      return running;
    },
  };
}

async function startSink(): Promise<{ origin: string; visits(): number; close(): Promise<void> }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    visits: () => visits,
    async close() {
      server.close();
    },
  };
}
