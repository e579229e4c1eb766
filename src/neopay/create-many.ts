import { AuthenticationError, InputError } from '../core/errors.js';
import type { PaylinksError } from '../core/errors.js';
import { prepareInput } from './input.js';
import type { CallOptions } from '../core/options.js';
import { postLink } from './requests.js';
import type { LinksTransport } from './transport.js';
import type { Lookup, Reading } from './lookup.js';
import type { OnceCreator } from './create-once.js';
import { checkWait } from './publish-once.js';
import type { OncePublisher } from './publish-once.js';
import { prepareReferenced } from './reference.js';
import type { ReferencedInput } from './reference.js';
import type { Special } from '../core/request.js';
import type { CreateLinkInput, NewLink, PaymentLink } from './types.js';

/** What links to create may come from. */
export type Inputs<Input extends CreateLinkInput = CreateLinkInput> = Iterable<Input> | AsyncIterable<Input>;

/** What became of one input. */
export type CreateManyResult<Link extends PaymentLink = NewLink> =
  | { readonly index: number; readonly input: CreateLinkInput; readonly link: Link; readonly error?: undefined }
  | { readonly index: number; readonly input: CreateLinkInput; readonly error: PaylinksError; readonly link?: undefined };

/** The results one by one, in whichever order they finish; awaited, an array of all of them in the order of the inputs. */
export type CreateManyResults<Link extends PaymentLink = NewLink> = AsyncGenerator<CreateManyResult<Link>, void, undefined> &
  PromiseLike<CreateManyResult<Link>[]>;

/** What `createMany` takes last; `timeout` and `deadline` hold for each link. */
export interface CreateManyOptions extends CallOptions {
  /**
   * How many links are under way at once.
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /**
   * Whether a link that has an input's `reference` already is taken instead of creating another; one reading of the list serves all. Every input needs a
   * reference. Run again, it creates only what is missing.
   * @default false
   */
  readonly once?: boolean | undefined;
  /**
   * Whether each goes through `publishOnce`, so that at most one link of each reference is published. Every input needs a reference.
   * @default false
   */
  readonly publish?: boolean | undefined;
  /**
   * With `publish`: the `wait` of `publishOnce`, in milliseconds.
   * @default 3000
   */
  readonly wait?: number | undefined;
}

/** How the links of one client are created by reference. */
export interface ByReference {
  readonly lookup: Lookup;
  readonly once: OnceCreator;
  readonly publisher: OncePublisher;
}

type Source = Iterator<CreateLinkInput> | AsyncIterator<CreateLinkInput>;

const operation = 'createMany';

/** Creates links from an iterable, a few at a time; inputs are taken only as results are. */
export function createMany(
  transport: LinksTransport,
  byReference: ByReference,
  inputs: Inputs,
  options: CreateManyOptions | undefined,
): CreateManyResults<PaymentLink> {
  const { concurrency = 4, once = false, publish = false, wait, signal, ...limits } = options ?? {};
  transport.start(operation, options, ['concurrency', 'once', 'publish', 'wait']);
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new InputError(operation, [{ path: 'concurrency', message: 'must be a whole number from 1' }]);
  for (const [path, flag] of Object.entries({ once, publish }))
    if (typeof flag !== 'boolean') throw new InputError(operation, [{ path, message: 'must be true or false' }]);
  checkWait(operation, wait);
  const create =
    publish || once ? referencedWork(transport, byReference, publish ? { wait } : undefined, limits) : plainWork(transport, limits);
  return thenable(run(create, sourceOf(inputs), concurrency, signal));
}

/** Makes the link of one input. */
type Create = (input: CreateLinkInput, special: Special) => Promise<PaymentLink>;

function plainWork(transport: LinksTransport, limits: CallOptions): Create {
  return async (input, special) =>
    (await postLink(transport, prepareInput(operation, input), transport.start(operation, limits), special)).link;
}

function referencedWork(
  transport: LinksTransport,
  { lookup, once, publisher }: ByReference,
  publish: { readonly wait: number | undefined } | undefined,
  limits: CallOptions,
): Create {
  let shared: Promise<Reading> | undefined;
  const first: Lookup = (scope, about) => {
    const reading = (shared ??= lookup(scope, about));
    reading.catch(() => shared === reading && (shared = undefined));
    return reading;
  };
  return async (input, special) => {
    const wire = prepareReferenced(operation, input as ReferencedInput);
    const scope = transport.start(operation, limits);
    return publish !== undefined
      ? publisher.publish(wire, scope, { first, special, ...publish })
      : once.create(wire, scope, { first, special });
  };
}

