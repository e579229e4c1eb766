import { describe, expect, it } from 'vitest';
import { listTransitions } from '../../scripts/docs/document.js';
import { describeLifecycle, drawLifecycle, tabulateLifecycle } from '../../scripts/docs/lifecycle.js';

const transitions = [
  { action: 'publish', from: ['draft', 'hidden'], to: 'published' },
  { action: 'hide', from: ['published'], to: 'hidden' },
  { action: 'close', from: ['draft', 'published'], to: 'closed' },
];

describe('listTransitions', () => {
  it('names an action by the last literal segment of its path, else by its operation', () => {
    const change = (operationId: string): object => ({ patch: { operationId, 'x-transition': { from: ['a'], to: 'b' } } });
    const document = JSON.parse(JSON.stringify({ paths: { '/links/{id}/open': change('openLink'), '/links/{id}': change('touchLink') } }));
    expect(listTransitions(document).map(({ action }) => action)).toEqual(['open', 'touchLink']);
  });
});

describe('drawLifecycle', () => {
  it('draws each status once and each step as a labelled arrow', () => {
    const drawing = drawLifecycle(transitions, 'light');
    const labels = [...drawing.matchAll(/<text[^>]*>([^<]+)</g)].map(([, label]) => label);
    expect(labels.sort()).toEqual(['close', 'close', 'closed', 'draft', 'hidden', 'hide', 'publish', 'publish', 'published']);
    expect(drawing.match(/<polygon/g)).toHaveLength(6);
  });

  it('frames a final status twice', () => {
    expect(drawLifecycle(transitions, 'light').match(/<rect x=/g)).toHaveLength(5);
  });

  it('carries its own text alternative', () => {
    expect(drawLifecycle(transitions, 'dark')).toContain(`<desc>${describeLifecycle(transitions)}</desc>`);
  });

  it('uses other colours in the dark', () => {
    expect(drawLifecycle(transitions, 'dark')).not.toContain('#ffffff');
  });
});

describe('describeLifecycle', () => {
  it('says where a link begins and where each action leads', () => {
    expect(describeLifecycle(transitions)).toBe(
      'A link begins as draft. publish leads from draft or hidden to published. hide leads from published to hidden. close leads from draft or published to closed.',
    );
  });
});

describe('tabulateLifecycle', () => {
  it('says of a final status that it is final', () => {
    expect(tabulateLifecycle(transitions)).toContain('| `closed` | none, it is final |');
  });

  it('lists what a status allows', () => {
    expect(tabulateLifecycle(transitions)).toContain('| `draft` | `publish` → `published`, `close` → `closed` |');
  });
});
