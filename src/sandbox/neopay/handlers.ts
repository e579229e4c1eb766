import type { OperationId } from '../../generated/neopay/operations.js';
import { transitions, type Action, type Status } from '../../generated/neopay/transitions.js';
import { answerJson, answerProblem, type Answer } from './answer.js';
import { readFields, type Call } from './call.js';
import { describeErrors, readInput } from './input.js';
import type { OpenEntry } from './journal.js';
import { draftLink, moveLink, type LinkRecord } from './link.js';
import { answerPage, readPage } from './paging.js';
import type { World } from './world.js';

/** An authenticated request for one operation. */
export interface Visit {
  readonly world: World;
  readonly call: Call;
  readonly parameters: Readonly<Record<string, string>>;
  readonly entry: OpenEntry;
}

/** Acts on the world and answers. */
export type Route = (visit: Visit) => Answer;

/** One route per operation of the document; an operation without one does not compile. */
export const routes = {
  listLinks({ world, call }) {
    const page = readPage(call.query, world.perPage);
    return page === undefined ? answerJson(200, world.store.list()) : answerPage(world.store, call, page);
  },

  createLink({ world, call, entry }) {
    const read = readInput(readFields(call));
    if ('errors' in read) return answerJson(422, describeErrors(read.errors));
    let record = draftLink(read.input, { random: world.random, applicationId: world.applicationId, now: world.now() });
    // A restart with the same seed and clock would draw the ids of an earlier run again.
    while (world.store.find(String(record.link.id)) !== undefined || world.store.findBySlug(record.link.slug ?? '') !== undefined) {
      record = draftLink(read.input, { random: world.random, applicationId: world.applicationId, now: world.now() });
    }
    return commit(world, entry, record);
  },

  getLink: (visit) => withLink(visit, (record) => answerJson(200, record.json)),
  publishLink: transition('publish'),
  unpublishLink: transition('unpublish'),
  closeLink: transition('close'),
} as const satisfies Record<OperationId, Route>;

function transition(action: Action): Route {
  const { from, to }: { from: readonly Status[]; to: Status } = transitions[action];
  return (visit) =>
    withLink(visit, (record) => {
      if (from.includes(record.status)) return commit(visit.world, visit.entry, moveLink(record, to, visit.world.now()));
      return answerProblem(
        409,
        `${/^[aeiou]/.test(record.status) ? 'An' : 'A'} ${record.status} link cannot be ${transitions[action].to}.`,
      );
    });
}

function withLink(visit: Visit, act: (record: LinkRecord) => Answer): Answer {
  const id = visit.parameters['id'] ?? '';
  visit.entry.linkId = id;
  const record = visit.world.store.find(id);
  if (record === undefined) return answerProblem(404, `No query results for model [PaymentLink] ${id}`);
  note(visit.entry, record);
  return act(record);
}

function commit(world: World, entry: OpenEntry, record: LinkRecord): Answer {
  world.store.put(record);
  world.journal.markApplied(entry);
  note(entry, record);
  return answerJson(200, record.json);
}

function note(entry: OpenEntry, record: LinkRecord): void {
  entry.linkId = String(record.link.id);
  entry.reference = record.link.reference ?? undefined;
  entry.linkStatus = record.status;
}