/** Lets a generator be awaited, too. */
function thenable<Link extends PaymentLink>(results: AsyncGenerator<CreateManyResult<Link>, void, undefined>): CreateManyResults<Link> {
  const collect = async (): Promise<CreateManyResult<Link>[]> => {
    const all: CreateManyResult<Link>[] = [];
    for await (const result of results) all[result.index] = result;
    return all;
  };
  // Once awaited, it may be awaited again.
  let collected: Promise<CreateManyResult<Link>[]> | undefined;
  return Object.assign(results, {
    then: ((done, failed) => (collected ??= collect()).then(done, failed)) satisfies PromiseLike<CreateManyResult<Link>[]>['then'],
  });
}

async function* run(
  create: Create,
  source: Source,
  concurrency: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<CreateManyResult<PaymentLink>, void, undefined> {
  const finished: CreateManyResult<PaymentLink>[] = [];
  let taken = 0;
  let busy = 0;
  let open = true;
  let taking = false;
  // When the next link may be started after a 429, on the clock of `performance.now()`.
  let pauseUntil = 0;
  let broken: { readonly error: unknown } | undefined;
  let wake: (() => void) | undefined;

  const onThrottle = (wait: number): void => {
    if (Number.isFinite(wait)) pauseUntil = Math.max(pauseUntil, performance.now() + wait);
  };

  async function work(input: CreateLinkInput, index: number): Promise<CreateManyResult<PaymentLink>> {
    try {
      refusePromise(input);
      return { index, input, link: await create(input, { onThrottle }) };
    } catch (error) {
      // No other create can succeed either.
      if (error instanceof AuthenticationError) open = false;
      // No signal goes in and the input is checked, so nothing but a PaylinksError comes out.
      return { index, input, error: error as PaylinksError };
    }
  }

  function start(input: CreateLinkInput): void {
    busy += 1;
    void work(input, taken++).then((result) => {
      busy -= 1;
      finished.push(result);
      wake?.();
    });
  }

  async function take(): Promise<void> {
    taking = true;
    try {
      const next = await source.next();
      if (next.done) open = false;
      else if (open) start(next.value);
    } catch (error) {
      open = false;
      broken = { error };
    }
    taking = false;
    wake?.();
  }

  function stop(): void {
    open = false;
    wake?.();
  }

  function changed(limit?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = limit === undefined ? undefined : setTimeout(resolve, limit);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    for (;;) {
      const pause = pauseUntil - performance.now();
      if (open && !taking && pause <= 0 && busy + finished.length < concurrency) void take();
      const result = finished.shift();
      if (result !== undefined) yield result;
      else if (busy === 0 && !open) break;
      else await changed(pause > 0 ? pause : undefined);
    }
    if (broken !== undefined) throw broken.error;
    if (signal?.aborted) throw signal.reason;
  } finally {
    stop();
    signal?.removeEventListener('abort', stop);
    void closeSource(source);
    // What was started is let finish, so that no outcome is lost track of halfway.
    while (busy > 0) await changed();
  }
}

// Its rejection is this item's affair, and must not end the process.
function refusePromise(input: unknown): void {
  if (!(input instanceof Promise)) return;
  input.catch(() => undefined);
  throw new InputError(operation, [
    { path: '', message: 'must be an object with product and amount, not a promise of one; await it first' },
  ]);
}

function sourceOf(inputs: Inputs): Source {
  if (typeof inputs === 'object' && inputs !== null) {
    if (Symbol.asyncIterator in inputs) return inputs[Symbol.asyncIterator]();
    if (Symbol.iterator in inputs) return inputs[Symbol.iterator]();
  }
  throw new InputError(operation, [{ path: 'inputs', message: 'must be an array or another iterable of links to create' }]);
}

async function closeSource(source: Source): Promise<void> {
  try {
    await source.return?.();
  } catch {
    // The caller's iterable is being left early; what its clean-up throws changes no outcome.
  }
}
