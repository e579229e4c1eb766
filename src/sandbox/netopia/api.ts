import document from '../../../generated/netopia/openapi.json' with { type: 'json' };
import { operations } from '../../../generated/netopia/operations.js';
import type { Api } from '../core/api.js';
import { isSecret } from '../core/credentials.js';
import { respondJson } from '../core/response.js';
import { notFoundPage } from './faults.js';
import { handlers } from './handlers.js';
import { pages } from './pages/index.js';
import type { JournalEntry } from './journal.js';
import { showPayment } from './payment.js';
import { emptyPayments, seedPayments } from './seeds.js';
import type { State } from './state.js';

const messages: Readonly<Record<number, string>> = { 401: 'Unauthorized', 405: 'Method Not Allowed' };

/** NETOPIA Payments, as its sandbox serves it. */
export const netopia: Api<State, JournalEntry> = {
  name: 'netopia',
  operations,
  handlers,
  prefix: '',
  document,
  pages,
  collection: {
    name: 'payments',
    list: (state) =>
      Array.from(state.store.all(), ({ ntpID }) => state.find(ntpID)).flatMap((record) =>
        record === undefined ? [] : [showPayment(record)],
      ),
    seed: seedPayments,
    empty: emptyPayments,
  },
  authorize(state, request) {
    return isSecret(request.header('authorization'), state.apiKey) ? undefined : netopia.problem(state, 401, 'Unauthorized');
  },
  problem(_, status, message, headers = {}) {
    if (status === 404) return notFoundPage;
    return respondJson(status, JSON.stringify({ code: String(status), message: messages[status] ?? message }), headers);
  },
};
