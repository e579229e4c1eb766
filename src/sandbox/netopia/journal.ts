import type { OperationId } from '../../../generated/netopia/operations.js';
import type { BaseEntry } from '../core/journal.js';
import type { FaultName } from './faults.js';

/** One request as the server saw it. Headers and bodies are not kept. */
export interface JournalEntry extends BaseEntry {
  readonly operation: OperationId | undefined;
  readonly fault: FaultName | undefined;
  readonly ntpID: string | undefined;
  readonly orderID: string | undefined;
  /** The payment's status after the request, by the API's number. */
  readonly paymentStatus: number | undefined;
}
