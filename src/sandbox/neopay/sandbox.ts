import type { Status } from '../../../generated/neopay/transitions.js';
import type { FaultHandle } from '../core/faults.js';
import type { SandboxFetch } from '../core/in-process.js';
import type { Listening, ListenOptions } from '../core/listen.js';
import { openDoors } from '../core/sandbox.js';
import { neopay } from './api.js';
import type { Fault } from './faults.js';
import type { JournalEntry } from './journal.js';
import type { WireLink } from './link.js';
import { checkSandboxOptions, type SandboxOptions } from './options.js';
import { createState } from './state.js';

/** A stand-in for the API that keeps links, enforces their lifecycle and breaks on demand. */
export interface Sandbox {
  /** Takes what `fetch` takes and responds as the API would, without a network. Faults of the connection reject it as Node's `fetch` does. */
  readonly fetch: SandboxFetch;
  /** What a client needs; `baseUrl` and `payUrl` lead to the sandbox over HTTP while it listens, and nowhere but `fetch` before. */
  readonly credentials: { readonly appKey: string; readonly token: string; readonly baseUrl: string; readonly payUrl: string };
  /** What the server truly holds, oldest first, as the API spells it: an unpublished link is `unpublised`, as on the API's own page. */
  readonly links: readonly Readonly<WireLink>[];
  /** Every API request so far, in the order they arrived. */
  readonly journal: readonly JournalEntry[];
  /** What ids, slugs and dice follow from. */
  readonly seed: number;
  /** Puts a fault in place. Throws a `TypeError` for a name or option it does not know. */
  inject(fault: Fault): FaultHandle;
  /** The link with that id as the client spells it, or `undefined`. */
  find(id: string | number): SandboxLink | undefined;
  /** Removes all faults; links and journal stay. */
  clear(): void;
  /** The same as `clear`. */
  clearFaults(): void;
  /** Everything as it was at the start: the links to start with and no others, no faults, an empty journal, ids, dice and clock at their beginning. */
  reset(): void;
  /** Moves the sandbox's clock forward by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Serves the same links over HTTP, on loopback and a free port unless told otherwise. The API is below `/api`, as on the real host, and at the root as well. */
  listen(options?: ListenOptions): Promise<Listening>;
}

/** A link in the client's spelling: its id is text, its status that of the document. */
export type SandboxLink = Readonly<Omit<WireLink, 'id' | 'status'>> & { readonly id: string; readonly status: Status };

/** Starts an empty sandbox, or one with the links of its data file, or those to start with. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  checkSandboxOptions(options);
  const state = createState(options);
  const doors = openDoors(neopay, state);
  return {
    fetch: doors.fetch,
    credentials: {
      appKey: state.appKey,
      get token() {
        return state.token;
      },
      get baseUrl() {
        return `${doors.origin()}/api`;
      },
      get payUrl() {
        return `${doors.origin()}/pay/{slug}`;
      },
    },
    get links() {
      return Array.from(state.store.all(), (record) => record.link);
    },
    get journal() {
      return [...state.journal.entries];
    },
    get seed() {
      return state.seed;
    },
    inject: (fault) => state.faults.inject(fault),
    find(id) {
      const record = state.store.find(String(id));
      return record === undefined ? undefined : { ...record.link, id: String(record.link.id), status: record.status };
    },
    clear: () => state.faults.clear(),
    clearFaults: () => state.faults.clear(),
    reset: () => state.reset(),
    advance: (milliseconds) => state.clock.advance(milliseconds),
    listen: doors.listen,
  };
}
