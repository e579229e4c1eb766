import type { Status } from '../../generated/neopay/transitions.js';
import { waitFor } from '../core/queue.js';
import type { Scope, Trace } from '../core/layer.js';
import { sleep } from '../core/timeout.js';

/** Remembers, link by link, to which status a server that never answered may still be taking it. */
export interface Aftermath {
  /** Holds the way to another status back until the earlier transition can no longer land on top of it. */
  pass(id: string, to: Status, operation: string, scope: Scope): Promise<void>;
  /** Notes what a transition left open. */
  note(id: string, to: Status, trace: Trace): void;
}

/** Nothing left open yet. */
export function createAftermath(): Aftermath {
  const open = new Map<string, { readonly to: Status; readonly until: number }>();
  return {
    async pass(id, to, operation, scope) {
      const left = open.get(id);
      const wait = left === undefined || left.to === to ? 0 : left.until - performance.now();
      if (wait > 0) await waitFor(sleep(scope, wait), operation, scope);
    },
    note(id, to, { ambiguous, unsettledUntil }) {
      const now = performance.now();
      for (const [link, { until }] of open) if (until <= now) open.delete(link);
      if (ambiguous > 0) open.set(id, { to, until: unsettledUntil });
    },
  };
}
