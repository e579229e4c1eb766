import { applyLate, applyThen, faults, lagList, refuse } from '../support/faults.js';
import type { Fault } from '../support/exchange.js';
import { idOf } from '../support/list-lag.js';
import type { Entry, Ledger } from '../support/ledger.js';
import { createRandom, pick } from '../support/random.js';

export interface FaultSettings {
  readonly seed: string;
  /** Share of requests that meet a fault, 0 to 1. */
  readonly rate: number;
  /** An origin that must never hear from the client; redirects point there. */
  readonly foreign: string;
  /** Leaves out what races the clock, so that a run can be repeated exactly. */
  readonly timeless?: boolean;
}

type Named = readonly [name: string, fault: Fault];

/** Chooses a fault by seed and by what the request is about, never by when it arrived. */
export function createFaultPlan(settings: FaultSettings, ledger: () => Ledger): (entry: Entry) => Fault | undefined {
  const nameOf = createNaming(ledger);
  const turns = new Map<string, number>();
  const everywhere = commonFaults(settings);
  const forLists: [Named, ...Named[]] = [['list lag 900', lagList(900)], ['list lag 300', lagList(300)], ...everywhere];
  return (entry) => {
    const topic = nameOf(entry);
    const turn = (turns.get(topic) ?? 0) + 1;
    turns.set(topic, turn);
    const random = createRandom(settings.seed, topic, turn);
    if (random() >= settings.rate) return undefined;
    const [name, fault] = pick<Named>(random, topic.startsWith('list') ? forLists : everywhere);
    entry.fault = name;
    return fault;
  };
}

function commonFaults({ foreign, timeless }: FaultSettings): [Named, ...Named[]] {
  const slow = /^(stall|one byte|drip|close when idle)/;
  const named = Object.entries(faults).filter(([name]) => !(timeless && slow.test(name)));
  const late: Named[] = timeless ? [] : [120, 380, 450].map((wait) => [`applied ${wait} ms late`, applyLate(wait)]);
  return [['500 before apply', refuse(500)], ...named, ...late, ...statusFaults(foreign)];
}

function statusFaults(foreign: string): Named[] {
  return [
    ['503 before apply', refuse(503, { 'retry-after': '0' })],
    ['500 after apply', applyThen(500)],
    ['502 after apply', applyThen(502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>')],
    ['408 after apply', applyThen(408)],
    ['429', refuse(429, { 'retry-after': '0' }, { message: 'Too Many Attempts.' })],
    ['429 without Retry-After', refuse(429)],
    ['429 with a senseless Retry-After', refuse(429, { 'retry-after': 'soon' })],
    ['429 with a day to wait', refuse(429, { 'retry-after': '86400' })],
    ['redirect to a stranger', refuse(307, { location: `${foreign}/stolen` })],
    ['redirect to another page', refuse(302, { location: '/elsewhere' })],
    ['redirect after apply', applyThen(303, { location: `${foreign}/stolen` })],
  ];
}

/** Names what a request is about by the link's product, which is the same in any order of arrival. */
function createNaming(ledger: () => Ledger): (entry: Entry) => string {
  const products = new Map<string, string>();
  const changes = new Map<string, number>();

  function learn(shard: string, id: string): string {
    const made = ledger().entries.findLast(
      (entry) => entry.method === 'POST' && splitTarget(entry).shard === shard && idOf(entry.result) === id,
    );
    return made ? productIn(made.body) : id;
  }

  return (entry) => {
    const { shard, id, action } = splitTarget(entry);
    if (entry.method !== 'GET') changes.set(shard, (changes.get(shard) ?? 0) + 1);
    if (entry.method === 'POST') return `POST ${productIn(entry.body)}`;
    if (id === '') return `list ${shard} ${changes.get(shard) ?? 0}`;
    const product = products.get(shard + id) ?? learn(shard, id);
    products.set(shard + id, product);
    return `${entry.method} ${product} ${action}`;
  };
}

function splitTarget({ target }: Entry): { shard: string; id: string; action: string } {
  const [, shard = '', id = '', action = ''] = /^(.*?)\/links\/?([^/]*)\/?(.*)$/.exec(target) ?? [];
  return { shard, id, action };
}

function productIn(body: string): string {
  return /"product":"([^"]*)"/.exec(body)?.[1] ?? '';
}
