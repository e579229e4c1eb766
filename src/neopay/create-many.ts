import { createCrew } from './crew.js';
import type { CreateManyResult, Crew } from './crew.js';
import type { Engine } from '../core/transport.js';
import { InputError } from '../core/errors.js';
import { createIntake } from './intake.js';
import type { Inputs, Intake } from './intake.js';
import { startScope } from './options.js';
import type { CallOptions } from './options.js';

export type { CreateManyResult };

/** What `createMany` takes last; `timeout` and `deadline` hold for each link. */
export interface CreateManyOptions extends CallOptions {
  /**
   * How many links are under way at once.
   * @default 4
   */
  readonly concurrency?: number | undefined;
}

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
  const crew = createCrew(engine, operation, limits);
  return results(crew, createIntake(operation, inputs, crew), concurrency, signal);
}

async function* results(
  crew: Crew,
  intake: Intake,
  concurrency: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<CreateManyResult, void, undefined> {
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
