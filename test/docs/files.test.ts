import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listOperations, readDocument, textAt } from '../../scripts/docs/document.js';
import { listInferred } from '../../scripts/docs/inferred.js';
import * as schemas from '../../generated/schemas.js';
import * as client from '../../src/index.js';
import * as sandbox from '../../src/sandbox/index.js';
import { buildSite, type Site } from './site.js';

const document = await readDocument('spec/links.yaml');
const operations = listOperations(document);
let site: Site;

beforeAll(async () => {
  site = await buildSite();
}, 120_000);
afterAll(() => site.remove());

function read(file: string): string {
  return readFileSync(join(site.folder, file), 'utf8');
}

function filesWith(suffix: string): string[] {
  return readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix));
}

/** The files that a page leads to, without other hosts, other schemes and places within a page. */
function targetsOf(file: string, link: RegExp): string[] {
  const targets = [...read(file).matchAll(link)].map(([, target = '']) => target.replace(/#.*$/, ''));
  return [...new Set(targets)]
    .filter((target) => target !== '' && !/^([a-z]+:|\/)/.test(target))
    .map((target) => join(dirname(file), target));
}

describe('npm run docs', () => {
  it('writes the document as YAML and as JSON', () => {
    expect(read('openapi.yaml')).toBe(readFileSync('spec/links.yaml', 'utf8'));
    expect(JSON.parse(read('openapi.json'))).toMatchObject({ openapi: parse(read('openapi.yaml')).openapi, paths: expect.anything() });
  });

  it('writes each operation as Markdown with both samples', () => {
    for (const { id, node, method, path } of operations) {
      const page = read(`operations/${id}.md`);
      expect(page).toContain(`# ${textAt(node, 'summary')}\n\n\`${method} ${path}\``);
      expect(page).toContain(`--request ${method}`);
      expect(page).toContain("from 'paylinks'");
    }
  });

  it('spells nested fields and items in Markdown', () => {
    expect(read('operations/createLink.md')).toContain(
      '- `settings.theme.logoType` (string, one of `icon`, `icon_name`, `logo`): Style of the logo',
    );
    expect(read('operations/listLinks.md')).toContain('- `data[].id` (string or integer, required');
  });

  it('gives the reason for each inferred statement in the introduction', () => {
    const notes = listInferred(document);
    expect(notes.length).toBeGreaterThan(20);
    const rows = read('introduction.md').split('\n');
    for (const { place, note } of notes) expect(rows.some((row) => row.startsWith(`| ${note} |`) && row.includes(place))).toBe(true);
  });

  it('lists every page for machines', () => {
    const listed = targetsOf('llms.txt', /\]\(([^)]+)\)/g);
    expect(listed).toEqual(expect.arrayContaining([...filesWith('.md'), 'openapi.yaml', 'openapi.json', 'index.html', 'sdk/index.html']));
  });

  it.each(['.md', '.txt'])('links only to what exists from %s files', (suffix) => {
    const missing = filesWith(suffix).flatMap((file) =>
      targetsOf(file, /\]\(([^)\s]+)\)/g).filter((target) => !existsSync(join(site.folder, target))),
    );
    expect(missing).toEqual([]);
  });

  it('links only to what exists from pages', () => {
    const pages = filesWith('.html');
    const missing = pages.flatMap((file) =>
      targetsOf(file, /<a [^>]*href="([^"]*)"/g).filter((target) => !existsSync(join(site.folder, target))),
    );
    expect(pages.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

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

  it('links both ways between the two references', () => {
    expect(read('index.html')).toContain('href="sdk/index.html"');
    expect(read('sdk/index.html')).toContain('href="../index.html"');
    for (const { id } of operations) {
      const method = id.replace(/Links?$/, '');
      expect(read('index.html')).toContain(`sdk/interfaces/paylinks.LinksClient.html#${method}`);
      expect(read('sdk/interfaces/paylinks.LinksClient.html')).toContain(`href="../../index.html#/other/${id.toLowerCase()}"`);
      expect(read('sdk/interfaces/paylinks.LinksClient.html')).toContain(`id="${method}"`);
    }
  });

  it('shows the samples of the introduction as they were run', () => {
    const introduction = read('introduction.md');
    for (const name of ['quickstart', 'go-live', 'handle-errors', 'create-once']) {
      expect(introduction).toContain('```ts\n' + readFileSync(`spec/samples/${name}.ts`, 'utf8') + '```');
    }
    expect(introduction.replace(/```ts[^]*?```/g, '')).not.toMatch(/\{\s*\{/);
  });

  it('names every error of the client and every status of the document in the introduction', () => {
    const introduction = read('introduction.md');
    const errors = Object.keys(client).filter((name) => name.endsWith('Error') && name !== 'ApiError');
    const statuses = operations.flatMap(({ node }) => Object.keys(node['responses'] ?? {})).filter((status) => !status.startsWith('2'));
    for (const word of [...errors, ...statuses]) expect(introduction).toContain(`\`${word}\``);
  });
});
