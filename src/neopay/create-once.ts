import { check, durationIssue, issue } from '../core/options.js';
import { ApiError, PaylinksError } from '../core/errors.js';
import { DriftError, OutcomeUnknownError, ReferenceConflictError } from './errors.js';
import { createSingleFlight } from '../core/single-flight.js';
import type { Lookup } from './lookup.js';
import type { CallOptions } from '../core/options.js';
import { agrees, conflict, pick, plainText, prepareReferenced } from './reference.js';
import type { Referenced, ReferencedInput } from './reference.js';
import { postLink, readLink } from './requests.js';
import { Failure } from '../core/failure.js';
import { newTrace } from '../core/request.js';
import type { Scope, Special } from '../core/request.js';
import { sleep } from '../core/timeout.js';
import type { LinksTransport } from './transport.js';
import type { PaymentLink } from './types.js';

/** What `createOnce` takes last. */
export interface CreateOnceOptions extends CallOptions {
  /**
   * Milliseconds to look for the link after a request whose outcome is unknown.
   * @default 15000
   */
  readonly settle?: number | undefined;
  /**
   * Milliseconds after a request whose outcome is unknown from which a whole list without the link lets it be sent again. Longer than the server may still be
   * at work on a request and than its list may be late, or there will be two links.
   * @default never
   */
  readonly repostAfter?: number | undefined;
}

/** Creates links by reference for one client, which remembers the references that a lookup cannot be trusted with. */
export interface OnceCreator {
  call(input: ReferencedInput, options?: CreateOnceOptions): Promise<PaymentLink>;
  /** The same for an input that is checked, beside others: `first` is the first look at the list. */
  create(input: Referenced, scope: Scope, more: { readonly first: Lookup; readonly special: Special }): Promise<PaymentLink>;
}

interface Limits {
  readonly settle: number;
  readonly repostAfter: number;
}

/** A request whose outcome is not known, or not yet. */
interface Attempt {
  readonly since: Date;
  /** When it was given up, or must be at the latest, on the clock of `performance.now()`. */
  endedAt: number;
  cause?: PaylinksError;
}

const operation = 'createOnce';
const firstPause = 200;
const longestPause = 4_000;
const longestLastLook = 1_000;
const rememberedLinks = 10_000;
// Statuses with which a server may refuse a reference that it has already.
const duplicateRefusals = new Set([409, 422]);

