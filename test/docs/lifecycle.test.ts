import { describe, expect, it } from 'vitest';
import { drawLifecycle } from '../../scripts/docs/diagram.js';
import { findLifecycle, readDocument, type Lifecycle } from '../../scripts/docs/document.js';
import { describeLifecycle, tabulateLifecycle } from '../../scripts/docs/lifecycle.js';
import { entriesOf, objectAt } from '../../scripts/generate/json.js';

const lifecycle: Lifecycle = {
  statuses: ['closed', 'hidden', 'published', 'draft'],
  initial: 'draft',
  aliases: new Map(),
  transitions: [
    { action: 'hide', operation: 'hideLink', from: ['published'], to: 'hidden' },
    { action: 'publish', operation: 'publishLink', from: ['draft', 'hidden'], to: 'published' },
    { action: 'close', operation: 'closeLink', from: ['draft', 'published'], to: 'closed' },
  ],
};

/** The lifecycle of the document with its paths the other way round, so that a step back comes before the first one forward. */
async function readReversedLifecycle(): Promise<Lifecycle> {
  const document = await readDocument('spec/neopay/openapi.yaml');
  const reversed = { ...document, paths: Object.fromEntries(entriesOf(document['paths']).reverse()) };
  return findLifecycle(reversed) ?? expect.unreachable('the document has a lifecycle');
}

/** Where the arrow without a source ends, and the left edges of the boxes by status. */
function readStart(drawing: string): { start: number; edges: Record<string, number> } {
  const [, start = 'none'] = /<circle[^>]*\/><line [^>]*x2="(\d+)"/.exec(drawing) ?? [];
  const names = [...drawing.matchAll(/<text x="(\d+)"[^>]*font-weight="600">([^<]+)</g)];
  return { start: Number(start), edges: Object.fromEntries(names.map(([, x, status]) => [status, Number(x) - 66])) };
}

describe('findLifecycle', () => {
  it('takes the initial status from x-lifecycle, in whichever order the paths stand', async () => {
    const reversed = await readReversedLifecycle();
    expect(reversed.transitions.map(({ action }) => action)).toEqual(['close', 'unpublish', 'publish']);
    expect(reversed.initial).toBe('draft');
  });

  it('finds none in a document without one', () => {
    expect(findLifecycle({ paths: {} })).toBeUndefined();
  });

  it('tells where a transition is wrong', async () => {
    const document = await readDocument('spec/neopay/openapi.yaml');
    const paths = {
      ...objectAt(document['paths']),
      '/links/{id}/pay': { post: { operationId: 'payLink', 'x-transition': { from: ['draft'], to: 'paid' } } },
    };
    expect(() => findLifecycle({ ...document, paths })).toThrow('"paid" is no status');
  });
});

describe('drawLifecycle', () => {
  it('draws each status once and each step as a labelled arrow', () => {
    const drawing = drawLifecycle(lifecycle, 'light');
    const labels = [...drawing.matchAll(/<text[^>]*>([^<]+)</g)].map(([, label]) => label);
    expect(labels.sort()).toEqual(['close', 'close', 'closed', 'draft', 'hidden', 'hide', 'publish', 'publish', 'published']);
    expect(drawing.match(/<polygon/g)).toHaveLength(6);
  });

  it('begins at the initial status, wherever it stands among the statuses and the paths', async () => {
    for (const each of [lifecycle, await readReversedLifecycle()]) {
      const { start, edges } = readStart(drawLifecycle(each, 'light'));
      expect(start).toBe(edges['draft']);
      expect(start).toBe(Math.min(...Object.values(edges)));
    }
  });

  it('keeps every box inside when more statuses end a life than lead on', () => {
    const to = ['paid', 'closed', 'lost'];
    const transitions = to.map((status) => ({ action: status, operation: status, from: ['draft'], to: status }));
    const { start, edges } = readStart(drawLifecycle({ ...lifecycle, statuses: ['draft', ...to], transitions }, 'light'));
    expect(start).toBe(edges['draft']);
    expect(Math.min(...Object.values(edges))).toBeGreaterThan(0);
  });

  it('frames a final status twice', () => {
    expect(drawLifecycle(lifecycle, 'light').match(/<rect x=/g)).toHaveLength(5);
  });

  it('carries its own text alternative', () => {
    expect(drawLifecycle(lifecycle, 'dark')).toContain(`<desc>${describeLifecycle(lifecycle)}</desc>`);
  });

  it('uses other colours in the dark', () => {
    expect(drawLifecycle(lifecycle, 'dark')).not.toContain('#ffffff');
  });
});

describe('describeLifecycle', () => {
  it('says where a link begins and where each action leads', () => {
    expect(describeLifecycle(lifecycle)).toBe(
      'A link begins as draft. hide leads from published to hidden. publish leads from draft or hidden to published. close leads from draft or published to closed.',
    );
  });

  it('begins with the initial status although another one is named first', async () => {
    expect(describeLifecycle(await readReversedLifecycle())).toMatch(/^A link begins as draft\. close leads /);
  });
});

describe('tabulateLifecycle', () => {
  it('says of a final status that it is final', () => {
    expect(tabulateLifecycle(lifecycle)).toContain('| `closed` | none, it is final |');
  });

  it('lists what a status allows', () => {
    expect(tabulateLifecycle(lifecycle)).toContain('| `draft` | `publish` → `published`, `close` → `closed` |');
  });
});
