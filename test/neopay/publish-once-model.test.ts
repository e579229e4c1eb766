import { describe, expect, it } from 'vitest';
import { checkModel, type Model, type Protocol, type Request, type Seen } from '../support/publish-once-model.js';

const create: readonly Request[] = [{ kind: 'create' }];
const publish = ({ link }: Seen): readonly Request[] => [{ kind: 'publish', link }];
const close = (links: readonly Seen[]): readonly Request[] => links.map(({ link }) => ({ kind: 'close', link }));
const drafts = (links: readonly Seen[]): readonly Seen[] => links.filter(({ status }) => status === 'draft');

/** The least by (created_at, id) wins once it is old enough to have been seen by everybody; the other drafts are closed afterwards. */
const publishOnce: Protocol = {
  decide([winner, ...others], date, wait) {
    if (winner === undefined) return create;
    if (date - winner.created < wait || winner.status === 'closed') return [];
    return winner.status === 'draft' ? publish(winner) : close(drafts(others));
  },
};

const createAndPublish: Protocol = {
  publishesOwn: true,
  decide([first]) {
    if (first === undefined) return create;
    return first.status === 'draft' ? publish(first) : [];
  },
};

const publishedWins: Protocol = {
  decide(seen) {
    const [winner] = [...seen.filter(({ status }) => status === 'published'), ...drafts(seen)];
    if (winner === undefined) return create;
    return winner.status === 'draft' ? publish(winner) : [];
  },
};

const closeFirst: Protocol = {
  decide([winner, ...others]) {
    if (winner === undefined) return create;
    const open = others.filter(({ status }) => status !== 'closed');
    if (open.length > 0) return close(open);
    return winner.status === 'draft' ? publish(winner) : [];
  },
};

/** A server without any delay, and processes that do not wait. */
const plain = { creates: 2, wait: 0, commit: 0, lag: 0, skew: 0 };

describe('what does not give one published link', () => {
  it.each([
    ['to look, create and publish', createAndPublish, 'one published'],
    ['to publish the least link at once', publishOnce, 'one published'],
    ['to let win what is published already', publishedWins, 'one published'],
    ['to close every other link first', closeFirst, 'none closed that was published'],
  ] as const)('is %s, even without any delay', (_title, protocol, rule) => {
    expect(Object.keys(checkModel({ ...plain, protocol }).broken)).toContain(rule);
  });

  it('shows the shortest way to two published links', () => {
    expect(checkModel({ ...plain, protocol: createAndPublish }).broken['one published']).toEqual([
      'look, see none, decide to create',
      'look, see none, decide to create',
      'create a link',
      'publish link 1',
      'create a link',
      'publish link 1',
    ]);
  });

  it('is publishOnce either, where somebody deletes the published link', () => {
    const model: Model = { ...plain, wait: 1, protocol: publishOnce };
    expect(checkModel(model).broken).toEqual({});
    expect(Object.keys(checkModel({ ...model, deletes: true }).broken)).toContain('one ever published');
  });
});

/** In ticks of half a second; what the wait has to cover comes to whole seconds, since the wait is in seconds. */
const delays = [
  { commit: 0, lag: 0, skew: 0 },
  { commit: 0, lag: 2, skew: 0 },
  { commit: 2, lag: 0, skew: 0 },
  { commit: 0, lag: 0, skew: 1 },
  { commit: 1, lag: 1, skew: 0 },
];
const together = { commit: 2, lag: 2, skew: 1 };

/** Two processes, three, and two that repeat their create. PUBLISH_ONCE_MODEL=large adds the longest delays, which take some minutes. */
const large = process.env['PUBLISH_ONCE_MODEL'] === 'large';
const cases = [2, 3, 4].flatMap((creates) => {
  const longest = creates < 4 ? [together, ...(large ? [{ commit: 4, lag: 4, skew: 2 }] : [])] : large ? [together] : [];
  return [...delays, ...longest].map((delay) => ({ creates, ...delay }));
});

/** The second that created_at leaves out comes on top. */
const toCover = ({ commit, lag, skew }: (typeof cases)[number]): number => (commit + lag + 2 * skew) / 2;

describe('publishOnce', () => {
  it.each(cases)('gives one published link for good when it waits long enough: %j', (delay) => {
    expect(checkModel({ ...delay, wait: toCover(delay) + 1, protocol: publishOnce }).broken).toEqual({});
  });

  it.each(cases)('gives two when it waits a second less: %j', (delay) => {
    expect(Object.keys(checkModel({ ...delay, wait: toCover(delay), protocol: publishOnce }).broken)).toContain('one published');
  });
});
