import type { Engine } from './engine.js';
import { AuthenticationError, InputError } from './errors.js';
import type { LinksError } from './errors.js';
import { prepareInput } from './input.js';
import { startScope } from './options.js';
import type { CallOptions } from './options.js';
import { postLink } from './requests.js';
import type { CreateLinkInput, NewLink } from './types.js';

/** What `createMany` takes last; `timeout` and `deadline` hold for each link. */
export interface CreateManyOptions extends CallOptions {
  /**
   * How many links are under way at once.
   * @default 4
   */
  readonly concurrency?: number | undefined;
}

/** What became of one input, in whichever order they finish. */
export type CreateManyResult =
  | { readonly index: number; readonly input: CreateLinkInput; readonly link: NewLink; readonly error?: undefined }
  | { readonly index: number; readonly input: CreateLinkInput; readonly error: LinksError; readonly link?: undefined };

type Inputs = Iterable<CreateLinkInput> | AsyncIterable<CreateLinkInput>;
type Source = Iterator<CreateLinkInput> | AsyncIterator<CreateLinkInput>;

const operation = 'createMany';

/** Creates links from an iterable, a few at a time; inputs are taken only as results are. */
export function createMany(
  engine: Engine,
  inputs: Inputs,
  options: CreateManyOptions | undefined,
): AsyncGenerator<CreateManyResult, void, undefined> {
  const { concurrency = 4, signal, ...limits } = options ?? {};
  startScope(operation, engine.settings, options, ['concurrency']);
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new InputError(operation, [{ path: 'concurrency', message: 'must be a whole number from 1' }]);
  return results(createCrew(engine, limits), iteratorOf(inputs), concurrency, signal);
}

async function* results(
  crew: Crew,
  source: Source,
  concurrency: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<CreateManyResult, void, undefined> {
  const intake = createIntake(source, crew);
  signal?.addEventListener('abort', intake.close);
  if (signal?.aborted) intake.close();
  try {
    for (;;) {
      const pause = crew.pauseUntil - performance.now();
      if (pause <= 0 && crew.busy + crew.finished.length < concurrency) intake.pull();
      const result = crew.finished.shift();
      if (result !== undefined) yield result;
      else if (crew.busy === 0 && !intake.open) break;
      else await crew.bell.wait(pause > 0 ? pause : undefined);
    }
    intake.rethrow();
    if (signal?.aborted) throw signal.reason;
  } finally {
    intake.close();
    signal?.removeEventListener('abort', intake.close);
    // What was started is let finish, so that no outcome is lost track of halfway.
    while (crew.busy > 0) await crew.bell.wait();
  }
}

interface Crew {
  readonly bell: Bell;
  readonly finished: CreateManyResult[];
  /** Links under way. */
  busy: number;
  /** When the next link may be started after a 429, on the clock of `performance.now()`. */
  pauseUntil: number;
  /** Whether another create can succeed at all. */
  barred: boolean;
  start(input: CreateLinkInput): void;
}

function createCrew(engine: Engine, limits: CallOptions): Crew {
  let taken = 0;
  async function work(input: CreateLinkInput, index: number): Promise<CreateManyResult> {
    const onThrottle = (wait: number): void => {
      if (Number.isFinite(wait)) crew.pauseUntil = Math.max(crew.pauseUntil, performance.now() + wait);
    };
    try {
      const wire = prepareInput(operation, input);
      const { link } = await postLink(engine, wire, startScope(operation, engine.settings, limits), { onThrottle });
      return { index, input, link };
    } catch (error) {
      if (error instanceof AuthenticationError) crew.barred = true;
      // No signal goes in and the input is checked, so nothing but a LinksError comes out.
      return { index, input, error: error as LinksError };
    }
  }
  const crew: Crew = {
    bell: createBell(),
    finished: [],
    busy: 0,
    pauseUntil: 0,
    barred: false,
    start(input) {
      crew.busy += 1;
      void work(input, taken++).then((result) => {
        crew.busy -= 1;
        crew.finished.push(result);
        crew.bell.ring();
      });
    },
  };
  return crew;
}

interface Intake {
  readonly open: boolean;
  /** Takes one more input, unless one is being taken already. */
  pull(): void;
  readonly close: () => void;
  /** Hands on what the caller's own iterable threw. */
  rethrow(): void;
}

function createIntake(source: Source, crew: Crew): Intake {
  let closed = false;
  let pulling = false;
  let broken: { readonly error: unknown } | undefined;

  async function take(): Promise<void> {
    try {
      const next = await source.next();
      if (next.done) closed = true;
      else if (!closed) crew.start(next.value);
    } catch (error) {
      closed = true;
      broken = { error };
    }
    pulling = false;
    crew.bell.ring();
  }

  return {
    get open() {
      return !closed && !crew.barred;
    },
    pull() {
      if (pulling || closed || crew.barred) return;
      pulling = true;
      void take();
    },
    close() {
      if (closed) return;
      closed = true;
      crew.bell.ring();
      void closeSource(source);
    },
    rethrow() {
      if (broken !== undefined) throw broken.error;
    },
  };
}

interface Bell {
  ring(): void;
  /** Until the next ring, or for so many milliseconds. */
  wait(milliseconds?: number): Promise<void>;
}

function createBell(): Bell {
  let wake: (() => void) | undefined;
  return {
    ring: () => wake?.(),
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

function iteratorOf(inputs: Inputs): Source {
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
