import { createSandbox } from '../../../src/sandbox.js';
import { canary } from '../../support/canary.js';
import { startFaultServer, type FaultServer } from '../../support/fault-server.js';
import { lagList } from '../../support/faults.js';
import type { Entry } from '../../support/ledger.js';
import { createRandom } from '../../support/random.js';
import { headerOf } from '../../support/wire.js';
import { appliedTransitions, createdLinks, groupBy } from '../checker/evidence.js';
import { createFaultPlan } from '../fault-plan.js';
import { createWorld } from '../world.js';
import type { Order } from './child.js';
import { startProcesses, type Processes } from './processes.js';

export interface PublishSettings {
  readonly references: number;
  readonly seed: string;
  /** Share of requests that meet a fault, 0 to 1. */
  readonly rate: number;
  /** The `wait` of `publishOnce`, in milliseconds. */
  readonly wait: number;
  /** How late a list may be, in milliseconds; `wait` must cover it and the second to which `created_at` is cut. */
  readonly lag: number;
  /** Lets the processes create and publish without a look, to see that the findings tell. */
  readonly careless?: boolean;
}

/** What a run of `publishOnce` came to; the findings must all be empty. */
export interface PublishReport {
  readonly references: number;
  readonly kills: number;
  readonly requests: number;
  readonly faults: number;
  readonly created: number;
  readonly drafts: number;
  readonly repeated: number;
  readonly findings: Readonly<Record<PublishInvariant, readonly string[]>>;
}

/** What must be zero, in the words of the printed table. */
export const publishInvariants = {
  P1: 'references with two links published, at any time',
  P2: 'published links closed',
  P3: 'processes that kept calling without success',
  P4: 'processes told of another link than the one published',
} as const;

export type PublishInvariant = keyof typeof publishInvariants;

const names = ['one', 'two', 'three'] as const;
const referencesPerAccount = 5;
const killsPerProcess = 6;
const killRate = 0.12;
const patience = 120_000;

/** Three processes publish each reference over real sockets; faults, late lists, and kills between any two requests. */
export async function runPublishing({ references, seed, rate, wait, lag, careless = false }: PublishSettings): Promise<PublishReport> {
  const orders = Array.from({ length: references }, (_, index): Order => {
    return {
      account: Math.floor(index / referencesPerAccount),
      product: `p-${index}`,
      amount: (100 + index) / 100,
      reference: `r-${index}`,
    };
  });
  const world = createWorld(createSandbox, seed, canary, Date.now);
  const faultOf = createFaultPlan({ seed, rate, foreign: 'https://stranger.example' }, () => server.ledger);
  const random = createRandom(seed, 'publish');
  const lives = new Map<string, number>(names.map((name) => [name, killsPerProcess]));
  let processes: Processes | undefined;
  const kill = (name: string): void => {
    const left = lives.get(name) ?? 0;
    if (left > 0 && processes?.kill(name)) lives.set(name, left - 1);
  };
  const server: FaultServer = await startFaultServer(world.handler, {
    request(entry) {
      // A process dies while its request is on the way, or between two: the others of its references are anywhere.
      if (random() < killRate) kill(headerOf(entry, 'x-chaos-process') ?? '');
      // Each list hides some of the young links, so no two processes see the same.
      return faultOf(entry) ?? (isList(entry) ? lagList(lag, () => random() < 0.5) : undefined);
    },
  });
  processes = await startProcesses(names, { origin: server.origin, wait, careless, orders }, patience);
  await processes.done;
  // A fault may still let a request take effect.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await server.close();
  return reportOf(orders, server.ledger.entries, processes);
}

function isList({ method, target }: Entry): boolean {
  return method === 'GET' && target.endsWith('/links');
}

function reportOf(orders: readonly Order[], entries: readonly Entry[], processes: Processes): PublishReport {
  const made = createdLinks(entries);
  const referenceOf = new Map(made.map(({ link }) => [link.id, String(link.reference)]));
  const steps = appliedTransitions(entries);
  const published = groupBy(
    steps.filter(({ action }) => action === 'publish').map(({ id }) => id),
    (id) => referenceOf.get(id) ?? '',
  );
  const live = new Set<string>();
  const closedLive = steps.flatMap(({ id, action }) => {
    if (action === 'publish') live.add(id);
    return action === 'close' && live.has(id) ? [`link ${id} of ${referenceOf.get(id)} was closed after it was published`] : [];
  });
  const twice = [...published]
    .filter(([, ids]) => new Set(ids).size > 1)
    .map(([reference, ids]) => `${reference}: ${[...new Set(ids)].join(', ')}`);
  const ends = names.flatMap((process) =>
    orders.map(({ reference }) => {
      const all = processes.told.filter((one) => one.process === process && one.reference === reference);
      return { process, reference, id: all.find(({ id }) => id !== undefined)?.id, last: all.at(-1)?.error ?? 'nothing was told' };
    }),
  );
  const moved = new Set(steps.map(({ id }) => id));
  return {
    references: orders.length,
    kills: processes.kills(),
    requests: entries.length,
    faults: entries.filter(({ fault }) => fault !== undefined).length,
    created: made.length,
    drafts: made.filter(({ link }) => !moved.has(link.id)).length,
    repeated: processes.told.filter(({ id }) => id === undefined).length,
    findings: {
      P1: twice,
      P2: closedLive,
      P3: ends.filter(({ id }) => id === undefined).map(({ process, reference, last }) => `${process}, ${reference}: ${last}`),
      P4: ends
        .filter(({ id, reference }) => id !== undefined && !published.get(reference)?.includes(id))
        .map(({ process, reference, id }) => `${process}, ${reference}: ${id}`),
    },
  };
}

/** The report as Markdown that also reads well in a terminal. */
export function formatPublishing(report: PublishReport): string {
  const rows: readonly (readonly [string, number | string])[] = [
    ['references, each by three processes', report.references],
    ['processes killed and started again', report.kills],
    ['requests', report.requests],
    ['requests that met a fault', `${((100 * report.faults) / Math.max(1, report.requests)).toFixed(1)} %`],
    ['links made', report.created],
    ['drafts left', report.drafts],
    ...Object.entries(report.findings).map(
      ([name, found]) => [`${name} ${publishInvariants[name as PublishInvariant]}`, found.length] as const,
    ),
    ['calls that ended in an error and were made again', report.repeated],
  ];
  const width = Math.max(...rows.map(([title]) => title.length));
  const lines = rows.map(([title, value]) => `| ${title.padEnd(width)} | ${String(value).padStart(11)} |`);
  return [`| ${''.padEnd(width)} | publishOnce |`, `| ${'-'.repeat(width)} | ----------: |`, ...lines].join('\n');
}
