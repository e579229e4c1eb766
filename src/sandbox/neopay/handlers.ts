import type { OperationId } from '../../../generated/neopay/operations.js';
import { transitions, type Action } from '../../../generated/neopay/transitions.js';
import type { Context as CoreContext, Handler as CoreHandler } from '../core/api.js';
import type { OpenEntry } from '../core/journal.js';
import { respondJson, type SandboxResponse } from '../core/response.js';
import { describeErrors, readInput } from './input.js';
import { moveLink, type LinkRecord } from './link.js';
import { respondList } from './list.js';
import { respondProblem } from './problem.js';
import type { JournalEntry } from './journal.js';
import type { State } from './state.js';
import { canMove, type Transition } from './transition.js';

type Context = CoreContext<State, JournalEntry>;
type Handler = CoreHandler<State, JournalEntry>;

type TransitionOperation = (typeof transitions)[Action]['operation'];

/** One handler per operation that is no transition; an operation without one does not compile. */
const ownHandlers = {
  listLinks: respondList,

  createLink({ state, request, entry }) {
    const read = readInput(request);
    if ('errors' in read) return respondJson(422, describeErrors(read.errors));
    return commit(state, entry, state.draft(read.input));
  },

  getLink: (context) => withLink(context, (record) => respondJson(200, record.json)),
} as const satisfies Record<Exclude<OperationId, TransitionOperation>, Handler>;

/** One handler per operation of the document; those of transitions follow from its lifecycle. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...ownHandlers,
  ...Object.fromEntries(Object.entries(transitions).map(([, transition]) => [transition.operation, handleTransition(transition)])),
};

function handleTransition(transition: Transition): Handler {
  return (context) =>
    withLink(context, (record) => {
      const { state, entry } = context;
      if (canMove(record, transition)) return commit(state, entry, moveLink(record, transition.to, state.clock.now()));
      const article = /^[aeiou]/.test(record.status) ? 'An' : 'A';
      return respondProblem(state, 409, `${article} ${record.status} link cannot be ${transition.to}.`);
    });
}

function withLink({ state, parameters, entry }: Context, act: (record: LinkRecord) => SandboxResponse): SandboxResponse {
  const id = parameters['id'] ?? '';
  entry.linkId = id;
  const record = state.store.find(id);
  if (record === undefined) return respondProblem(state, 404, `No query results for model [PaymentLink] ${id}`);
  note(entry, record);
  return act(record);
}

function commit(state: State, entry: OpenEntry<JournalEntry>, record: LinkRecord): SandboxResponse {
  state.put(record);
  state.journal.markApplied(entry);
  note(entry, record);
  return respondJson(200, record.json);
}

function note(entry: OpenEntry<JournalEntry>, record: LinkRecord): void {
  entry.linkId = String(record.link.id);
  entry.reference = record.link.reference ?? undefined;
  entry.linkStatus = record.status;
}
