import { describe, expect, it } from 'vitest';
import { fieldOf, open } from './support.js';

// Written by hand, derived from nothing: the sandbox and the client share the generated table.
const ways = { draft: [], published: ['publish'], unpublished: ['publish', 'unpublish'], closed: ['close'] } as const;
const outcomes = [
  ['draft', 'publish', 200, 'published'],
  ['draft', 'unpublish', 409, 'draft'],
  ['draft', 'close', 200, 'closed'],
  ['published', 'publish', 409, 'published'],
  ['published', 'unpublish', 200, 'unpublised'],
  ['published', 'close', 200, 'closed'],
  ['unpublished', 'publish', 200, 'published'],
  ['unpublished', 'unpublish', 409, 'unpublised'],
  ['unpublished', 'close', 200, 'closed'],
  ['closed', 'publish', 409, 'closed'],
  ['closed', 'unpublish', 409, 'closed'],
  ['closed', 'close', 409, 'closed'],
] as const;

describe('the lifecycle', () => {
  it.each(outcomes)('a link that is %s answers %s with %i and is %s then', async (from, action, status, then) => {
    const { send, make } = open();
    const id = await make(...ways[from]);
    expect((await send('PATCH', `/links/${id}/${action}`)).status).toBe(status);
    expect(fieldOf((await send('GET', `/links/${id}`)).body, 'status')).toBe(then);
  });

  it('says why a step is refused', async () => {
    const { send, make } = open();
    const id = await make('close');
    expect((await send('PATCH', `/links/${id}/publish`)).body).toEqual({ message: 'A closed link cannot be published.' });
  });

  it('accepts a transition with an empty JSON object as its body', async () => {
    const { send, make } = open();
    expect((await send('PATCH', `/links/${await make()}/publish`, {})).status).toBe(200);
  });

  it('lets exactly one of a hundred concurrent transitions win', async () => {
    const { sandbox, send, make } = open();
    const id = await make();
    const replies = await Promise.all(Array.from({ length: 100 }, () => send('PATCH', `/links/${id}/publish`)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(sandbox.journal.filter(({ operation, applied }) => operation === 'publishLink' && applied)).toHaveLength(1);
  });

  it('moves updated_at and nothing else but the status', async () => {
    let now = Date.UTC(2026, 10, 2, 9, 30);
    const { sandbox, send, make } = open({ now: () => now });
    const id = await make();
    const [draft] = sandbox.links;
    now += 60_000;
    await send('PATCH', `/links/${id}/publish`);
    expect(sandbox.links).toEqual([{ ...draft, status: 'published', updated_at: '2026-11-02T09:31:00.000000Z' }]);
    expect(draft?.status).toBe('draft');
  });
});
