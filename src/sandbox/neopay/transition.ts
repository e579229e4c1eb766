import type { Status } from '../../../generated/neopay/transitions.js';
import type { LinkRecord } from './link.js';

/** What the document's lifecycle says of an action. */
export interface Transition {
  readonly from: readonly Status[];
  readonly to: Status;
}

/** Whether a transition leads on from the link's present status. */
export function canMove({ status }: LinkRecord, { from }: Transition): boolean {
  return from.includes(status);
}
