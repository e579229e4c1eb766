import { AuthenticationError, InputError } from '../core/errors.js';
import type { PaylinksError } from '../core/errors.js';
import { prepareInput } from './input.js';
import type { CallOptions } from '../core/options.js';
import { postLink } from './requests.js';
import type { LinksTransport } from './transport.js';
import type { CreateLinkInput, NewLink } from './types.js';

/** What links to create may come from. */
export type Inputs = Iterable<CreateLinkInput> | AsyncIterable<CreateLinkInput>;

/** What became of one input, in whichever order they finish. */
export type CreateManyResult =
  | { readonly index: number; readonly input: CreateLinkInput; readonly link: NewLink; readonly error?: undefined }
  | { readonly index: number; readonly input: CreateLinkInput; readonly error: PaylinksError; readonly link?: undefined };

/** What `createMany` takes last; `timeout` and `deadline` hold for each link. */
export interface CreateManyOptions extends CallOptions {
  /**
   * How many links are under way at once.
   * @default 4
   */
  readonly concurrency?: number | undefined;
}

type Source = Iterator<CreateLinkInput> | AsyncIterator<CreateLinkInput>;

const operation = 'createMany';

/** Creates links from an iterable, a few at a time; inputs are taken only as results are. */
export function createMany(
  transport: LinksTransport,
  inputs: Inputs,
  options: CreateManyOptions | undefined,
): AsyncGenerator<CreateManyResult, void, undefined> {
  const { concurrency = 4, signal, ...limits } = options ?? {};
  transport.start(operation, options, ['concurrency']);
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new InputError(operation, [{ path: 'concurrency', message: 'must be a whole number from 1' }]);
  return run(transport, sourceOf(inputs), concurrency, signal, limits);
}

async function* run(
  transport: LinksTransport,
  source: Source,
  concurrency: number,
  signal: AbortSignal | undefined,
  limits: CallOptions,
): AsyncGenerator<CreateManyResult, void, undefined> {
  const finished: CreateManyResult[] = [];
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

  async function work(input: CreateLinkInput, index: number): Promise<CreateManyResult> {
    try {
      const wire = prepareInput(operation, input);
      const { link } = await postLink(transport, wire, transport.start(operation, limits), { onThrottle });
      return { index, input, link };
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
