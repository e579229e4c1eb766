import { setTimeout as wait } from 'node:timers/promises';
import { canary } from '../support/canary.js';
import { createFaultFetch } from '../support/fault-fetch.js';
import type { Entry } from '../support/ledger.js';
import { createRandom } from '../support/random.js';
import { check, type Findings } from './checker/index.js';
import { seenIn, type Evidence } from './checker/evidence.js';
import { createFaultPlan } from './fault-plan.js';
import { compareLedgers } from './replay.js';
import { addFindings, addShard, createReport, type Report } from './report.js';
import { aftermath, countShards, longestWork, optionsFor, patience, type RunSettings } from './settings.js';
import { runShard } from './shard.js';
import { runWide } from './wide.js';
import { createWorld, type World } from './world.js';

const home = 'https://chaos.test';
const stranger = 'https://stranger.example';

/** Runs clients, faults, sandbox and checker in this process, where a socket's trouble is a rejected fetch or a broken body. */
export async function runInProcess(settings: RunSettings): Promise<Report> {
  const report = createReport();
  const world = createWorld(settings.createSandbox, settings.seed, canary);
  const jobs = Array.from({ length: countShards(settings.size) }, (_, index) => () => liveShard(settings, world, index));
  await runWide(settings.width, jobs, (evidence, index) => {
    addShard(report, evidence, check(evidence));
    world.forget(index);
  });
  addFindings(report, { I10: strangersMet(world), I15: settings.once ? [] : await replay(settings) });
  return report;
}

export function strangersMet(world: World): string[] {
  return world.strays() > 0 ? Array.from({ length: world.strays() }, () => 'a request reached an address it should not') : [];
}

async function liveShard(settings: RunSettings, world: World, index: number, exact = false): Promise<Evidence> {
  const { seed, rate, tamper } = settings;
  const random = createRandom(seed, 'refused', index);
  const plan = createFaultPlan({ seed, rate, foreign: stranger, timeless: exact }, () => faulty.ledger);
  const faulty = createFaultFetch(world.handler, { longestWork, request: plan, refused: () => random() < rate / 15 });
  const options = optionsFor(`${home}/s${index}`, faulty.fetch, exact);
  const calls = await runShard({ seed, index, sequential: exact }, settings.create, options);
  await wait(aftermath);
  const entries = tamper ? tamper(faulty.ledger.entries) : faulty.ledger.entries;
  return { calls, entries, links: world.linksOf(index).flatMap((link) => seenIn(link) ?? []), limits: { ...patience, skew: 1 } };
}

async function replay(settings: RunSettings): Promise<Findings['I15']> {
  const again = async (): Promise<readonly Entry[]> => {
    return (await liveShard(settings, createWorld(settings.createSandbox, settings.seed, canary), 0, true)).entries;
  };
  return compareLedgers(...(await Promise.all([again(), again()])));
}
