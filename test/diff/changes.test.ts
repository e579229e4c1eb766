import { describe, expect, it } from 'vitest';
import { isEnough, nextVersion, verdictOf, type Impact } from '../../scripts/diff/change.js';
import { describePlace } from '../../scripts/diff/document-changes.js';
import { lifecycleChanges } from '../../scripts/diff/lifecycle-changes.js';
import { surfaceChanges } from '../../scripts/diff/surface-changes.js';
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

  it('explains a version that is none', () => {
    expect(() => isEnough('1.0', '1.0.0', 'patch')).toThrow(/"1\.0" is no version.*1\.2\.3/);
  });
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
      { impact: 'major', text: 'A new link is `live` instead of `draft`.' },
    ]);
  });
});

describe('surfaceChanges', () => {
  const surface = ['ClientOptions.appKey: string', "Outcome: 'done'", 'create: (Input) => Link', 'export create from paylinks'];

  it.each([
    ['a removed name', surface.slice(0, -1), 'major'],
    ['a changed signature', surface.map((line) => line.replace('=> Link', '=> Link | undefined')), 'major'],
    ['an option that must be given', [...surface, 'ClientOptions.region: string'], 'major'],
    ['an option that may be given', [...surface, 'ClientOptions.region?: string'], 'minor'],
    ['another kind of value', [...surface, 'ClientOptions.appKey: null'], 'major'],
    ['one more word', [...surface, "Outcome: 'undone'"], 'minor'],
    ['a new name', [...surface, 'export close from paylinks', 'close: () => void'], 'minor'],
    ['nothing', surface, undefined],
  ])('rates %s as %s', (_, after, verdict) => {
    expect(verdictOf(surfaceChanges(surface, after))).toBe(verdict);
  });
});
