import { operations } from '../../generated/neopay/operations.js';
import type { Action, Status } from '../../generated/neopay/transitions.js';
import { TransitionError } from '../core/errors.js';
import type { ErrorOrigin } from '../core/errors.js';
import { allowedActions, transitions } from './lifecycle.js';
import type { LinkStatus } from './types.js';

/** The error for an action that the link's status does not allow. */
export function illegal(action: Action, from: LinkStatus, id: string, origin: Pick<ErrorOrigin, 'outcome' | 'cause'>): TransitionError {
  const { operation } = transitions[action];
  const { method, path } = operations[operation];
  const allowed = allowedActions(from);
  const message = `${method} ${path.replace('{id}', encodeURIComponent(id))} failed: the link is ${from}, so ${action} is not allowed; ${remedy(allowed)}`;
  return new TransitionError(message, { from, action, allowed }, { operation, ...origin });
}

/** The error for a status to which no actions lead. */
export function unreachable(to: Status, from: LinkStatus, id: string): TransitionError {
  const allowed = allowedActions(from);
  const message = `ensure failed: link ${id} is ${from}, and no way leads from there to ${to}; ${remedy(allowed)}`;
  return new TransitionError(message, { from, action: 'ensure', allowed }, { operation: 'ensure', outcome: 'not-sent' });
}

function remedy(allowed: readonly Action[]): string {
  return allowed.length === 0 ? 'nothing leads out of that status' : `allowed are ${allowed.join(', ')}`;
}
