import { setTimeout as wait } from 'node:timers/promises';
import { canary } from '../support/canary.js';
import { startFaultServer, type FaultServer, type Plan } from '../support/fault-server.js';
import { createRandom } from '../support/random.js';
import { check } from './checker/index.js';
import { groupBy, seenIn, type Finding } from './checker/evidence.js';
import { createFaultPlan } from './fault-plan.js';
import type { Call } from './history.js';
import { compareLedgers } from './replay.js';
import type { VisitSettings } from './visit.js';
import type { Entry } from '../support/ledger.js';
import { strangersMet } from './in-process.js';
import { addFindings, addShard, createReport, type Report } from './report.js';
import { aftermath, countShards, longestWork, patience, type RunSettings } from './settings.js';
import { causeOutages, startSink } from './surroundings.js';
import { createWorld } from './world.js';

/** What the clients bring home: a history for each account, and whatever they left lying about. */
export interface Homecoming {
  readonly histories: readonly (readonly Call[])[];
  readonly leftovers: readonly string[];
}

// Redirects of a repeated run point here; nothing follows them, or I10 would have shown it.
const nowhere = 'https://stranger.example';

type ServerSettings = Omit<RunSettings, 'create' | 'width'>;

/** Lives the accounts asked for, wherever the clients are. */
export type Visit = (errand: Pick<VisitSettings, 'origin' | 'shards' | 'sequential'>) => Promise<Homecoming>;

/** Runs the clients given against real sockets; they may live in this process or in another runtime. */
export async function runOverTcp(settings: ServerSettings, visit: Visit): Promise<Report> {
  const report = createReport();
  const world = createWorld(settings.createSandbox, settings.seed, canary);
  const sink = await startSink();
  const server: FaultServer = await startFaultServer(
    world.handler,
    planFor(settings, sink.origin, () => server),
  );
  const outages = causeOutages(server, settings.rate);
  const { histories, leftovers } = await visit({ origin: server.origin, shards: countShards(settings.size), sequential: false });
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
  addFindings(report, {
    I10: [...strangersMet(world), ...strangers],
    I12: [...leftovers],
    I15: settings.once ? [] : await replay(settings, visit),
  });
  await Promise.all([server.close(), sink.close()]);
  return report;
}

async function replay(settings: ServerSettings, visit: Visit): Promise<Finding[]> {
  const again = async (): Promise<readonly Entry[]> => {
    const world = createWorld(settings.createSandbox, settings.seed, canary);
    const { seed, rate } = settings;
    const plan = createFaultPlan({ seed, rate, foreign: nowhere, timeless: true }, () => server.ledger);
    const server: FaultServer = await startFaultServer(world.handler, { request: plan });
    await visit({ origin: server.origin, shards: 1, sequential: true });
    await server.close();
    return server.ledger.entries;
  };
  return compareLedgers(...(await Promise.all([again(), again()])));
}

function planFor({ seed, rate }: ServerSettings, foreign: string, server: () => FaultServer): Plan {
  const random = createRandom(seed, 'connections');
  const early = (share: number): 'reset' | 'end' | undefined => {
    if (random() >= rate * share) return undefined;
    return random() < 0.5 ? 'reset' : 'end';
  };
  return {
    longestWork,
    connection: () => early(0.1),
    head: () => early(0.05),
    request: createFaultPlan({ seed, rate, foreign }, () => server().ledger),
  };
}
