import type { Call } from '../history.js';
import type { Seen } from '../subject.js';
import type { Entry } from '../../support/ledger.js';
import { tagOf } from '../tags.js';
import { createdLinks, groupBy, type Evidence, type Finding } from './evidence.js';

/** I1: more than one link for one reference. */
export function findDuplicates({ entries }: Evidence): Finding[] {
  const made = groupBy(createdLinks(entries), ({ link }) => String(link.reference));
  return [...made].flatMap(([reference, links]) => {
    if (links.length === 1) return [];
    const attempts = new Set(links.map(({ entry }) => attemptOf(entry)));
    return [`${links.length} links with reference ${reference}, by ${attempts.size === 1 ? 'the runtime' : 'the client'}`];
  });
}

/** I2: a link that was handed to the caller and is not there, is another one, or has left the list. */
export function findLost({ calls, entries, links }: Evidence): Finding[] {
  const created = new Map(createdLinks(entries).map(({ link }) => [link.id, link]));
  const listed = new Set(links.map((link) => link.id));
  return calls.flatMap((call) => {
    if (!isCreate(call) || !call.result.ok) return [];
    const { order } = call.about;
    return call.result.links.flatMap((link) => {
      if (!isOrdered(created.get(link.id), order) || !isOrdered(link, order))
        return [`${order.reference}: the caller got link ${link.id}, the server made no such link`];
      return listed.has(link.id) ? [] : [`${order.reference}: link ${link.id} was acknowledged and is not in the list`];
    });
  });
}

/** I3: called a failure, though the server did what the call asked for. */
export function findFalseFailures(evidence: Evidence): Finding[] {
  return findDefinite(evidence, isDefinite, (entry) => entry.sequence !== undefined && entry.status !== undefined && entry.status < 300);
}

/** I4: called not-sent, though the server received it and did not turn it away at the door. */
export function findFalseNotSent(evidence: Evidence): Finding[] {
  return findDefinite(
    evidence,
    (outcome) => outcome === 'not-sent',
    (entry) => !isRefused(entry),
  );
}

function findDefinite({ calls, entries }: Evidence, claims: (outcome: string) => boolean, denies: (entry: Entry) => boolean): Finding[] {
  const writes = groupBy(
    entries.filter((entry) => entry.method !== 'GET' && denies(entry)),
    (entry) => tagOf(entry).call,
  );
  return calls.flatMap(({ id, result }) => {
    const [entry] = writes.get(id) ?? [];
    if (result.ok || !entry || !claims(result.outcome)) return [];
    return [
      `${entry.method} ${entry.target} ${entry.body}: ${result.name} says ${result.outcome}, the server answered ${entry.status ?? 'nothing'}`,
    ];
  });
}

/** I13: attempts beyond what a call may make, and a second POST after one that the server may have acted on. */
export function findExtraAttempts({ entries, limits }: Evidence): Finding[] {
  const sent = entries.filter((entry) => entry.complete && entry.method !== 'GET');
  const byCall = groupBy(sent, (entry) => `${tagOf(entry).call} ${entry.method}`);
  const tooMany = [...byCall].filter(([, all]) => countAttempts(all) > limits.retries + 1);
  const risky = groupBy(
    sent.filter((entry) => entry.method === 'POST' && !isRefused(entry)),
    (entry) => entry.body,
  );
  const repeated = [...risky].filter(([, all]) => countAttempts(all) > 1);
  return [...tooMany, ...repeated].map(([what, all]) => `${countAttempts(all)} attempts at ${what}`);
}

function countAttempts(entries: readonly Entry[]): number {
  return new Set(entries.map(attemptOf)).size;
}

function attemptOf(entry: Entry): string {
  const { call, attempt } = tagOf(entry);
  return `${call}/${attempt}`;
}

function isRefused(entry: Entry): boolean {
  return entry.sequence === undefined && (entry.fault ?? '').startsWith('429');
}

function isCreate(call: Call): call is Call & { readonly about: { readonly kind: 'create' | 'createOnce' } } {
  return call.about.kind === 'create' || call.about.kind === 'createOnce';
}

function isDefinite(outcome: string): boolean {
  return outcome === 'not-sent' || outcome === 'rejected';
}

function isOrdered(link: Seen | undefined, order: { product: string; amount: number; reference: string }): boolean {
  return link?.product === order.product && link.amount === order.amount && link.reference === order.reference;
}
