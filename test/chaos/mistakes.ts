import type { Entry } from '../support/ledger.js';
import type { Invariant } from './checker/index.js';
import { targetOf } from './checker/evidence.js';
import type { Order, Seen, Subject, SubjectFactory } from './subject.js';

/** A mistake a client could have, and the invariants of which at least one must notice it. */
export interface Mistake {
  readonly caughtBy: readonly Invariant[];
  readonly plant?: (create: SubjectFactory) => SubjectFactory;
  /** Damages the evidence instead of the client. */
  readonly tamper?: (entries: readonly Entry[]) => Entry[];
}

export const mistakes: Record<string, Mistake> = {
  'repeats every failed create': { caughtBy: ['I1'], plant: (create) => (options) => repeatCreates(create(options)) },
  'takes a 5xx for success': { caughtBy: ['I2', 'I7'], plant: (create) => (options) => trustServerErrors(create(options)) },
  'follows redirects': {
    caughtBy: ['I10'],
    plant: (create) => (options) => create({ ...options, fetch: followRedirects(options.fetch) }),
  },
  'calls a timeout not-sent by its name': { caughtBy: ['I3', 'I4'], plant: (create) => (options) => trustNames(create(options)) },
  'reads a failed lookup as absence': { caughtBy: ['I1', 'I13'], plant: (create) => (options) => ignoreListErrors(create(options)) },
  'loses a create from the ledger': { caughtBy: ['I2'], tamper: dropCreate },
  'loses a transition from the ledger': { caughtBy: ['I5', 'I6', 'I7'], tamper: dropTransition },
  'swaps two transitions in the ledger': { caughtBy: ['I5', 'I6'], tamper: swapTransitions },
};

function repeatCreates(subject: Subject): Subject {
  const create = async (order: Order): Promise<Seen> => {
    for (let attempt = 1; attempt < 3; attempt += 1) {
      const link = await subject.create(order).catch(() => undefined);
      if (link) return link;
    }
    return subject.create(order);
  };
  return { ...subject, create };
}

function trustServerErrors(subject: Subject): Subject {
  const trust = (error: unknown, link: Seen): Seen => {
    if (subject.explain(error).name === 'ServerError') return link;
    throw error;
  };
  return {
    ...subject,
    create: (order) => subject.create(order).catch((error: unknown) => trust(error, { ...order, id: 'presumed', status: 'draft' })),
    act: (action, id) => subject.act(action, id).catch((error: unknown) => trust(error, { id, status: targetOf(action) })),
  };
}

function followRedirects(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    const location = response.headers.get('location');
    return location?.startsWith('http') ? send(location, init) : response;
  };
}

function trustNames(subject: Subject): Subject {
  return {
    ...subject,
    explain(error) {
      const claim = subject.explain(error);
      return /Timeout/.test(claim.name) ? { ...claim, outcome: 'not-sent' } : claim;
    },
  };
}

function ignoreListErrors(subject: Subject): Subject {
  const createOnce = async (order: Order): Promise<Seen> => {
    const links = await subject.list().catch(() => []);
    return links.find((link) => link.reference === order.reference) ?? subject.create(order);
  };
  return { ...subject, createOnce };
}

function dropCreate(entries: readonly Entry[]): Entry[] {
  const dropped = entries.find(
    (entry) => entry.method === 'POST' && entry.answered === 'whole' && entry.sequence !== undefined && !entry.fault,
  );
  return entries.filter((entry) => entry !== dropped);
}

function dropTransition(entries: readonly Entry[]): Entry[] {
  const dropped = movesOf(entries)[0];
  return entries.filter((entry) => entry !== dropped);
}

function swapTransitions(entries: readonly Entry[]): Entry[] {
  const moves = movesOf(entries);
  const first = moves.find((entry) => moves.some((other) => follows(other, entry)));
  const second = moves.find((other) => first && follows(other, first));
  return entries.map((entry) => {
    const other = entry === first ? second : entry === second ? first : undefined;
    return other?.sequence === undefined ? entry : { ...entry, sequence: other.sequence };
  });
}

function movesOf(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.method === 'PATCH' && entry.status === 200 && !entry.fault);
}

function follows(later: Entry, earlier: Entry): boolean {
  const linkOf = ({ target }: Entry): string => target.replace(/\/[a-z]+$/, '');
  return linkOf(later) === linkOf(earlier) && later.target !== earlier.target && (later.sequence ?? 0) > (earlier.sequence ?? 0);
}
