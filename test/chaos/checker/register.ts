import type { Call } from '../history.js';
import { mayMove, targetOf, type Evidence, type Finding } from './evidence.js';

/** One step a caller saw or may have caused: it happened at one instant between its two times. */
interface Step {
  readonly from: number;
  /** Infinity when nobody can say whether it took effect, or when. */
  readonly until: number;
  /** The status after it, or undefined when it cannot have happened in this status. */
  next(status: string): string | undefined;
}

const longest = 24;

/**
 * Looks for one order of all calls on a link that explains everything its callers were told, without asking the server's ledger.
 * A history too long to search counts as a finding, never as a pass.
 */
export function judgeHistory(id: string, { calls, limits }: Evidence): Finding[] {
  const steps = calls.flatMap((call) => stepsOf(call, id, limits.skew));
  if (steps.length > longest) return [`${id}: ${steps.length} steps are too many to decide`];
  return explain(steps, (1 << steps.length) - 1, 'draft', new Set()) ? [] : [`${id}: no order of the calls explains what they returned`];
}

function explain(steps: readonly Step[], left: number, status: string, failed: Set<string>): boolean {
  const open = steps.filter((_, index) => left & (1 << index));
  const earliestEnd = Math.min(...open.map((step) => step.until));
  if (earliestEnd === Infinity) return true;
  const key = `${left} ${status}`;
  if (failed.has(key)) return false;
  const found = steps.some((step, index) => {
    if (!(left & (1 << index)) || step.from > earliestEnd) return false;
    const next = step.next(status);
    return next !== undefined && explain(steps, left & ~(1 << index), next, failed);
  });
  if (!found) failed.add(key);
  return found;
}

function stepsOf({ about, result, invokedAt, returnedAt }: Call, id: string, skew: number): Step[] {
  const from = invokedAt - skew;
  const until = returnedAt + skew;
  if (about.kind === 'act' && about.id === id) return stepsOfMove(about.action, result, from, until);
  if (!result.ok || about.kind === 'create' || about.kind === 'createOnce') return [];
  return result.links.filter((link) => link.id === id).map((link) => ({ from, until, next: same(link.status) }));
}

function stepsOfMove(action: 'publish' | 'unpublish' | 'close', result: Call['result'], from: number, until: number): Step[] {
  const move = (status: string): string | undefined =>
    mayMove(action, status) || status === targetOf(action) ? targetOf(action) : undefined;
  if (result.ok) return [{ from, until, next: move }];
  const seen = result.from === undefined ? [] : [{ from, until, next: same(result.from) }];
  return result.outcome === 'unknown' || result.outcome === 'done' ? [...seen, { from, until: Infinity, next: move }] : seen;
}

function same(expected: string): (status: string) => string | undefined {
  return (status) => (status === expected ? status : undefined);
}
