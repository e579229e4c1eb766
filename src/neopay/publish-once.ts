import { ApiError, AuthenticationError, PaylinksError, PermissionError, ResponseError, TimeoutError } from '../core/errors.js';
import { Failure } from '../core/failure.js';
import { check, durationIssue, issue } from '../core/options.js';
import type { CallOptions } from '../core/options.js';
import { newTrace } from '../core/request.js';
import type { Scope, Special } from '../core/request.js';
import { createSingleFlight } from '../core/single-flight.js';
import { sleep } from '../core/timeout.js';
import { DriftError, OutcomeUnknownError, ReferenceConflictError, TransitionError } from './errors.js';
import { allowedActions } from './lifecycle.js';
import type { Lookup, Reading } from './lookup.js';
import { agrees, conflict, plainText, prepareReferenced } from './reference.js';
import type { Referenced, ReferencedInput } from './reference.js';
import { postLink } from './requests.js';
import type { Mover } from './transition.js';
import type { LinksTransport } from './transport.js';
import type { PaymentLink } from './types.js';

/** What `publishOnce` takes last. */
export interface PublishOnceOptions extends CallOptions {
  /**
   * Milliseconds that a draft must be old, on the server's clock, before it is published: longer than a list of the server may be late, or two links may be
   * published. 0 where no other process creates links.
   * @default 3000
   */
  readonly wait?: number | undefined;
}

type Published = PaymentLink<'published'>;

/** Publishes at most one link for each reference, for one client. */
export interface OncePublisher {
  call(input: ReferencedInput, options?: PublishOnceOptions): Promise<Published>;
  /** The same for an input that is checked, beside others: `first` is the first look at the list. */
  publish(
    input: Referenced,
    scope: Scope,
    more: { readonly first: Lookup; readonly special: Special; readonly wait: number | undefined },
  ): Promise<Published>;
}

const operation = 'publishOnce';
const defaultWait = 3_000;
const firstPause = 200;
const longestPause = 4_000;
// A draft that was made for certain is looked for this long before another one is made.
const longestLag = 15_000;
const advice = 'call it again with the same reference to go on';
const mostRefusedSteps = 3;
// How servers may refuse a second link with a reference, or a second step.
const refusals = new Set([400, 409, 422]);

/**
 * Processes agree on one draft before anything is payable: the winner is the least by creation time and id among all links with the reference, and it is
 * published only once it is so old that no earlier one can still show up. A surplus draft can never win, so a create whose outcome is unknown may be repeated.
 */
export function createOncePublisher(transport: LinksTransport, lookup: Lookup, mover: Pick<Mover, 'step'>): OncePublisher {
  const join = createSingleFlight<{ readonly link: Published; readonly input: Referenced }>(operation, advice);

  async function run(input: Referenced, wait: number, scope: Scope, first: Lookup, special: Special): Promise<Published> {
    const key = plainText(input.reference);
    const since = new Date();
    const seenAt = new Map<string, number>();
    let read = first;
    let sent = false;
    // The last step whose effect is not known.
    let doubt: PaylinksError | undefined;
    let refusal: PaylinksError | undefined;
    let postAt = Number.NEGATIVE_INFINITY;
    let refusedSteps = 0;

    const unknown = (why: string, cause: PaylinksError | undefined): OutcomeUnknownError => {
      const message = `${operation} failed: ${why}; whether the link with reference ${JSON.stringify(input.reference)} is published is not known; ${advice}`;
      return new OutcomeUnknownError(message, { reference: input.reference, since }, { operation, outcome: 'unknown', cause });
    };
    const pauseFor = async (milliseconds: number): Promise<void> => {
      try {
        await sleep(scope, milliseconds);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const late = `not done within ${scope.deadline} ms (deadline)`;
        if (sent) throw unknown(late, doubt);
        throw new TimeoutError(`${operation} failed: ${late}; ${advice}`, 'deadline', { operation, outcome: 'not-sent' });
      }
    };
    /** Goes on after an error of a step that the list will tell of; throws what cannot end better. */
    const goOn = async (error: unknown, pause: number): Promise<void> => {
      if (!(error instanceof PaylinksError) || error instanceof DriftError) throw error;
      if (error.outcome === 'unknown') doubt = error;
      if (isFinalError(error)) throw doubt === undefined ? error : unknown('the credentials were refused', error);
      if (!sent) throw error;
      await pauseFor(jittered(pause));
    };

    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let reading: Reading;
      try {
        reading = await read(scope, { operation, outcome: sent ? 'unknown' : 'not-sent' });
      } catch (error) {
        // A list that was not read proves nothing; once something was sent, the next one may tell what became of it.
        await goOn(error, pause);
        continue;
      } finally {
        read = lookup;
      }
      const all = reading.with(key);
      const winner = leastOf(all);
      if (winner === undefined) {
        if (refusal !== undefined) throw refusal;
        if (performance.now() < postAt) {
          await pauseFor(jittered(pause));
          continue;
        }
        const trace = newTrace();
        try {
          await postLink(transport, input, scope, { ...special, trace });
          sent = true;
          postAt = performance.now() + Math.max(wait, longestLag);
        } catch (error) {
          sent ||= trace.mayHaveActed;
          postAt = performance.now() + Math.max(wait, firstPause);
          // A refusal may be that of a second link with the reference, which the list then shows.
          if (error instanceof ApiError && error.outcome === 'rejected') {
            if (!refusals.has(error.status)) throw error;
            refusal = error;
            sent = true;
          }
          await goOn(error, pause);
        }
        continue;
      }
      const outcome = doubt === undefined ? 'not-sent' : 'unknown';
      if (!agrees(input, winner)) throw conflict(operation, input.reference, [winner], outcome);
      const others = all.filter((link) => isPublished(link) && link.id !== winner.id);
      if (others.length > 0) throw conflict(operation, input.reference, [winner, ...others], outcome);
      if (isPublished(winner)) {
        await tidy(all, winner, scope);
        return winner;
      }
      const missing = wait - ageOf(winner, reading, seenAt);
      if (missing > 0) {
        await pauseFor(missing);
        continue;
      }
      if (winner.status !== 'draft') throw usedUp(winner, input.reference);
      try {
        sent = true;
        const link = await mover.step('publish', winner.id, scope);
        if (isPublished(link)) return await lookAgain(link, key, wait, scope);
      } catch (error) {
        if (error instanceof ReferenceConflictError) throw error;
        if (error instanceof ApiError && error.outcome === 'rejected' && (refusedSteps += 1) > mostRefusedSteps) throw error;
        await goOn(error, pause);
      }
    }
  }

  /** Looks once more after `wait`: a list that is later than that has hidden a link that another process published. */
  async function lookAgain(link: Published, key: string, wait: number, scope: Scope): Promise<Published> {
    try {
      await sleep(scope, wait);
      const all = (await lookup(scope, { operation, outcome: 'done' })).with(key);
      const others = all.filter((other) => isPublished(other) && other.id !== link.id);
      if (others.length > 0) throw conflict(operation, String(link.reference), [link, ...others], 'done');
      await tidy(all, link, scope);
    } catch (error) {
      if (error instanceof ReferenceConflictError || !(error instanceof Failure || error instanceof PaylinksError)) throw error;
      const message = 'was published; whether another link with its reference was published meanwhile could not be looked up';
      transport.reader.warn(link, operation, { path: '', message });
    }
    return link;
  }

  /** Closes the drafts that lost; they cannot be paid, so it matters to nobody when that fails. */
  async function tidy(all: readonly PaymentLink[], winner: Published, scope: Scope): Promise<void> {
    const losers = all.filter(({ id, status }) => id !== winner.id && status === 'draft');
    const steps = losers.map(async ({ id }) => {
      try {
        await mover.step('close', id, scope);
      } catch (error) {
        if (!(error instanceof PaylinksError)) throw error;
      }
    });
    await Promise.all(steps);
  }

  async function publish(input: Referenced, wait: number, scope: Scope, first: Lookup, special: Special): Promise<Published> {
    const joined = await join(plainText(input.reference), scope, async (signal) => {
      return { link: await run(input, wait, { ...scope, signal }, first, special), input };
    });
    if (!agrees(input, joined.input)) throw conflict(operation, input.reference, [joined.link], 'not-sent');
    return joined.link;
  }

  return {
    async call(input, options) {
      const scope = transport.start(operation, options, ['wait']);
      const wait = checkWait(operation, options?.wait);
      return publish(prepareReferenced(operation, input), wait, scope, lookup, {});
    },
    publish: (input, scope, { first, special, wait = defaultWait }) => publish(input, wait, scope, first, special),
  };
}

