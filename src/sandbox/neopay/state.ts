import type { Faults } from './faults.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';
import type { Store } from './store.js';

/** Everything one sandbox holds; two sandboxes share nothing. */
export interface World {
  readonly appKey: string;
  readonly token: string;
  readonly applicationId: string;
  readonly perPage: number | undefined;
  /** Folder of the docs site, if there is one. */
  readonly docs: string | undefined;
  readonly store: Store;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly random: Random;
  now(): number;
  /** Resolves when every change so far is safe on disk; `undefined` when nothing is to be waited for. */
  settle(changed: boolean): Promise<void> | undefined;
}
