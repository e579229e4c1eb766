import { statuses, transitions } from '../../generated/neopay/transitions.js';
import type { Action, Status } from '../../generated/neopay/transitions.js';
import type { LinkStatus } from './types.js';

export { transitions };

interface Step {
  readonly from: readonly string[];
  readonly to: Status;
}

// `Object.keys` types its result as text; the keys of the generated table are the actions.
const actions = /* @__PURE__ */ Object.keys(transitions) as Action[];

/** Whether a link in this status may take the action. */
export function canTransition(from: LinkStatus, action: Action): boolean {
  return Object.hasOwn(transitions, action) && stepOf(action).from.includes(from);
}

/** The actions that a link in this status may take; none for `unknown`. */
export function allowedActions(from: LinkStatus): readonly Action[] {
  return actions.filter((action) => canTransition(from, action));
}

/** Whether no action leads out of the status. */
export function isFinal(status: LinkStatus): boolean {
  return isKnown(status) && allowedActions(status).length === 0;
}

/** The fewest actions that take a link from one status to another, none when it is there already, or `undefined` when there is no way. */
export function planTransition(from: LinkStatus, to: LinkStatus): readonly Action[] | undefined {
  if (!isKnown(from) || !isKnown(to)) return undefined;
  const plans = new Map<LinkStatus, readonly Action[]>([[from, []]]);
  for (const [status, plan] of plans) {
    if (status === to) return plan;
    for (const action of allowedActions(status)) {
      const next = stepOf(action).to;
      if (!plans.has(next)) plans.set(next, [...plan, action]);
    }
  }
  return undefined;
}

/** Whether this version of the document names the status. */
export function isKnown(status: unknown): status is Status {
  return (statuses as readonly unknown[]).includes(status);
}

/** The action's row in the table, typed for asking any status of it. */
export function stepOf(action: Action): Step {
  return transitions[action];
}
