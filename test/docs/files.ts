import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { listOperations, textAt } from '../../scripts/docs/document.js';
import { listInferred } from '../../scripts/docs/inferred.js';
import { readSources } from '../../scripts/docs/sources.js';
import * as client from '../../src/index.js';
import type { Site } from './site.js';

const sources = await readSources();

/** What the files for machine readers say of the document. */
export function describeDocument({ read }: Site): void {
  it.each(sources)('writes the document of $api.name as YAML and as JSON', ({ api }) => {
    const yaml = read(`${api.name}/openapi.yaml`);
    expect(yaml).toBe(readFileSync(api.document, 'utf8'));
    expect(JSON.parse(read(`${api.name}/openapi.json`))).toMatchObject({ openapi: parse(yaml).openapi, paths: expect.anything() });
  });

  it.each(sources)('writes each operation of $api.name as Markdown with both samples', ({ api, document }) => {
    for (const { id, node, method, path } of listOperations(document)) {
      const page = read(`${api.name}/operations/${id}.md`);
      expect(page).toContain(`# ${textAt(node, 'summary')}\n\n\`${method} ${path}\``);
      expect(page).toContain(`--request ${method}`);
      expect(page).toContain("from 'paylinks");
    }
  });

  it('spells nested fields and items in Markdown', () => {
    expect(read('neopay/operations/createLink.md')).toContain(
      '- `settings.theme.logoType` (string, one of `icon`, `icon_name`, `logo`): Style of the logo',
    );
    expect(read('neopay/operations/listLinks.md')).toContain('- `data[].id` (string or integer, required');
  });

  it('lists the answers by status and says of a body only once what it holds', () => {
    const page = read('neopay/operations/createLink.md');
    const statuses = [...page.matchAll(/^### (\w+)$/gm)].map(([, status]) => status);
    expect(statuses).toEqual(['200', '2XX', '401', '403', '422', '429', '5XX']);
    expect(page.match(/^- `application_id`/gm)).toHaveLength(1);
    expect(page).toContain('The body is the same as under 200.');
  });
}

/** What the introduction takes from elsewhere. */
export function describeIntroduction({ read }: Site): void {
  it.each(sources)('gives the reason for each inferred statement in the introduction of $api.name', ({ api, document }) => {
    const notes = listInferred(document);
    expect(notes.length).toBeGreaterThan(10);
    const rows = read(`${api.name}/introduction.md`).split('\n');
    for (const { place, note } of notes) expect(rows.some((row) => row.startsWith(`| ${note} |`) && row.includes(place))).toBe(true);
  });

  it('shows the samples of the introduction as they were run', () => {
    const introduction = read('neopay/introduction.md');
    for (const name of ['quickstart', 'go-live', 'handle-errors', 'create-once']) {
      expect(introduction).toContain('```ts\n' + readFileSync(`spec/neopay/samples/${name}.ts`, 'utf8') + '```');
    }
    expect(introduction.replace(/```ts[^]*?```/g, '')).not.toMatch(/\{\s*\{/);
  });

  it('names every error of the client and every status of the document in the introduction', () => {
    const introduction = read('neopay/introduction.md');
    const errors = Object.keys(client).filter((name) => name.endsWith('Error') && name !== 'ApiError');
    const [{ document } = expect.unreachable('the first API is there')] = sources;
    const statuses = listOperations(document)
      .flatMap(({ node }) => Object.keys(node['responses'] ?? {}))
      .filter((status) => !status.startsWith('2'));
    for (const word of [...errors, ...statuses]) expect(introduction).toContain(`\`${word}\``);
  });

  it('says which answer of an operation is inferred', () => {
    expect(read('neopay/introduction.md')).toContain('Create a payment link, `2XX` (answer)');
  });
}
