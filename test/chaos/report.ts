import { invariants, type Findings, type Invariant } from './checker/index.js';
import { createdLinks, type Evidence } from './checker/evidence.js';
import type { Entry } from '../support/ledger.js';
import { addFaults, type FaultMatrix } from './fault-matrix.js';
import type { Call } from './history.js';
import { tagOf } from './tags.js';

export interface Report {
  calls: number;
  requests: number;
  faults: number;
  /** How often each invariant was broken. */
  broken: Record<Invariant, number>;
  /** A few findings in words. */
  examples: string[];
  ok: number;
  unknown: number;
  /** I14: `createOnce` did not know, though the link was there. */
  unknownThoughThere: number;
  created: number;
  /** Requests that the runtime sent a second time by itself: reads, and creates and transitions. */
  resentReads: number;
  resentWrites: number;
  latencies: number[];
  byFault: FaultMatrix;
}

export function createReport(): Report {
  return {
    calls: 0,
    requests: 0,
    faults: 0,
    broken: { ...zeros },
    examples: [],
    ok: 0,
    unknown: 0,
    unknownThoughThere: 0,
    created: 0,
    resentReads: 0,
    resentWrites: 0,
    latencies: [],
    byFault: {},
  };
}

const zeros: Record<Invariant, number> = {
  I1: 0,
  I2: 0,
  I3: 0,
  I4: 0,
  I5: 0,
  I6: 0,
  I7: 0,
  I8: 0,
  I9: 0,
  I10: 0,
  I11: 0,
  I12: 0,
  I13: 0,
  I15: 0,
};

export function addShard(report: Report, evidence: Evidence, findings: Findings): void {
  const { calls, entries } = evidence;
  const made = createdLinks(entries);
  const unknown = calls.filter((call) => !call.result.ok && call.result.outcome === 'unknown');
  report.calls += calls.length;
  report.requests += entries.length;
  report.faults += entries.filter((entry) => entry.fault !== undefined).length;
  report.ok += calls.filter((call) => call.result.ok).length;
  report.unknown += unknown.length;
  report.unknownThoughThere += unknown.filter((call) =>
    isThere(
      call,
      made.map(({ link }) => String(link.reference)),
    ),
  ).length;
  report.created += made.length;
  report.resentReads += countResent(entries.filter((entry) => entry.method === 'GET'));
  report.resentWrites += countResent(entries.filter((entry) => entry.method !== 'GET'));
  report.latencies.push(...calls.map((call) => call.returnedAt - call.invokedAt));
  addFaults(report.byFault, evidence);
  addFindings(report, findings);
}

export function addFindings(report: Report, findings: Partial<Findings>): void {
  for (const [name, found] of Object.entries(findings)) {
    if (isInvariant(name)) report.broken[name] += found.length;
    report.examples.push(...found.slice(0, Math.max(0, 20 - report.examples.length)).map((finding) => `${name} ${finding}`));
  }
}

export function brokenIn(report: Report): Invariant[] {
  return Object.entries(report.broken).flatMap(([name, count]) => (count > 0 && isInvariant(name) ? [name] : []));
}

function countResent(entries: readonly Entry[]): number {
  const tagged = entries.map(tagOf).filter(({ call }) => call !== '');
  return tagged.length - new Set(tagged.map(({ call, attempt }) => `${call}/${attempt}`)).size;
}

function isThere({ about }: Call, references: readonly string[]): boolean {
  return about.kind === 'createOnce' && references.includes(about.order.reference);
}

function isInvariant(name: string): name is Invariant {
  return name in invariants;
}
