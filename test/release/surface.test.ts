import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../scripts/release/change.js';
import { readSurface } from '../../scripts/release/surface.js';
import { surfaceChanges } from '../../scripts/release/surface-changes.js';
import { createFolder } from '../generate/support/workshop.js';

const root = new URL('../..', import.meta.url).pathname;

describe('surfaceChanges', () => {
  const surface = [
    'ClientOptions.appKey: string',
    "Outcome: 'done'",
    'Client.get: (Id, Options?) => Promise<Link>',
    'Fields extends: Known<Link>',
    'Known: Partial<Link>',
    'create: (Input) => Link',
    'export create from paylinks',
    'export create as a value from paylinks',
  ];
  const swap = (one: string, other: string): string[] => surface.map((line) => line.replaceAll(one, other));

  it.each([
    ['a removed name', surface.filter((line) => !line.endsWith('create from paylinks')), 'major'],
    ['a value that is a type alone now', surface.slice(0, -1), 'major'],
    ['a changed signature', swap('=> Link', '=> Link | undefined'), 'major'],
    ['a parameter that takes less', swap('(Id,', '(string,'), 'major'],
    ['a parameter that takes more', swap('(Id,', '(Id | Date,'), 'minor'],
    ['one more parameter', swap('Options?)', 'Options?, string)'), 'major'],
    ['one more parameter that may be left out', swap('Options?)', 'Options?, string?)'), 'minor'],
    ['one more way to call it', [...surface, 'Client.get: (Date) => Promise<Link>'], 'minor'],
    ['an option that must be given', [...surface, 'ClientOptions.region: string'], 'major'],
    ['an option that may be given', [...surface, 'ClientOptions.region?: string'], 'minor'],
    ['an option that need not be given any more', swap('appKey', 'appKey?'), 'minor'],
    ['an option that takes more', [...surface, 'ClientOptions.appKey: null'], 'minor'],
    ['another kind of value', [...surface, "Outcome: 'done' & Date"], 'major'],
    ['one more word', [...surface, "Outcome: 'undone'"], 'minor'],
    ['a new name', [...surface, 'export close from paylinks', 'close: () => void'], 'minor'],
    ['another name for what nobody can import', swap('Known', 'Named'), undefined],
    ['nothing', surface, undefined],
  ])('rates %s as %s', (_, after, verdict) => {
    expect(verdictOf(surfaceChanges(surface, after))).toBe(verdict);
  });

  it('tells a change in one line', () => {
    expect(surfaceChanges(surface, swap('(Id,', '(string,'))).toEqual([
      {
        impact: 'major',
        text: 'Declarations: `Client.get` changed from `(Id, Options?) => Promise<Link>` to `(string, Options?) => Promise<Link>`.',
      },
    ]);
  });
});

describe('readSurface', () => {
  const { before, verdictAfter } = createPackage({
    'src/index.ts': `export { start, Fault } from './start.js'; export type { Outcome } from './start.js';`,
    'src/start.ts': `
      import type { Issue } from '../generated/neopay/validators.js';
      export type Outcome = 'done' | 'refused';
      export class Fault extends Error { private hint = 1; constructor(readonly issues: readonly Issue[]) { super(); } }
      export function start(name: string) { return name.length; }`,
    'src/sandbox.ts': `export type Outcome = 'done' | 'refused' | 'pending'; export const stop = (when: Date): void => undefined;`,
    'src/schemas.ts': 'export const Link = {};',
    'generated/neopay/validators.ts': 'export interface Issue { readonly message: string }',
  });

  it('keeps types apart that two entries call the same', () => {
    expect(before).toContain("Outcome: 'refused'");
    expect(before).toContain("sandbox/Outcome: 'refused'");
    expect(verdictAfter('src/start.ts', `'done' | 'refused'`, `'done'`)).toBe('major');
  });

  it.each([
    ['an export that is a type alone', 'src/index.ts', '{ start,', '{ type start,', 'major'],
    ['another constructor', 'src/start.ts', 'readonly Issue[])', 'readonly Issue[], name: string)', 'major'],
    ['another result that nobody wrote down', 'src/start.ts', 'name.length', 'name', 'major'],
    ['a type of a generated file', 'generated/neopay/validators.ts', 'message', 'text', 'major'],
    ['a private member', 'src/start.ts', 'private hint = 1', '#hint = 1', undefined],
    [
      'a function written in another way',
      'src/sandbox.ts',
      'const stop = (when: Date): void => undefined',
      'function stop(when: Date): void {}',
      undefined,
    ],
    ['the name of a parameter', 'src/start.ts', /\bname\b/g, 'title', undefined],
    ['a comment', 'src/start.ts', 'export type', '/** Why. */ export type', undefined],
  ])('sees %s', (_, file, one, other, verdict) => {
    expect(verdictAfter(file, one, other)).toBe(verdict);
  });
});

function createPackage(files: Readonly<Record<string, string>>): {
  before: readonly string[];
  verdictAfter: (file: string, one: string | RegExp, other: string) => ReturnType<typeof verdictOf>;
} {
  const folder = createFolder();
  for (const name of ['src', 'generated/neopay']) mkdirSync(join(folder, name), { recursive: true });
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const before = readSurface(folder);
  const verdictAfter = (file: string, one: string | RegExp, other: string): ReturnType<typeof verdictOf> => {
    writeFileSync(join(folder, file), (files[file] ?? '').replace(one, other));
    const after = readSurface(folder);
    writeFileSync(join(folder, file), files[file] ?? '');
    return verdictOf(surfaceChanges(before, after));
  };
  return { before, verdictAfter };
}
