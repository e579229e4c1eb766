import type { Call } from '../history.js';
import type { Seen } from '../subject.js';
import { createdLinks, type Evidence, type Finding } from './evidence.js';

/** I1: more than one link for one reference. */
export function findDuplicates({ entries }: Evidence): Finding[] {
  const counts = new Map<string, number>();
  for (const { link } of createdLinks(entries)) counts.set(String(link.reference), (counts.get(String(link.reference)) ?? 0) + 1);
  return [...counts].flatMap(([reference, count]) => (count > 1 ? [`${count} links with reference ${reference}`] : []));
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

/** I3 for creates: called a failure, though the server made the link. */
export function findFalseFailures({ calls, entries }: Evidence): Finding[] {
  const made = createdLinks(entries);
  return calls.flatMap((call) => {
    if (!isCreate(call) || call.result.ok || !isDefinite(call.result.outcome)) return [];
    const { order } = call.about;
    const during = made.some(
      ({ entry, link }) => link.product === order.product && entry.receivedAt >= call.invokedAt && entry.receivedAt <= call.returnedAt,
    );
    return during ? [`${order.reference}: ${call.result.name} says ${call.result.outcome}, the server made the link`] : [];
  });
}

/** I4: called not-sent, though the server received it. */
export function findFalseNotSent({ calls, entries }: Evidence): Finding[] {
  return calls.flatMap(({ about, result, invokedAt, returnedAt }) => {
    if (result.ok || result.outcome !== 'not-sent' || about.kind === 'list' || about.kind === 'get') return [];
    const mark = 'order' in about ? `"${about.order.product}"` : `/${about.id}/${about.action}`;
    const method = 'order' in about ? 'POST' : 'PATCH';
    const arrived = entries.some(
      (entry) =>
        entry.method === method &&
        (entry.body + entry.target).includes(mark) &&
        entry.receivedAt >= invokedAt &&
        entry.receivedAt <= returnedAt,
    );
    return arrived ? [`${method} ${mark} is called not-sent and was received`] : [];
  });
}

/** I13 for creates: a POST the server may have acted on is never followed by another. */
export function findExtraPosts({ entries, limits }: Evidence): Finding[] {
  const posts = new Map<string, number[]>();
  for (const entry of entries) {
    if (entry.method !== 'POST' || !entry.complete) continue;
    const refused = entry.sequence === undefined && /^429/.test(entry.fault ?? '');
    const counts = posts.get(entry.body) ?? [0, 0];
    posts.set(entry.body, [(counts[0] ?? 0) + (refused ? 0 : 1), (counts[1] ?? 0) + 1]);
  }
  return [...posts].flatMap(([body, [risky = 0, all = 0]]) =>
    risky > 1 || all > 3 * (limits.retries + 1) ? [`${risky} risky of ${all} POSTs of ${body}`] : [],
  );
}

function isCreate(call: Call): call is Call & { readonly about: { readonly kind: 'create' | 'createOnce' } } {
  return call.about.kind === 'create' || call.about.kind === 'createOnce';
}

export function isDefinite(outcome: string): boolean {
  return outcome === 'not-sent' || outcome === 'rejected';
}

function isOrdered(link: Seen | undefined, order: { product: string; amount: number; reference: string }): boolean {
  return link?.product === order.product && link.amount === order.amount && link.reference === order.reference;
}
