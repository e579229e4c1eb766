import type { Fault, FaultHandle } from './fault.js';
import { createFaults } from './faults.js';
import { handleCall } from './handler.js';
import { createFetch, type Handle } from './in-process.js';
import { createJournal, type JournalEntry } from './journal.js';
import type { Listening, ListenOptions } from './listen-options.js';
import { readOptions, type SandboxOptions, type SandboxSetup } from './options.js';
import { createRandom, drawText } from './random.js';
import { openStorage } from './store-file.js';
import type { SandboxFetch } from './sandbox-fetch.js';
import { createStore } from './store.js';
import type { WireLink } from './wire.js';
import type { World } from './world.js';

/** A stand-in for the API that keeps links, enforces their lifecycle and breaks on demand. */
export interface Sandbox {
  /** Takes what `fetch` takes and answers as the API would, without a network. Faults of the connection reject it as Node's `fetch` does. */
  readonly fetch: SandboxFetch;
  /** What a client needs; `baseUrl` leads to the sandbox over HTTP while it listens, and nowhere but `fetch` before. */
  readonly credentials: { readonly appKey: string; readonly token: string; readonly baseUrl: string };
  /** What the server truly holds, oldest first, as the API spells it: an unpublished link is `unpublised`, as on the API's own page. */
  readonly links: readonly Readonly<WireLink>[];
  /** Every API request so far, in the order they arrived. */
  readonly journal: readonly JournalEntry[];
  /** What ids, slugs and dice follow from. */
  readonly seed: number;
  /** Puts a fault in place. Throws a `TypeError` for a name or option it does not know. */
  inject(fault: Fault): FaultHandle;
  /** Removes all faults; links and journal stay. */
  clear(): void;
  /** Serves the same links over HTTP, on loopback and a free port unless told otherwise. */
  listen(options?: ListenOptions): Promise<Listening>;
}

// Reserved never to exist: a client that forgets to use `sandbox.fetch` sends nothing anywhere.
const nowhere = 'https://sandbox.invalid';

/** Starts an empty sandbox, or one with the links of its data file. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const setup = readOptions(options);
  const world = createWorld(setup);
  const handle: Handle = (call) => handleCall(world, call);
  const origins = new Set<string>();
  const origin = (): string => [...origins].at(-1) ?? nowhere;
  return {
    fetch: createFetch(handle, origin),
    credentials: {
      appKey: setup.appKey,
      token: setup.token,
      get baseUrl() {
        return `${origin()}/api`;
      },
    },
    get links() {
      return Array.from(world.store.all(), (record) => record.link);
    },
    get journal() {
      return [...world.journal.entries];
    },
    seed: setup.seed,
    inject: (fault) => world.faults.inject(fault),
    clear: () => world.faults.clear(),
    listen: (where = {}) => openServer(handle, where, origins),
  };
}

/** Listens, and keeps the address among `origins` meanwhile. */
async function openServer(handle: Handle, where: ListenOptions, origins: Set<string>): Promise<Listening> {
  const { listen } = await import('./listen.js');
  const server = await listen(handle, where);
  origins.add(server.url);
  return { url: server.url, close: () => server.close().finally(() => origins.delete(server.url)) };
}

function createWorld(setup: SandboxSetup): World {
  const storage = setup.data === undefined ? undefined : openStorage(setup.data, () => store.all());
  const store = createStore(storage?.records ?? []);
  return {
    appKey: setup.appKey,
    token: setup.token,
    applicationId: nameApplication(setup.appKey),
    perPage: setup.perPage,
    docs: setup.docs,
    store,
    journal: createJournal(setup.now, setup.journalSize, setup.onRequest),
    faults: createFaults(setup.seed),
    // A restart continues with other ids than the run before it drew.
    random: createRandom(setup.seed, `links after ${store.size()}`),
    now: setup.now,
    settle: (changed) => (changed ? storage?.save() : storage?.pending()?.catch(() => undefined)),
  };
}

/** An Application's UUID that follows from its key without showing it: a test that looks for leaked keys must not find them in every link. */
function nameApplication(appKey: string): string {
  const text = drawText(createRandom(0, appKey), '0123456789abcdef', 31);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-8${text.slice(15, 18)}-${text.slice(18, 30)}`;
}
