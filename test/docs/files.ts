import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { listOperations, readDocument, textAt } from '../../scripts/docs/document.js';
import { listInferred } from '../../scripts/docs/inferred.js';
import * as client from '../../src/index.js';
import type { Site } from './site.js';

const document = await readDocument('spec/neopay/openapi.yaml');
const operations = listOperations(document);

/** What the files for machine readers say of the document. */
export function describeDocument({ read }: Site): void {
  it('writes the document as YAML and as JSON', () => {
    expect(read('openapi.yaml')).toBe(readFileSync('spec/neopay/openapi.yaml', 'utf8'));
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

  it('lists the answers by status and says of a body only once what it holds', () => {
    const page = read('operations/createLink.md');
    const statuses = [...page.matchAll(/^### (\w+)$/gm)].map(([, status]) => status);
    expect(statuses).toEqual(['200', '2XX', '401', '403', '422', '429', '5XX']);
    expect(page.match(/^- `application_id`/gm)).toHaveLength(1);
    expect(page).toContain('The body is the same as under 200.');
  });
}

/** What the introduction takes from elsewhere. */
export function describeIntroduction({ read }: Site): void {
  it('gives the reason for each inferred statement in the introduction', () => {
    const notes = listInferred(document);
    expect(notes.length).toBeGreaterThan(20);
    const rows = read('introduction.md').split('\n');
    for (const { place, note } of notes) expect(rows.some((row) => row.startsWith(`| ${note} |`) && row.includes(place))).toBe(true);
  });

  it('shows the samples of the introduction as they were run', () => {
    const introduction = read('introduction.md');
    for (const name of ['quickstart', 'go-live', 'handle-errors', 'create-once']) {
      expect(introduction).toContain('```ts\n' + readFileSync(`spec/neopay/samples/${name}.ts`, 'utf8') + '```');
    }
    expect(introduction.replace(/```ts[^]*?```/g, '')).not.toMatch(/\{\s*\{/);
  });

  it('names every error of the client and every status of the document in the introduction', () => {
    const introduction = read('introduction.md');
    const errors = Object.keys(client).filter((name) => name.endsWith('Error') && name !== 'ApiError');
    const statuses = operations.flatMap(({ node }) => Object.keys(node['responses'] ?? {})).filter((status) => !status.startsWith('2'));
    for (const word of [...errors, ...statuses]) expect(introduction).toContain(`\`${word}\``);
  });

  it('says which answer of an operation is inferred', () => {
    expect(read('introduction.md')).toContain('Create a payment link, `2XX` (answer)');
  });
}
