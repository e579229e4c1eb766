import type { Call } from '../history.js';
import { appliedTransitions, createdLinks, groupBy, mayMove, targetOf, type Applied, type Evidence, type Finding } from './evidence.js';
import { judgeHistory } from './register.js';

/** The statuses a link went through, each with the moment it began. */
type Line = readonly { readonly status: string; readonly since: number }[];

/** I6: the server moved a link as its lifecycle does not allow. */
export function findIllegal(evidence: Evidence): Finding[] {
  return forEachLink(evidence, (id, { applied }) => {
    let status = 'draft';
    return applied.flatMap(({ action, to }) => {
      const fine = mayMove(action, status) && to === targetOf(action);
      const finding = fine ? [] : [`${id}: ${action} of a ${status} link gave ${to}`];
      status = to;
      return finding;
    });
  });
}

/** I5: the final status, a read, or the order of calls that the server's own history cannot explain. */
export function findWrongStates(evidence: Evidence): Finding[] {
  const readings = evidence.calls.flatMap((call) => idsRead(call).map((id) => ({ id, call })));
  const reads = groupBy(readings, ({ id }) => id);
  return forEachLink(evidence, (id, { line }) => {
    const final = evidence.links.find((link) => link.id === id)?.status;
    const wrongEnd = final === line.at(-1)?.status ? [] : [`${id}: ends as ${final}, its history ends as ${line.at(-1)?.status}`];
    const wrongReads = (reads.get(id) ?? []).flatMap(({ call }) => {
      const status = call.result.ok ? call.result.links.find((link) => link.id === id)?.status : call.result.from;
      return status === undefined || wasDuring(line, status, call, evidence.limits.skew)
        ? []
        : [`${id}: read ${status}, which it was not at that time`];
    });
    return [...wrongEnd, ...wrongReads, ...judgeHistory(id, evidence)];
  });
}

/** I7: a transition that succeeded and never was. */
export function findStaleSuccesses(evidence: Evidence): Finding[] {
  return forEachLink(evidence, (id, { line }) =>
    movesOf(evidence, id).flatMap((call) => {
      if (!call.result.ok || call.about.kind !== 'act') return [];
      return wasDuring(line, targetOf(call.about.action), call, evidence.limits.skew)
        ? []
        : [`${id}: ${call.about.action} succeeded and never took effect`];
    }),
  );
}

function forEachLink(evidence: Evidence, find: (id: string, past: { applied: Applied[]; line: Line }) => Finding[]): Finding[] {
  const byId = groupBy(appliedTransitions(evidence.entries), (transition) => transition.id);
  return createdLinks(evidence.entries).flatMap(({ link, entry }) => {
    const applied = byId.get(link.id) ?? [];
    const line = [{ status: 'draft', since: entry.receivedAt }, ...applied.map(({ to, at }) => ({ status: to, since: at }))];
    return find(link.id, { applied, line });
  });
}

function movesOf(evidence: Evidence, id: string): Call[] {
  return evidence.calls.filter((call) => call.about.kind === 'act' && call.about.id === id);
}

function idsRead({ about, result }: Call): string[] {
  if (about.kind === 'act' && !result.ok) return result.from === undefined ? [] : [about.id];
  return result.ok && about.kind !== 'create' ? result.links.map((link) => link.id) : [];
}

function wasDuring(line: Line, status: string, call: Call, skew: number): boolean {
  return line.some((point, index) => {
    const until = line[index + 1]?.since ?? Infinity;
    return point.status === status && point.since <= call.returnedAt + skew && until >= call.invokedAt - skew;
  });
}
