import type { Crew } from './crew.js';
import { InputError } from '../core/errors.js';
import type { CreateLinkInput } from './types.js';

/** What links to create may come from. */
export type Inputs = Iterable<CreateLinkInput> | AsyncIterable<CreateLinkInput>;

type Source = Iterator<CreateLinkInput> | AsyncIterator<CreateLinkInput>;

/** Takes inputs from the caller's iterable, one at a time and only when asked. */
export interface Intake {
  readonly open: boolean;
  /** Takes one more input, unless one is being taken already. */
  pull(): void;
  readonly close: () => void;
  /** Hands on what the caller's own iterable threw. */
  rethrow(): void;
}

/** Opens the caller's iterable. */
export function createIntake(operation: string, inputs: Inputs, crew: Crew): Intake {
  const source = iteratorOf(operation, inputs);
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

function iteratorOf(operation: string, inputs: Inputs): Source {
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
