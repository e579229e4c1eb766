import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listOperations } from '../../scripts/docs/document.js';
import { methodOf } from '../../scripts/docs/methods.js';
import { readSources } from '../../scripts/docs/sources.js';
import * as schemas from '../../generated/neopay/schemas.js';
import * as client from '../../src/index.js';
import * as sandbox from '../../src/sandbox.js';
import type { Site } from './site.js';

const sources = await readSources();

/** Where the files of the site lead to. */
export function describeLinks({ folder, read, filesWith, targetsOf }: Site): void {
  it('lists every page for machines', () => {
    const listed = targetsOf('llms.txt', /\]\(([^)]+)\)/g);
    expect(listed).toEqual(
      expect.arrayContaining([
        ...filesWith('.md'),
        ...sources.flatMap(({ api }) => [`${api.name}/openapi.yaml`, `${api.name}/openapi.json`]),
      ]),
    );
  });

  it.each(['.md', '.txt'])('links only to what exists from %s files', (suffix) => {
    const missing = filesWith(suffix).flatMap((file) =>
      targetsOf(file, /\]\(([^)\s]+)\)/g).filter((target) => !existsSync(join(folder, target))),
    );
    expect(missing).toEqual([]);
  });

  it('links only to what exists from pages', () => {
    const pages = filesWith('.html');
    const missing = pages.flatMap((file) =>
      targetsOf(file, /<a [^>]*href="([^"]*)"/g).filter((target) => !existsSync(join(folder, target))),
    );
    expect(pages.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it.each(sources)('links both ways between the reference of $api.name and the SDK', ({ api, document }) => {
    const reference = read(`${api.name}/index.html`);
    expect(reference).toContain('href="../sdk/index.html"');
    expect(read('sdk/index.html')).toContain('href="../index.html"');
    for (const { id } of listOperations(document)) {
      const method = methodOf(api.name, id);
      if (method === undefined) continue;
      const [page = '', anchor = ''] = method.page.split('#');
      expect(reference).toContain(`../${method.page}`);
      expect(read(page)).toContain(`href="../../${api.name}/index.html#/other/${id.toLowerCase()}"`);
      expect(read(page)).toContain(`id="${anchor}"`);
    }
  });
}

/** What the reference of the SDK tells of its exports. */
export function describeReference({ read, filesWith }: Site): void {
  it.each(Object.keys({ ...client, ...sandbox, ...schemas }))('documents the export %s', (name) => {
    const pages = filesWith('.html').filter((file) => file.endsWith(`.${name}.html`));
    expect(pages).not.toEqual([]);
    expect(pages.filter((file) => !read(file).includes('tsd-comment'))).toEqual([]);
  });

  it('tells the default of each option that has one', () => {
    const page = read('sdk/interfaces/paylinks.ClientOptions.html');
    for (const option of ['baseurl', 'deadline', 'fetch', 'retries', 'strict', 'timeout', 'ondrift']) {
      const [, section = ''] = page.split(`id="${option}"`);
      expect([option, section.split('tsd-member')[0]?.includes('tsd-tag-default')]).toEqual([option, true]);
    }
  });
}
