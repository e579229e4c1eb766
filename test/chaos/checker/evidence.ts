import { idOf } from '../../support/list-lag.js';
import type { Entry } from '../../support/ledger.js';
import type { Call } from '../history.js';
import type { Action, Seen } from '../subject.js';

/** Everything known about one account: what its clients lived through, what the server did, what is left at the end. */
export interface Evidence {
  readonly calls: readonly Call[];
  readonly entries: readonly Entry[];
  readonly links: readonly Seen[];
  readonly limits: Limits;
}

export interface Limits {
  readonly retries: number;
  readonly deadline: number;
  readonly settle: number;
  /** Milliseconds by which the clocks of two processes may differ. */
  readonly skew: number;
}

/** A broken invariant, in words. */
export type Finding = string;

/** A transition the server carried out. */
export interface Applied {
  readonly id: string;
  readonly action: Action;
  readonly to: string;
  readonly at: number;
}

const lifecycle: Record<Action, { readonly from: readonly string[]; readonly to: string }> = {
  publish: { from: ['draft', 'unpublished'], to: 'published' },
  unpublish: { from: ['published'], to: 'unpublished' },
  close: { from: ['draft', 'published', 'unpublished'], to: 'closed' },
};

export function targetOf(action: Action): string {
  return lifecycle[action].to;
}

export function mayMove(action: Action, from: string): boolean {
  return lifecycle[action].from.includes(from);
}

/** POSTs the server carried out, in its order. */
export function createdLinks(entries: readonly Entry[]): { readonly link: Seen; readonly entry: Entry }[] {
  return inOrder(entries).flatMap((entry) => {
    const link = seenIn(entry.result);
    return entry.method === 'POST' && link ? [{ link, entry }] : [];
  });
}

export function appliedTransitions(entries: readonly Entry[]): Applied[] {
  return inOrder(entries).flatMap((entry) => {
    const [, id, action] = /\/links\/([^/]+)\/(publish|unpublish|close)$/.exec(entry.target) ?? [];
    if (entry.method !== 'PATCH' || id === undefined || !isAction(action)) return [];
    return [{ id, action, to: seenIn(entry.result)?.status ?? '', at: entry.appliedAt ?? 0 }];
  });
}

/** A link as the server wrote it; undefined for anything else. */
export function seenIn(value: unknown): Seen | undefined {
  const id = idOf(value);
  if (id === undefined || typeof value !== 'object' || value === null) return undefined;
  const { status, product, amount, reference } = { status: '', product: '', amount: 0, reference: null, ...value };
  return { id, status: spell(String(status)), product, amount: Number(amount), reference };
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function inOrder(entries: readonly Entry[]): Entry[] {
  const applied = entries.filter((entry) => entry.sequence !== undefined && entry.status !== undefined && entry.status < 300);
  return applied.sort((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
}

function isAction(action: string | undefined): action is Action {
  return action === 'publish' || action === 'unpublish' || action === 'close';
}

// The API's own page answers an unpublish with this misspelling.
function spell(status: string): string {
  return status === 'unpublised' ? 'unpublished' : status;
}
