import document from '../../../generated/neopay/openapi.json' with { type: 'json' };
import { operations } from '../../../generated/neopay/operations.js';
import type { Api } from '../core/api.js';
import { isSecret } from '../core/credentials.js';
import { handlers } from './handlers.js';
import { pages } from './pages/index.js';
import { respondProblem } from './problem.js';
import type { JournalEntry } from './journal.js';
import type { State } from './state.js';

/** NEOPAY Payment Links, as its sandbox serves it. */
export const neopay: Api<State, JournalEntry> = {
  name: 'neopay',
  operations,
  handlers,
  prefix: '/api',
  document,
  pages,
  collection: {
    name: 'links',
    list: ({ store }) => Array.from(store.all(), ({ link }) => link),
    seed: (state, links) => state.replace(links),
    empty: (state) => state.replace([]),
  },
  authorize(state, request) {
    const keyMatches = isSecret(request.header('x-app-key'), state.appKey);
    const tokenMatches = isSecret(request.header('authorization'), state.token);
    return keyMatches && tokenMatches ? undefined : respondProblem(state, 401, 'Unauthenticated.');
  },
  problem: respondProblem,
};
