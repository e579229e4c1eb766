import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeTogether } from '../../scripts/generate/output.js';
import { createFolder } from './support/workshop.js';

describe('writeTogether', () => {
  it('replaces files and makes new ones', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'a'), 'old');
    await writeTogether(
      folder,
      new Map([
        ['a', 'new'],
        ['b', 'new'],
      ]),
    );
    expect(['a', 'b'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['new', 'new']);
  });

  it.each([
    ['a place that is a folder', 'folder'],
    ['a folder that is missing', 'missing/c'],
  ])('replaces nothing when one cannot be: %s', async (_, last) => {
    const folder = createFolder();
    writeFileSync(join(folder, 'a'), 'old');
    mkdirSync(join(folder, 'folder'));
    const names = readdirSync(folder);
    await expect(writeTogether(folder, new Map(['a', 'b', last].map((name) => [name, 'new'])))).rejects.toThrow();
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(names);
  });
});