/** How old a draft must be, in milliseconds; throws `InputError` for what is no duration. */
export function checkWait(caller: string, wait: number = defaultWait): number {
  check(caller, [issue('wait', wait === 0 ? undefined : durationIssue(wait))]);
  return wait;
}

function isPublished(link: PaymentLink): link is Published {
  return link.status === 'published';
}

/** Whether another attempt of this call cannot end better. */
function isFinalError(error: PaylinksError): boolean {
  return error instanceof AuthenticationError || error instanceof PermissionError;
}

/** The least by creation time and id: all processes that see the same links choose the same one. */
export function leastOf(links: readonly PaymentLink[]): PaymentLink | undefined {
  return [...links].sort((one, other) => createdAt(one) - createdAt(other) || (one.id < other.id ? -1 : 1))[0];
}

// A time without a zone is read as UTC, as the API's own times are.
function createdAt({ id, created_at: text }: PaymentLink): number {
  const time = Date.parse(`${(text ?? '').replace(' ', 'T')}${isZoned(text) ? '' : 'Z'}`);
  if (!Number.isNaN(time)) return time;
  const message = `${operation} failed: link ${id} has no created_at that can be read, by which processes agree on one link`;
  throw new ResponseError(message, { status: 200, text: '' }, { operation, outcome: 'unknown' });
}

function isZoned(text: string | undefined): boolean {
  return /(?:z|[+-]\d{2}:?\d{2})$/i.test(text ?? '');
}

/** Milliseconds since the link was created, at least: by the server's clock, or by how long it has been seen here. */
function ageOf(link: PaymentLink, reading: Reading, seenAt: Map<string, number>): number {
  const first = seenAt.get(link.id) ?? reading.endedAt;
  seenAt.set(link.id, first);
  // A time without a zone may be that of another clock.
  const byServer = reading.serverTime === undefined || !isZoned(link.created_at) ? 0 : reading.serverTime - createdAt(link);
  return Math.max(byServer, reading.begunAt - first);
}

function jittered(pause: number): number {
  return pause * (0.5 + Math.random() / 2);
}

function usedUp(link: PaymentLink, reference: string): TransitionError {
  const allowed = allowedActions(link.status);
  const why = link.status === 'unpublished' ? 'somebody took it back on purpose; publish it by its id' : 'its reference is used up';
  const message = `${operation} failed: link ${link.id} with the reference ${JSON.stringify(reference)} is ${link.status}, so ${why}`;
  return new TransitionError(message, { from: link.status, action: 'publish', allowed }, { operation, outcome: 'rejected' });
}
