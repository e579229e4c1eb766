import { describe, expect, it } from 'vitest';
import { isEnough, isVersion, nextVersion, verdictOf, type Impact } from '../../scripts/release/change.js';
import { describePlace } from '../../scripts/release/place.js';
import { lifecycleChanges } from '../../scripts/release/lifecycle-changes.js';
import type { Lifecycle } from '../../scripts/generate/lifecycle.js';

describe('isEnough', () => {
  it.each<[string, string, Impact | undefined, boolean]>([
    ['1.2.3', '1.2.3', undefined, true],
    ['1.2.3', '1.2.3', 'patch', false],
    ['1.2.3', '1.2.4', 'patch', true],
    ['1.2.3', '1.2.4', 'minor', false],
    ['1.2.3', '1.3.0', 'minor', true],
    ['1.2.3', '1.3.0', 'major', false],
    ['1.2.3', '2.0.0', 'major', true],
    ['1.2.3', '1.2.2', undefined, false],
    ['0.1.0', '0.2.0', 'major', false],
    ['9.0.0', '10.0.0', 'major', true],
  ])('judges %s → %s with a %s change as %s', (before, after, verdict, enough) => {
    expect(isEnough(before, after, verdict)).toBe(enough);
  });
});

describe('isVersion', () => {
  it.each(['1.2.3', '0.0.0', '10.20.30'])('takes three plain numbers: %s', (text) => {
    expect(isVersion(text)).toBe(true);
  });

  it.each(['', '1', '1.2', 'v1.2.3', '01.2.3', '1.2.3-rc.1', '1.2.3+5', '1.2.3.4', '9999999999999999999.0.0', 'next'])(
    'takes nothing else: %j',
    (text) => {
      expect(isVersion(text)).toBe(false);
    },
  );
});

describe('verdictOf and nextVersion', () => {
  it('follow the strongest change', () => {
    const changes = (['minor', 'patch'] as const).map((impact) => ({ impact, text: '' }));
    expect(verdictOf(changes)).toBe('minor');
    expect(verdictOf([])).toBeUndefined();
    expect([nextVersion('1.2.3', 'patch'), nextVersion('1.2.3', 'minor'), nextVersion('1.2.3', 'major')]).toEqual([
      '1.2.4',
      '1.3.0',
      '2.0.0',
    ]);
  });
});

describe('describePlace', () => {
  it.each([
    [
      '#/paths/~1links/post/requestBody/content/application~1json/schema/properties/settings/properties/theme',
      'POST /links, request, `settings`, `theme`',
    ],
    [
      '#/paths/~1links/get/responses/200/content/application~1json/schema/properties/data/oneOf/0/items/properties/id',
      'GET /links, response 200, `data`, each item, `id`',
    ],
    ['#/paths/~1links~1{id}', '/links/{id}'],
    ['#/info', 'info'],
    ['#/', 'The document'],
    ['#/servers/0', 'server 1'],
    ['#/paths/~1links~1{id}/parameters/0/schema', '/links/{id}, parameter 1'],
    ['#/paths/~1links/post/requestBody/content/text~1csv', 'POST /links, request, text/csv'],
    ['#/paths/~1links/get/responses/200/content/text~1csv/schema/oneOf/1', 'GET /links, response 200, choice 2 of `oneOf`'],
  ])('puts %s in words', (path, words) => {
    expect(describePlace(path)).toBe(words);
  });
});

describe('lifecycleChanges', () => {
  const life: Lifecycle = {
    statuses: ['draft', 'live'],
    initial: 'draft',
    aliases: new Map(),
    transitions: [{ action: 'publish', operation: 'publish', from: ['draft'], to: 'live' }],
  };

  it('finds nothing in the same life', () => {
    expect(lifecycleChanges(life, life)).toEqual([]);
  });

  it('rates a transition added as minor and one removed as major', () => {
    const longer: Lifecycle = {
      ...life,
      transitions: [...life.transitions, { action: 'hide', operation: 'hide', from: ['live'], to: 'draft' }],
    };
    expect(lifecycleChanges(life, longer)).toEqual([{ impact: 'minor', text: 'The transition `hide` from `live` to `draft` was added.' }]);
    expect(lifecycleChanges(longer, life)).toEqual([
      { impact: 'major', text: 'The transition `hide` from `live` to `draft` was removed.' },
    ]);
  });

  it('rates a status that goes, and another first status, as major', () => {
    expect(lifecycleChanges(life, { ...life, statuses: ['draft'] })[0]?.impact).toBe('major');
    expect(lifecycleChanges(life, { ...life, initial: 'live' })).toEqual([
      { impact: 'major', text: 'A new link has the status `live` instead of the status `draft`.' },
    ]);
  });

  it('rates a spelling that means another status as major', () => {
    const [one, other] = ['draft', 'live'].map((status): Lifecycle => ({ ...life, aliases: new Map([['drafft', status]]) }));
    expect(lifecycleChanges(one ?? life, other ?? life)).toEqual([
      { impact: 'major', text: 'The spelling `drafft` of `draft` was removed.' },
      { impact: 'minor', text: 'The spelling `drafft` of `live` was added.' },
    ]);
  });
});
