import { TimeoutError } from '../core/errors.js';
import type { Outcome } from '../core/errors.js';
import { Failure } from '../core/failure.js';
import type { Scope } from '../core/request.js';
import { bounded } from '../core/timeout.js';
import { readList } from './list.js';
import type { Whole } from './list.js';
import { plainText } from './reference.js';
import type { LinksTransport } from './transport.js';
import type { PaymentLink } from './types.js';

/** The links of one reading of the whole list, by reference. */
export interface Reading extends Whole {
  with(reference: string): readonly PaymentLink[];
  /** When the last page had come, on the clock of `performance.now()`. */
  readonly endedAt: number;
}

/** Reads the whole list; `about` names who asks and what may have happened, should time run out. */
export type Lookup = (scope: Scope, about: { readonly operation: string; readonly outcome: Outcome }) => Promise<Reading>;

interface Planned {
  readonly reading: Promise<Reading>;
  readonly controller: AbortController;
  readonly since: number;
  waiting: number;
}

// A reading that takes longer may be that of a request that has ended, whose promises never settle in some runtimes.
const patience = 500;

/** One reading at a time serves all who wait for one; none begins before the call that it serves, so it can prove absence. */
export function createLookup(transport: LinksTransport): Lookup {
  let running: Promise<Reading> | undefined;
  let planned: Planned | undefined;

  function plan({ call, timeout }: Scope): Planned {
    const controller = new AbortController();
    const before = running;
    const begin = async (): Promise<Reading> => {
      // Those who call at the same moment share the reading, too.
      await (before === undefined ? undefined : settledWithin(before, patience));
      if (planned === mine) planned = undefined;
      const { deadline } = transport.settings;
      const scope = { call, signal: controller.signal, timeout, deadline, deadlineAt: performance.now() + deadline };
      const reading = readAll(transport, scope);
      running = reading;
      const done = (): void => void (running === reading && (running = undefined));
      reading.then(done, done);
      return reading;
    };
    const mine: Planned = { reading: begin(), controller, since: performance.now(), waiting: 0 };
    mine.reading.catch(() => undefined);
    return mine;
  }

  return async (scope, { operation, outcome }) => {
    const stale = planned !== undefined && performance.now() - planned.since > 2 * patience;
    const mine = planned === undefined || stale ? (planned = plan(scope)) : planned;
    mine.waiting += 1;
    try {
      return await bounded(scope, Number.POSITIVE_INFINITY, () => mine.reading);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const message = `${operation} failed: the list was not read within ${scope.deadline} ms (deadline); call it again with the same reference`;
      throw new TimeoutError(message, 'deadline', { operation, outcome });
    } finally {
      mine.waiting -= 1;
      if (mine.waiting === 0) {
        if (planned === mine) planned = undefined;
        mine.controller.abort(scope.signal?.reason);
      }
    }
  };
}

async function readAll(transport: LinksTransport, scope: Scope): Promise<Reading> {
  const byReference = new Map<string, PaymentLink[]>();
  const pages = readList(transport, { scope: () => scope, quiet: true });
  for (;;) {
    const { done, value } = await pages.next();
    if (done) return { ...value, endedAt: performance.now(), with: (reference) => byReference.get(plainText(reference)) ?? [] };
    for (const link of value) {
      const key = plainText(link.reference);
      const others = byReference.get(key);
      if (others === undefined) byReference.set(key, [link]);
      else others.push(link);
    }
  }
}

function settledWithin(work: Promise<unknown>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(end, end);
  });
}