/** Creates links by reference for one client. */
export function createOnceCreator(transport: LinksTransport, lookup: Lookup): OnceCreator {
  const join = createSingleFlight<{ readonly link: PaymentLink; readonly input: Referenced }>(
    operation,
    'call it again with the same reference',
  );
  const attempts = new Map<string, Attempt>();
  const created = new Map<string, string>();

  async function run(input: Referenced, limits: Limits, scope: Scope, first: Lookup, special?: Special): Promise<PaymentLink> {
    const key = plainText(input.reference);
    if (attempts.has(key)) return search(input, key, limits, scope, special);
    const about = { operation, outcome: 'not-sent' } as const;
    const existing = pick(operation, input, (await first(scope, about)).with(key), about.outcome);
    if (existing !== undefined) return existing;
    // Nothing is awaited from here until the attempt is noted, so no two calls of one client post.
    if (attempts.has(key)) return search(input, key, limits, scope, special);
    // The list may lag behind, or the server may have altered the reference.
    const id = created.get(key);
    if (id !== undefined) return recall(input, id, scope);
    return (await post(input, key, scope, special)) ?? search(input, key, limits, scope, special);
  }

  /** Sends one create request; gives nothing when what became of it is unknown. */
  async function post(input: Referenced, key: string, scope: Scope, special?: Special): Promise<PaymentLink | undefined> {
    const before = attempts.get(key);
    const attempt: Attempt = { since: before?.since ?? new Date(), endedAt: scope.deadlineAt };
    const trace = newTrace();
    attempts.set(key, attempt);
    try {
      const { link } = await postLink(transport, input, scope, { ...special, trace });
      attempts.delete(key);
      return link;
    } catch (error) {
      attempt.endedAt = performance.now();
      // With `strict` the error carries the link, which exists all the same.
      if (error instanceof DriftError) remember(key, error.link.id);
      const known = error instanceof PaylinksError;
      if (known ? error.outcome === 'unknown' : trace.mayHaveActed) {
        if (!known) throw error;
        attempt.cause = error;
        return undefined;
      }
      if (before === undefined) attempts.delete(key);
      else attempts.set(key, before);
      const duplicate = error instanceof ApiError && duplicateRefusals.has(error.status);
      const found = duplicate ? await look(input, key, scope) : undefined;
      if (typeof found !== 'object') throw error;
      return found;
    }
  }

  async function recall(input: Referenced, id: string, scope: Scope): Promise<PaymentLink> {
    const { link } = await readLink(transport, id, scope);
    if (!agrees(input, link)) throw conflict(operation, input.reference, [link], 'not-sent');
    return link;
  }

  function remember(key: string, id: string): void {
    const [oldest] = created.keys();
    if (oldest !== undefined && created.size >= rememberedLinks) created.delete(oldest);
    created.set(key, id);
  }

  /** Looks until the link shows or time is up; posts again only when told to, and after a whole look that began when the quiet time was over. */
  async function search(input: Referenced, key: string, limits: Limits, scope: Scope, special?: Special): Promise<PaymentLink> {
    const end = Math.min(performance.now() + limits.settle, scope.deadlineAt);
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const attempt = attempts.get(key);
      const id = created.get(key);
      if (attempt === undefined && id !== undefined) return recall(input, id, scope);
      const quietFrom = (attempt?.endedAt ?? 0) + limits.repostAfter;
      const quiet = performance.now() >= quietFrom;
      const found = await look(input, key, lookScope(scope, end));
      if (typeof found === 'object') {
        attempts.delete(key);
        return found;
      }
      if (quiet && found === 'absent' && attempts.get(key) === attempt) {
        const link = await post(input, key, scope, special);
        if (link !== undefined) return link;
      }
      const left = end - performance.now();
      if (left <= 0) throw unknownOutcome(input.reference, attempts.get(key));
      const toQuiet = quiet ? left : Math.max(1, quietFrom - performance.now());
      await pauseWithin(scope, Math.min(pause * (0.5 + Math.random() / 2), left, toQuiet));
    }
  }

  /** One look after a request was sent; a look that fails proves nothing. */
  async function look(input: Referenced, key: string, scope: Scope): Promise<PaymentLink | 'absent' | 'unread'> {
    try {
      const reading = await lookup(scope, { operation, outcome: 'unknown' });
      return pick(operation, input, reading.with(key), 'unknown') ?? 'absent';
    } catch (error) {
      if (error instanceof PaylinksError && !(error instanceof ReferenceConflictError)) return 'unread';
      throw error;
    }
  }

  async function create(input: Referenced, limits: Limits, scope: Scope, first: Lookup, special?: Special): Promise<PaymentLink> {
    const key = plainText(input.reference);
    const joined = await join(key, scope, async (signal) => {
      const link = await run(input, limits, { ...scope, signal }, first, special);
      remember(key, link.id);
      return { link, input };
    });
    if (!agrees(input, joined.input)) throw conflict(operation, input.reference, [joined.link], 'not-sent');
    return joined.link;
  }

  return {
    async call(input, options) {
      const scope = transport.start(operation, options, ['settle', 'repostAfter']);
      const limits = limitsOf(options);
      const wire = prepareReferenced(operation, input);
      return create(wire, limits, scope, lookup);
    },
    create: (input, scope, { first, special }) => create(input, limitsOf(undefined), scope, first, special),
  };
}

// A list that stalls must not outlast the search; the last look still gets a moment.
function lookScope(scope: Scope, end: number): Scope {
  return { ...scope, deadlineAt: Math.min(scope.deadlineAt, Math.max(end, performance.now() + longestLastLook)) };
}

// The search sees the end of its time itself and says what is not known.
async function pauseWithin(scope: Scope, milliseconds: number): Promise<void> {
  try {
    await sleep(scope, milliseconds);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

function limitsOf(options: CreateOnceOptions | undefined): Limits {
  const { settle = 15_000, repostAfter } = options ?? {};
  check(operation, [
    issue('settle', settle === 0 ? undefined : durationIssue(settle)),
    issue('repostAfter', repostAfter === undefined || repostAfter === 0 ? undefined : durationIssue(repostAfter)),
  ]);
  return { settle, repostAfter: repostAfter ?? Number.POSITIVE_INFINITY };
}

function unknownOutcome(reference: string, attempt: Attempt | undefined): OutcomeUnknownError {
  const message = `${operation} failed: whether a link with reference ${JSON.stringify(reference)} exists is not known; call it again with the same reference to go on looking`;
  const origin = { operation, outcome: 'unknown', cause: attempt?.cause } as const;
  return new OutcomeUnknownError(message, { reference, since: attempt?.since ?? new Date() }, origin);
}
