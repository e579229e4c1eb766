import { operations } from '../../../generated/neopay/operations.js';
import type { CoreState } from '../core/api.js';
import { drawToken } from '../core/credentials.js';
import { createRandom, drawText, type Random } from '../core/random.js';
import { createCoreState } from '../core/sandbox.js';
import { openDataFile, type DataFile } from '../core/store-file.js';
import { createStore, type Store } from '../core/store.js';
import { linkFormat } from './data.js';
import { faultKinds } from './faults.js';
import type { JournalEntry } from './journal.js';
import { draftLink, recordKeys, type LinkRecord, type WireInput } from './link.js';
import type { SandboxOptions } from './options.js';
import { readSeeds } from './seeds.js';

/** Everything one sandbox holds; two sandboxes share nothing. */
export interface State extends CoreState<JournalEntry> {
  readonly appKey: string;
  readonly token: string;
  readonly seed: number;
  readonly perPage: number | undefined;
  readonly store: Store<LinkRecord>;
  /** A new draft with an id and a slug that no other link has; it is not held yet. */
  draft(input: WireInput): LinkRecord;
  /** Holds a link, new or changed. */
  put(record: LinkRecord): void;
  /** Holds these links and no other; throws a `TypeError` that names the field that is wrong, and then changes nothing. */
  replace(links: readonly unknown[]): void;
}

// The page's own example; requests must carry a key, and no secret is made of it.
const exampleKey = '995d8ae8-b47f-4b3d-b411-e325d95f6ffd';

const setup = {
  operations: Object.keys(operations),
  faultKinds,
  details: { linkId: undefined, reference: undefined, linkStatus: undefined },
};

/** A state with the links of the data file, or else those to start with; from checked options. */
export function createState(options: SandboxOptions): State {
  const { dice, ...core } = createCoreState<JournalEntry>(setup, options);
  const file: DataFile<LinkRecord> | undefined =
    options.data === undefined ? undefined : openDataFile(options.data, linkFormat, () => store.all());
  const store: Store<LinkRecord> = createStore(recordKeys, file?.items ?? []);
  const appKey = (options.appKey ?? exampleKey).trim();
  const applicationId = nameApplication(appKey);
  const now = core.clock.now;
  let token = options.token?.trim();
  // A restart continues with other ids than the run before it drew.
  let random: Random = dice.stream(`links after ${store.size}`);

  function draft(input: WireInput): LinkRecord {
    const record = draftLink(input, { random, applicationId, now });
    const { id, alias } = recordKeys;
    // After a restart, the same seed and clock draw the ids of an earlier run again.
    return store.find(id(record)) === undefined && store.findByAlias(alias(record) ?? '') === undefined ? record : draft(input);
  }

  function put(record: LinkRecord): void {
    file?.note(record, store.find(recordKeys.id(record)) === undefined);
    store.put(record);
  }

  function replace(links: readonly unknown[]): void {
    // Their own stream: what is made up for them is the same in each run, and draws no seed while a worker's module loads.
    const records = readSeeds(links, { random: createRandom(0, 'links to start with'), applicationId, now });
    store.clear();
    file?.clear();
    for (const record of records) put(record);
  }

  if (store.size === 0 && options.links !== undefined) replace(options.links);
  return {
    ...core,
    store,
    appKey,
    perPage: options.perPage,
    get token() {
      return (token ??= drawToken());
    },
    get seed() {
      return dice.seed;
    },
    draft,
    put,
    replace,
    reset() {
      core.faults.reset();
      core.journal.clear();
      core.clock.reset();
      random = dice.stream('links after 0');
      replace(options.links ?? []);
    },
    settle: (changed) => (changed ? file?.save() : file?.pending()?.catch(() => undefined)),
    claim: () => file?.claim(),
  };
}

/** An Application's UUID that follows from its key without showing it: a test that looks for leaked keys must not find them in every link. */
function nameApplication(appKey: string): string {
  const text = drawText(createRandom(0, appKey), '0123456789abcdef', 31);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-8${text.slice(15, 18)}-${text.slice(18, 30)}`;
}
