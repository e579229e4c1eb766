import { durationIssue } from '../core/checks.js';
import type { Engine } from '../core/transport.js';
import { ApiError, InputError, PaylinksError } from '../core/errors.js';
import { DriftError, ReferenceConflictError } from './errors.js';
import { createFlights } from '../core/flight.js';
import { prepareInput } from './input.js';
import { startScope } from './options.js';
import type { CallOptions } from './options.js';
import { agreed, isReferenced, lookUp, unknownOutcome } from './reference.js';
import type { Referenced } from './reference.js';
import { postLink, readLink } from './requests.js';
import { Failure } from '../core/failure.js';
import { newTrace } from '../core/layer.js';
import type { Scope } from '../core/layer.js';
import { sleep } from '../core/timeout.js';
import type { CreateLinkInput, PaymentLink } from './types.js';

/** What `createOnce` takes last. */
export interface CreateOnceOptions extends CallOptions {
  /**
   * Milliseconds to look for the link after a request whose outcome is unknown.
   * @default 15000
   */
  readonly settle?: number | undefined;
}

/** A create request with the reference that makes it repeatable. */
export type ReferencedInput = CreateLinkInput & { readonly reference: string };

const operation = 'createOnce';
const firstPause = 200;
const longestPause = 4_000;
const longestLastLook = 1_000;
const rememberedLinks = 10_000;
// Statuses with which a server may refuse a reference that it has already.
const duplicateRefusals = new Set([409, 422]);

/** Creates links by reference for one client, which remembers the references that a lookup cannot be trusted with. */
export function createCreateOnce(engine: Engine): (input: ReferencedInput, options?: CreateOnceOptions) => Promise<PaymentLink> {
  const flights = createFlights(operation);
  const unsettled = new Map<string, Date>();
  const created = new Map<string, string>();

  async function run(input: Referenced, settle: number, scope: Scope): Promise<PaymentLink> {
    const { reference } = input;
    if (unsettled.has(reference)) return search(input, settle, scope, undefined);
    const existing = await lookUp(engine, input, scope, 'not-sent');
    if (existing !== undefined) return existing;
    // The list may lag behind, or the server may have altered the reference.
    const id = created.get(reference);
    if (id !== undefined) return agreed(input, (await readLink(engine, id, scope)).link);
    try {
      return await post(input, scope);
    } catch (error) {
      if (!(error instanceof PaylinksError)) throw error;
      if (error.outcome === 'unknown') return search(input, settle, scope, error);
      const duplicate = error instanceof ApiError && duplicateRefusals.has(error.status);
      const found = duplicate ? await look(input, scope) : undefined;
      if (found === undefined) throw error;
      return found;
    }
  }

  async function post(input: Referenced, scope: Scope): Promise<PaymentLink> {
    const { reference } = input;
    const trace = newTrace();
    unsettled.set(reference, new Date());
    try {
      const { link, answered } = await postLink(engine, input, scope, { trace });
      unsettled.delete(reference);
      if (link.reference !== reference) {
        const message = `came back as ${JSON.stringify(link.reference ?? null)}, so no lookup can find the link by it`;
        engine.reader.report(link, [{ path: 'reference', message }], answered.call);
      }
      return link;
    } catch (error) {
      // With `strict` the error carries the link, which exists all the same.
      if (error instanceof DriftError) remember(reference, error.link.id);
      const unknown = error instanceof PaylinksError ? error.outcome === 'unknown' : trace.mayHaveActed;
      if (!unknown) unsettled.delete(reference);
      throw error;
    }
  }

  function remember(reference: string, id: string): void {
    const [oldest] = created.keys();
    if (oldest !== undefined && created.size >= rememberedLinks) created.delete(oldest);
    created.set(reference, id);
  }

  /** Looks until the link shows or time is up; never posts again. */
  async function search(input: Referenced, settle: number, scope: Scope, cause: PaylinksError | undefined): Promise<PaymentLink> {
    const { reference } = input;
    const end = Math.min(performance.now() + settle, scope.deadlineAt);
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const found = await look(input, lookScope(scope, end));
      if (found !== undefined) {
        unsettled.delete(reference);
        return found;
      }
      const left = end - performance.now();
      if (left <= 0) throw unknownOutcome(reference, unsettled.get(reference) ?? new Date(), cause);
      await pauseWithin(scope, Math.min(pause * (0.5 + Math.random() / 2), left));
    }
  }

  /** One look after a request was sent; a look that fails proves nothing. */
  async function look(input: Referenced, scope: Scope): Promise<PaymentLink | undefined> {
    try {
      return await lookUp(engine, input, scope, 'unknown');
    } catch (error) {
      if (error instanceof PaylinksError && !(error instanceof ReferenceConflictError)) return undefined;
      throw error;
    }
  }

  return async (input, options) => {
    const scope = startScope(operation, engine.settings, options, ['settle']);
    const settle = settleOf(options);
    const wire = prepareInput(operation, input);
    scope.signal?.throwIfAborted();
    if (!isReferenced(wire)) throw new InputError(operation, [{ path: 'reference', message: 'is required and must not be empty' }]);
    return flights(wire, scope, async (signal) => {
      const link = await run(wire, settle, { ...scope, signal });
      remember(wire.reference, link.id);
      return link;
    });
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

function settleOf(options: CreateOnceOptions | undefined): number {
  const settle = options?.settle ?? 15_000;
  const message = settle === 0 ? undefined : durationIssue(settle);
  if (message !== undefined) throw new InputError(operation, [{ path: 'settle', message }]);
  return settle;
}
