import type { Action } from '../generated/transitions.js';
import { waitFor } from './queue.js';
import type { Scope, Trace } from './transport/layer.js';
import { sleep } from './transport/timeout.js';

/** Remembers, link by link, which action a server that never answered may still be carrying out. */
export interface Aftermath {
  /** Holds another action back until the earlier one can no longer land on top of it. */
  pass(id: string, action: Action, operation: string, scope: Scope): Promise<void>;
  /** Notes what a transition left open. */
  note(id: string, action: Action, trace: Trace): void;
}

/** Nothing left open yet. */
export function createAftermath(): Aftermath {
  const open = new Map<string, { readonly action: Action; readonly until: number }>();
  return {
    async pass(id, action, operation, scope) {
      const left = open.get(id);
      const wait = left === undefined || left.action === action ? 0 : left.until - performance.now();
      if (wait > 0) await waitFor(sleep(scope, wait), operation, scope);
    },
    note(id, action, { ambiguous, unsettledUntil }) {
      const now = performance.now();
      for (const [link, { until }] of open) if (until <= now) open.delete(link);
      if (ambiguous > 0) open.set(id, { action, until: unsettledUntil });
    },
  };
}
