import { findSecrets } from '../support/canary.js';
import { now } from '../support/ledger.js';
import { startMetronome, worstLagSince } from './metronome.js';
import { runTagged } from './tags.js';
import type { Action, Claim, Order, Seen, Subject } from './subject.js';

/** What a call was about; the checker joins it with the ledger by product, reference or id. */
export type About =
  | { readonly kind: 'create' | 'createOnce'; readonly order: Order }
  | { readonly kind: 'act'; readonly action: Action; readonly id: string }
  | { readonly kind: 'get'; readonly id: string }
  | { readonly kind: 'list' };

export type Result = { readonly ok: true; readonly links: readonly Seen[] } | ({ readonly ok: false } & Claim);

/** One call of one client, as the caller lived it. */
export interface Call {
  readonly id: string;
  readonly about: About;
  readonly client: number;
  readonly invokedAt: number;
  readonly returnedAt: number;
  readonly result: Result;
  /** How long, at worst, the process was kept from serving a timer meanwhile. */
  readonly lag: number;
  /** Places in which what came back showed a credential. */
  readonly leaks: readonly string[];
}

export interface Recorder {
  readonly calls: Call[];
  run(client: number, subject: Subject, about: About): Promise<Result>;
}

export function createRecorder(name: string): Recorder {
  let made = 0;
  startMetronome();
  const calls: Call[] = [];
  return {
    calls,
    async run(client, subject, about) {
      const id = `${name}.${(made += 1)}`;
      const invokedAt = now();
      const start = performance.now();
      const { result, leaks } = await runTagged(id, () => attempt(subject, about));
      calls.push({ id, about, client, invokedAt, returnedAt: now(), result, leaks, lag: worstLagSince(start) });
      return result;
    },
  };
}

async function attempt(subject: Subject, about: About): Promise<{ result: Result; leaks: string[] }> {
  try {
    const links = await perform(subject, about);
    return { result: { ok: true, links: links.map(pickSeen) }, leaks: findSecrets(links) };
  } catch (error) {
    return { result: { ok: false, ...subject.explain(error) }, leaks: findSecrets(error) };
  }
}

async function perform(subject: Subject, about: About): Promise<readonly Seen[]> {
  if (about.kind === 'list') return subject.list();
  if (about.kind === 'get') return [await subject.get(about.id)];
  if (about.kind === 'act') return [await subject.act(about.action, about.id)];
  return [await subject[about.kind](about.order)];
}

function pickSeen({ id, status, product, amount, reference }: Seen): Seen {
  return { id, status, product, amount, reference };
}
