import { operations } from '../../generated/neopay/operations.js';
import type { OperationId } from '../../generated/neopay/operations.js';
import { statuses } from '../../generated/neopay/transitions.js';
import type { Action, Status } from '../../generated/neopay/transitions.js';
import { ApiError, InputError, PaylinksError, TimeoutError } from '../core/errors.js';
import type { ErrorOrigin } from '../core/errors.js';
import { TransitionError } from './errors.js';
import { pathSegment } from '../core/url.js';
import type { CallOptions } from '../core/options.js';
import { createQueue, waitFor } from '../core/queue.js';
import { readLink } from './requests.js';
import { allowedActions, canTransition, isFinal, isKnown, planTransition, stepOf, transitions } from './lifecycle.js';
import { newTrace } from '../core/request.js';
import type { Response, Scope, Trace } from '../core/request.js';
import { sleep } from '../core/timeout.js';
import { nearest } from '../shared/nearest.js';
import type { LinksTransport } from './transport.js';
import type { LinkId, LinkStatus, PaymentLink } from './types.js';

/** An id, or a link whose status is known. */
export type Target = LinkId | PaymentLink;

// How servers refuse an illegal step; the page does not say which one this API uses.
const refusals = new Set([400, 409, 422]);

/** Moves links through their lifecycle, one link's moves one after the other. */
export interface Mover {
  move(action: Action, target: Target, options: CallOptions | undefined): Promise<PaymentLink>;
  ensure(target: Target, status: LinkStatus, options: CallOptions | undefined): Promise<PaymentLink>;
  /** The same as `move` within a call that is under way. */
  step(action: Action, id: string, scope: Scope): Promise<PaymentLink>;
}

/** A transition that ended in an error. */
interface Failed {
  readonly action: Action;
  readonly id: string;
  readonly start: LinkStatus | undefined;
  readonly trace: Trace;
  readonly error: PaylinksError;
  /** The link as it was seen when it had left the status that the transition started from. */
  readonly moved: PaymentLink | undefined;
}

const rememberedLinks = 10_000;

/** Moves links for one client. */
export function createMover(transport: LinksTransport): Mover {
  const { reader, settings } = transport;
  const inTurn = createQueue();
  const inDoubt = createInDoubt();
  // Where this client moved a link last: a link in hand may be older than that.
  const known = new Map<string, Status>();

  /** Reads the link for a transition's own sake; `undefined` when that fails. */
  async function look(id: string, scope: Scope): Promise<{ link: PaymentLink; response: Response } | undefined> {
    try {
      return await readLink(transport, id, scope, { once: true });
    } catch (error) {
      if (error instanceof PaylinksError) return undefined;
      throw error;
    }
  }

  /** Takes one step; `start` is the status in which the link certainly is, where that is known. */
  async function take(action: Action, id: string, start: LinkStatus | undefined, scope: Scope): Promise<PaymentLink> {
    const { operation, to } = transitions[action];
    const trace = newTrace();
    await inDoubt.pass(id, to, operation, scope);
    let moved: PaymentLink | undefined;
    const reread = async () => {
      const seen = await look(id, scope);
      if (seen === undefined) return 'unread';
      if (seen.link.status === to) {
        if (start !== undefined) trace.inDoubt -= 1;
        return seen.response;
      }
      if (isUntouched(action, start, seen.link.status)) return 'repeat';
      moved = seen.link;
      return 'stop';
    };
    try {
      const special = { target: id, trace, ...(settings.retries > 0 && { reread }) };
      const response = await transport.send(operation, { path: { id } }, scope, special);
      const link = reader.link(response, { asked: id });
      if (link.status !== to) throw transport.unusable(response, `the link's status is ${link.status}, not ${to}`);
      return arrived(link, id, to, operation);
    } catch (error) {
      if (!(error instanceof PaylinksError)) throw error;
      return arrived(await settle({ action, id, start, trace, error, moved }, scope), id, to, operation);
    } finally {
      inDoubt.note(id, to, trace);
    }
  }

  /** What a failed transition came to: the link may be where it should be after all, or its status may explain the refusal. */
  async function settle({ action, id, start, trace, error, moved }: Failed, scope: Scope): Promise<PaymentLink> {
    const refused = error instanceof ApiError && refusals.has(error.status);
    const over = error instanceof TimeoutError && error.limit === 'deadline';
    const unsure = error.outcome === 'unknown' && trace.inDoubt > 0 && settings.retries > 0 && !over;
    const link = moved ?? (refused || unsure ? (await look(id, scope))?.link : undefined);
    if (link === undefined) throw error;
    if (link.status === stepOf(action).to) {
      // Where the start is not known, being at the target proves nothing about the attempts: they may still land.
      if (start !== undefined) trace.inDoubt -= 1;
      return link;
    }
    if (!isKnown(link.status) || canTransition(link.status, action)) throw error;
    throw illegal(action, link.status, id, { outcome: error.outcome, cause: error });
  }

  function arrived(link: PaymentLink, id: string, to: Status, operation: string): PaymentLink {
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= rememberedLinks) known.delete(oldest);
    known.set(id, to);
    for (const status of inDoubt.over(id, to)) {
      const message = `is ${to}, but an earlier transition to ${status} was never heard of and may still land; read the link again later`;
      reader.warn(link, operation, { path: 'status', message });
    }
    return link;
  }

  /** Takes a link that may be where it should be already to a status. */
  async function reach(
    id: string,
    status: Status,
    operation: string,
    scope: Scope,
    refusal: (from: LinkStatus) => TransitionError,
  ): Promise<PaymentLink> {
    // A status read too early would be taken for the last word.
    await inDoubt.pass(id, status, operation, scope);
    let { link } = await readLink(transport, id, scope);
    const plan = planTransition(link.status, status);
    if (plan === undefined) throw refusal(link.status);
    for (const action of plan) link = await take(action, id, link.status, scope);
    return plan.length > 0 ? link : arrived(link, id, status, operation);
  }

  return {
    async move(action, target, options) {
      const { operation, to } = transitions[action];
      const scope = transport.start(operation, options);
      const id = segmentSource(operation, target);
      const start = statusOf(target);
      const refusal = (from: LinkStatus): TransitionError => illegal(action, from, id, { outcome: 'not-sent' });
      if (start === to && typeof target === 'object' && isFinal(to)) return target;
      if (start === to) return inTurn(id, operation, scope, () => reach(id, to, operation, scope, refusal));
      if (start !== undefined && !canTransition(start, action)) throw refusal(start);
      return inTurn(id, operation, scope, () => take(action, id, (known.get(id) ?? start) === start ? start : undefined, scope));
    },
    step: (action, id, scope) => inTurn(id, transitions[action].operation, scope, () => take(action, id, undefined, scope)),
    async ensure(target, status, options) {
      const scope = transport.start('ensure', options);
      const id = segmentSource('ensure', target);
      if (!isKnown(status)) throw new InputError('ensure', [{ path: 'status', message: statusIssue(status) }]);
      return inTurn(id, 'ensure', scope, () => reach(id, status, 'ensure', scope, (from) => unreachable(status, from, id)));
    },
  };
}

