import { createBell } from './bell.js';
import type { Bell } from './bell.js';
import type { Engine } from '../core/transport.js';
import { AuthenticationError } from '../core/errors.js';
import type { LinksError } from '../core/errors.js';
import { prepareInput } from './input.js';
import { startScope } from './options.js';
import type { CallOptions } from './options.js';
import { postLink } from './requests.js';
import type { CreateLinkInput, NewLink } from './types.js';

/** What became of one input, in whichever order they finish. */
export type CreateManyResult =
  | { readonly index: number; readonly input: CreateLinkInput; readonly link: NewLink; readonly error?: undefined }
  | { readonly index: number; readonly input: CreateLinkInput; readonly error: LinksError; readonly link?: undefined };

/** The links under way, and what became of those that are done. */
export interface Crew {
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

/** Nobody at work yet. */
export function createCrew(engine: Engine, operation: string, limits: CallOptions): Crew {
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
