import { describe, expect, it } from 'vitest';
import { describeBlocks, readBlocks, readRepositoryFile } from './support/code-blocks.js';

const readme = readRepositoryFile('README.md');

describe('README.md', () => {
  describeBlocks(readBlocks(['README.md']));

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readRepositoryFile('package.json'));
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
  });

  it('is read in a few minutes', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(170);
  });
});
