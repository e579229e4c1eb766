import { describe, expect, expectTypeOf, it } from 'vitest';
import { allowedActions, canTransition, isFinal, planTransition, transitions } from '../../src/index.js';
import type { Action, LinkStatus, PaymentLink } from '../../src/index.js';

// Written by hand and derived from nothing: the client and the sandbox share the generated table, so a wrong one would pass on both sides.
const matrix: [from: LinkStatus, action: Action, allowed: boolean][] = [
  ['draft', 'publish', true],
  ['draft', 'unpublish', false],
  ['draft', 'close', true],
  ['published', 'publish', false],
  ['published', 'unpublish', true],
  ['published', 'close', true],
  ['unpublished', 'publish', true],
  ['unpublished', 'unpublish', false],
  ['unpublished', 'close', true],
  ['closed', 'publish', false],
  ['closed', 'unpublish', false],
  ['closed', 'close', false],
  ['unknown', 'publish', false],
  ['unknown', 'unpublish', false],
  ['unknown', 'close', false],
];

describe('canTransition', () => {
  it.each(matrix)('from %s, %s: %s', (from, action, allowed) => {
    expect(canTransition(from, action)).toBe(allowed);
  });

  it('knows no action that the document does not name, nor a name that every object has', () => {
    expect(Reflect.apply(canTransition, undefined, ['draft', 'delete'])).toBe(false);
    expect(Reflect.apply(canTransition, undefined, ['draft', 'toString'])).toBe(false);
  });
});

describe('allowedActions', () => {
  it.each([
    ['draft', ['publish', 'close']],
    ['published', ['unpublish', 'close']],
    ['unpublished', ['publish', 'close']],
    ['closed', []],
    ['unknown', []],
  ] as const)('from %s: %j', (from, actions) => {
    expect([...allowedActions(from)].sort()).toEqual([...actions].sort());
  });
});

describe('planTransition', () => {
  it.each([
    ['draft', 'draft', []],
    ['draft', 'published', ['publish']],
    ['draft', 'unpublished', ['publish', 'unpublish']],
    ['draft', 'closed', ['close']],
    ['published', 'draft', undefined],
    ['published', 'unpublished', ['unpublish']],
    ['unpublished', 'published', ['publish']],
    ['closed', 'published', undefined],
    ['closed', 'closed', []],
    ['unknown', 'closed', undefined],
    ['draft', 'unknown', undefined],
    ['unknown', 'unknown', undefined],
  ] as const)('from %s to %s: %j', (from, to, plan) => {
    expect(planTransition(from, to)).toEqual(plan);
  });
});

describe('isFinal', () => {
  it('is true of closed only', () => {
    const statuses: LinkStatus[] = ['draft', 'published', 'unpublished', 'closed', 'unknown'];
    expect(statuses.filter(isFinal)).toEqual(['closed']);
  });
});

describe('transitions', () => {
  it('names the target of each action', () => {
    expect(Object.entries(transitions).map(([action, { to }]) => [action, to])).toEqual(
      expect.arrayContaining([
        ['publish', 'published'],
        ['unpublish', 'unpublished'],
        ['close', 'closed'],
      ]),
    );
  });
});

describe('PaymentLink', () => {
  it('narrows by its status', () => {
    const narrow = (link: PaymentLink): void => {
      if (link.status === 'draft') expectTypeOf(link).toEqualTypeOf<PaymentLink<'draft'>>();
    };
    expectTypeOf(narrow).toBeFunction();
  });

  it('lets a switch over its status be exhaustive', () => {
    const word = (link: PaymentLink): string => {
      switch (link.status) {
        case 'draft':
        case 'published':
        case 'unpublished':
        case 'closed':
        case 'unknown':
          return link.status;
      }
    };
    expectTypeOf(word).returns.toBeString();
  });
});
