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

/** I4: called not-sent, though the server received it, and no other call can have sent it. */
export function findFalseNotSent({ calls, entries, limits }: Evidence): Finding[] {
  return calls.flatMap((call) => {
    const mark = markOf(call.about);
    if (call.result.ok || call.result.outcome !== 'not-sent' || mark === undefined) return [];
    const rivals = calls.filter((other) => other !== call && markOf(other.about) === mark);
    const arrived = entries.some((entry) => {
      const covers = (other: Call): boolean =>
        entry.receivedAt >= other.invokedAt - limits.skew && entry.receivedAt <= other.returnedAt + limits.skew;
      return entry.method !== 'GET' && (entry.body + entry.target).includes(mark) && covers(call) && !rivals.some(covers);
    });
    return arrived ? [`${mark} is called not-sent and was received`] : [];
  });
}

/** What a request of this call carries and no other kind of request does. */
function markOf(about: Call['about']): string | undefined {
  if ('order' in about) return `"${about.order.product}"`;
  return about.kind === 'act' ? `/${about.id}/${about.action}` : undefined;
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
