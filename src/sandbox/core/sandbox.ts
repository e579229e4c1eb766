import type { Api, CoreState } from './api.js';
import { createClock } from './clock.js';
import { createFaults } from './faults.js';
import type { FaultKind } from './fault-kinds.js';
import { createFetch, type SandboxFetch } from './in-process.js';
import { createJournal, type BaseEntry } from './journal.js';
import { listen, type Listening, type ListenOptions } from './listen.js';
import type { CommonOptions } from './options.js';
import { createDice, type Dice } from './random.js';
import { createServer } from './server.js';

/** What the state of a sandbox needs to know of its API. */
export interface StateSetup<Entry extends BaseEntry> {
  readonly operations: readonly string[];
  readonly faultKinds: Readonly<Record<string, FaultKind>>;
  /** What the API adds to each entry of the journal, before anything is known of it. */
  readonly details: Readonly<Omit<Entry, keyof BaseEntry>>;
}

/** The part of a sandbox's state that every API has, from checked options. */
export function createCoreState<Entry extends BaseEntry>(
  { operations, faultKinds, details }: StateSetup<Entry>,
  { seed, now = Date.now, docs, cors = false, journalSize = 500_000, onRequest = () => undefined }: CommonOptions<Entry>,
): Pick<CoreState<Entry>, 'clock' | 'docs' | 'cors' | 'faults' | 'journal'> & { readonly dice: Dice } {
  const clock = createClock(now);
  const dice = createDice(seed);
  return {
    clock,
    dice,
    docs,
    cors,
    faults: createFaults({ dice, operations, kinds: faultKinds }),
    journal: createJournal<Entry>({ now: clock.now, limit: journalSize, onRequest, details }),
  };
}

/** The ways into a sandbox. */
export interface Doors {
  readonly fetch: SandboxFetch;
  listen(options?: ListenOptions): Promise<Listening>;
  /** Scheme, host and port where the sandbox is reached over HTTP, or an address that leads nowhere but to `fetch`. */
  origin(): string;
}

// Reserved never to exist: a client that forgets to use the sandbox's `fetch` sends nothing anywhere.
const nowhere = 'https://sandbox.invalid';

/** Opens a sandbox: in process at once, over HTTP when told to listen. */
export function openDoors<State extends CoreState<Entry>, Entry extends BaseEntry>(api: Api<State, Entry>, state: State): Doors {
  const handle = createServer(api, state);
  const origins = new Set<string>();
  const origin = (): string => [...origins].at(-1) ?? nowhere;
  return {
    origin,
    fetch: createFetch(handle, origin),
    async listen(options = {}) {
      const release = state.claim?.();
      const server = await listen(handle, options).catch((error: unknown) => {
        release?.();
        throw error;
      });
      origins.add(server.url);
      return {
        url: server.url,
        async close() {
          await server.close();
          origins.delete(server.url);
          release?.();
        },
      };
    },
  };
}