/** Whether the status read back proves that no attempt has moved the link yet. */
function isUntouched(action: Action, start: LinkStatus | undefined, seen: LinkStatus): boolean {
  const { from, to } = stepOf(action);
  if (!canTransition(seen, action)) return false;
  if (start !== undefined) return seen === start;
  // Somebody may have moved it back from the target; where no way leads back, or only one start is legal, the link still stands where it stood.
  return from.length === 1 || planTransition(to, seen) === undefined;
}

function statusIssue(status: unknown): string {
  const guess = Object.entries(transitions).find(([action]) => action === status)?.[1].to ?? nearest(String(status), statuses);
  return `must be one of ${statuses.join(', ')}${guess === undefined ? '' : `; did you mean ${guess}?`}`;
}

function statusOf(target: Target): Status | undefined {
  return typeof target === 'object' && isKnown(target.status) ? target.status : undefined;
}

// The transport puts the id into the path; the check comes first, so that nothing waits in the queue for an id that cannot be sent.
function segmentSource(operation: OperationId | 'ensure', target: Target): string {
  const id: unknown = typeof target === 'object' && target !== null ? target.id : target;
  pathSegment(operation, 'id', id);
  return String(id);
}

/** Transitions whose outcome is in doubt; the next one of the same link waits until the server can no longer apply the earlier one. */
interface InDoubt {
  /** Waits until an earlier transition to another status should no longer land on top of this one. */
  pass(id: string, to: Status, operation: string, scope: Scope): Promise<void>;
  /** Notes the attempts of a transition that ended without a certain outcome. */
  note(id: string, to: Status, trace: Trace): void;
  /** The statuses to which a link at `to` may still be taken, by a server without a bound on its work; each is told once. */
  over(id: string, to: Status): readonly Status[];
}

function createInDoubt(): InDoubt {
  const open = new Map<string, Map<Status, number>>();
  const others = (id: string, to: Status): [Status, number][] => [...(open.get(id) ?? [])].filter(([status]) => status !== to);
  return {
    async pass(id, to, operation, scope) {
      const until = Math.max(0, ...others(id, to).map(([, end]) => end));
      const wait = until - performance.now();
      if (wait > 0) await waitFor(sleep(scope, wait), operation, scope);
    },
    note(id, to, { inDoubt, inDoubtUntil }) {
      if (inDoubt <= 0) return;
      const [oldest] = open.keys();
      if (oldest !== undefined && open.size >= rememberedLinks) open.delete(oldest);
      open.set(id, (open.get(id) ?? new Map<Status, number>()).set(to, inDoubtUntil));
    },
    over(id, to) {
      const statuses = others(id, to).map(([status]) => status);
      for (const status of statuses) open.get(id)?.delete(status);
      return isFinal(to) ? [] : statuses;
    },
  };
}

/** The error for an action that the link's status does not allow. */
function illegal(action: Action, from: LinkStatus, id: string, origin: Pick<ErrorOrigin, 'outcome' | 'cause'>): TransitionError {
  const { operation } = transitions[action];
  const { method, path } = operations[operation];
  const allowed = allowedActions(from);
  const message = `${method} ${path.replace('{id}', encodeURIComponent(id))} failed: the link is ${from}, so ${action} is not allowed; ${remedy(allowed)}`;
  return new TransitionError(message, { from, action, allowed }, { operation, ...origin });
}

/** The error for a status to which no actions lead. */
function unreachable(to: Status, from: LinkStatus, id: string): TransitionError {
  const allowed = allowedActions(from);
  const message = `ensure failed: link ${id} is ${from}, and no way leads from there to ${to}; ${remedy(allowed)}`;
  return new TransitionError(message, { from, action: 'ensure', allowed }, { operation: 'ensure', outcome: 'not-sent' });
}

function remedy(allowed: readonly Action[]): string {
  return allowed.length === 0 ? 'nothing leads out of that status' : `allowed are ${allowed.join(', ')}`;
}
