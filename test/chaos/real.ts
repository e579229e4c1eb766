import type { canTransition, createLinksClient, PaylinksError, PaymentLink, TransitionError } from '../../src/index.js';
import type { Outcome, SubjectFactory } from './subject.js';

/** The parts of the package the run uses, so that source and built package can be put in. */
export interface Package {
  readonly createLinksClient: typeof createLinksClient;
  readonly PaylinksError: typeof PaylinksError;
  readonly TransitionError: typeof TransitionError;
  readonly canTransition: typeof canTransition;
}

const outcomes: readonly Outcome[] = ['not-sent', 'rejected', 'unknown', 'done'];

export function createReal(library: Package): SubjectFactory {
  return ({ settle, ...options }) => {
    // That an earlier transition may still land is what a run is made to cause.
    const links = library.createLinksClient({ ...options, onDrift: () => undefined });
    const known = new Map<string, PaymentLink>();
    const keep = <T extends PaymentLink>(link: T): T => (known.set(link.id, link), link);
    return {
      create: async (order) => keep(await links.create(order)),
      createOnce: async (order) => keep(await links.createOnce(order, { settle })),
      // Some moves are made with a link in hand, which may be stale, the others by id.
      act(action, id) {
        const link = known.get(id);
        const takesLink = known.delete(id) && link && library.canTransition(link.status, action);
        return Reflect.apply(links[action], links, [takesLink ? link : id]);
      },
      get: async (id) => keep(await links.get(id)),
      list: () => links.list(),
      explain(error) {
        const from = error instanceof library.TransitionError ? error.from : undefined;
        if (!(error instanceof library.PaylinksError)) return { name: String(error), outcome: 'unknown', typed: false };
        return { name: error.name, outcome: error.outcome, typed: outcomes.includes(error.outcome), from };
      },
    };
  };
}
