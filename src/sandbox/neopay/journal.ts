import type { OperationId } from '../../../generated/neopay/operations.js';
import type { BaseEntry } from '../core/journal.js';
import type { FaultName } from './faults.js';

/** One request as the server saw it. Headers and bodies are not kept. */
export interface JournalEntry extends BaseEntry {
  readonly operation: OperationId | undefined;
  readonly fault: FaultName | undefined;
  readonly linkId: string | undefined;
  readonly reference: string | undefined;
  /** The link's status after the request, in the document's spelling. */
  readonly linkStatus: string | undefined;
}
