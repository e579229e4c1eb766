import type { createLinksClient, LinksError, TransitionError } from '../../src/index.js';
import type { Outcome, SubjectFactory } from './subject.js';

/** The parts of the package the run uses, so that source and built package can be put in. */
export interface Package {
  readonly createLinksClient: typeof createLinksClient;
  readonly LinksError: typeof LinksError;
  readonly TransitionError: typeof TransitionError;
}

const outcomes: readonly Outcome[] = ['not-sent', 'rejected', 'unknown', 'done'];

export function createReal(library: Package): SubjectFactory {
  return ({ settle, ...options }) => {
    const links = library.createLinksClient(options);
    return {
      create: (order) => links.create(order),
      createOnce: (order) => links.createOnce(order, { settle }),
      act: (action, id) => links[action](id),
      get: (id) => links.get(id),
      list: () => links.list(),
      explain(error) {
        const from = error instanceof library.TransitionError ? error.from : undefined;
        if (!(error instanceof library.LinksError)) return { name: String(error), outcome: 'unknown', typed: false };
        return { name: error.name, outcome: error.outcome, typed: outcomes.includes(error.outcome), from };
      },
    };
  };
}
