import { operations, type OperationId } from '../../../generated/neopay/operations.js';
import type { CoreState } from '../core/api.js';
import { drawToken } from '../core/credentials.js';
import type { BaseEntry } from '../core/journal.js';
import { createRandom, drawText, type Random } from '../core/random.js';
import { createCoreState } from '../core/sandbox.js';
import { createStore, type Store } from '../core/store.js';
import { openStorage, type Storage } from './data.js';
import { faultKinds, type FaultName } from './faults.js';
import { recordKeys, type LinkRecord } from './link.js';
import { seedLinks } from './seeds.js';
import type { SandboxOptions } from './options.js';

/** One request as the server saw it. Headers and bodies are not kept. */
export interface JournalEntry extends BaseEntry {
  readonly operation: OperationId | undefined;
  readonly fault: FaultName | undefined;
  readonly linkId: string | undefined;
  readonly reference: string | undefined;
  /** The link's status after the request, in the document's spelling. */
  readonly linkStatus: string | undefined;
}

/** Everything one sandbox holds; two sandboxes share nothing. */
export interface State extends CoreState<JournalEntry> {
  readonly appKey: string;
  readonly token: string;
  readonly applicationId: string;
  readonly perPage: number | undefined;
  readonly store: Store<LinkRecord>;
  /** What ids and slugs are drawn from. */
  readonly random: Random;
  readonly seed: number;
}

// The page's own example; requests must carry a key, and no secret is made of it.
const exampleKey = '995d8ae8-b47f-4b3d-b411-e325d95f6ffd';

const setup = {
  operations: Object.keys(operations),
  faultKinds,
  details: { linkId: undefined, reference: undefined, linkStatus: undefined },
};

/** An empty state, or one with the links of the data file; from checked options. */
export function createState(options: SandboxOptions): State {
  const storage: Storage | undefined = options.data === undefined ? undefined : openStorage(options.data, () => store.all());
  const store: Store<LinkRecord> = createStore(recordKeys, storage?.records ?? []);
  const { dice, ...core } = createCoreState<JournalEntry>(setup, options);
  const appKey = (options.appKey ?? exampleKey).trim();
  let token = options.token?.trim();
  // A restart continues with other ids than the run before it drew.
  const drawLinks = (): Random => dice.stream(`links after ${store.size}`);
  let random = drawLinks();
  const state: State = {
    ...core,
    store,
    appKey,
    get token() {
      return (token ??= drawToken());
    },
    get seed() {
      return dice.seed;
    },
    applicationId: nameApplication(appKey),
    perPage: options.perPage,
    get random() {
      return random;
    },
    settle: (changed) => (changed ? storage?.save() : storage?.pending()?.catch(() => undefined)),
    reset() {
      core.clock.reset();
      core.faults.reset();
      core.journal.clear();
      store.clear();
      for (const record of start) store.put(record);
      random = drawLinks();
      void storage?.save().catch(() => undefined);
    },
  };
  // A data file that holds links has its own beginning.
  if (options.links !== undefined && store.size === 0) {
    seedLinks(state, options.links);
    random = drawLinks();
  }
  const start = [...store.all()];
  return state;
}

/** An Application's UUID that follows from its key without showing it: a test that looks for leaked keys must not find them in every link. */
function nameApplication(appKey: string): string {
  const text = drawText(createRandom(0, appKey), '0123456789abcdef', 31);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-8${text.slice(15, 18)}-${text.slice(18, 30)}`;
}
