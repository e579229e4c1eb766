import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listOperations, readDocument, textAt } from '../../scripts/docs/document.js';
import { readSamples, sampleOf } from '../../scripts/docs/samples.js';
import { createVisitor, type Visitor } from './browser.js';
import { serveFolder, type Server } from './server.js';
import { buildSite, type Site } from './site.js';

const operations = listOperations(await readDocument('spec/links.yaml'));
const samples = await readSamples('spec/samples');
const pages = [
  'index.html',
  'index.html#/other/createlink',
  'sdk/interfaces/paylinks.ClientOptions.html',
  'sdk/classes/paylinks.ApiError.html',
];

// axe reads the whole page, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let server: Server;
let visitor: Visitor;

beforeAll(async () => {
  [site, visitor] = await Promise.all([buildSite(), createVisitor()]);
  server = await serveFolder(site.folder, '/any/where/');
}, 120_000);

afterAll(async () => {
  await visitor.leave();
  await server.close();
  site.remove();
});

describe('the site', () => {
  it.each(pages)('opens %s from disk without a complaint or a request that leaves it', async (path) => {
    const { complaints, requests, close } = await visitor.open(`file://${site.folder}/${path}`);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(`file://${site.folder}/`))).toEqual([]);
    await close();
  });

  it.each(['index.html', 'sdk/interfaces/paylinks.ClientOptions.html'])('opens %s under a sub-path', async (path) => {
    const { complaints, requests, close } = await visitor.open(server.url + path);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(server.url))).toEqual([]);
    expect(server.missed).toEqual([]);
    await close();
  });

  it.each(pages)('fits %s into 320 pixels', async (path) => {
    const { page, close } = await visitor.open(server.url + path, { width: 320 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
  });

  it('keeps the colour scheme that was chosen on one page on the others', async () => {
    const { page, close } = await visitor.open(`${server.url}index.html`);
    await page.getByTestId('color-mode-switcher').click();
    await page.getByRole('link', { name: 'SDK reference', exact: true }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    await close();
  });

  describe.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('in $colorScheme at $width pixels', (view) => {
    it.each(pages.slice(0, 3))('gives axe nothing serious to report on %s', async (path) => {
      const { page, close } = await visitor.open(server.url + path, view);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      await close();
    });
  });
});

describe('the API reference', () => {
  it('has every operation in the navigation', async () => {
    const { page, close } = await visitor.open(`${server.url}index.html`);
    const entries = (await page.locator('.menu-content a').allInnerTexts()).map((entry) => entry.split('\n'));
    for (const { node, method } of operations) expect(entries).toContainEqual([textAt(node, 'summary'), method]);
    await close();
  });

  it('finds publish and goes there, by keyboard', async () => {
    const { page, close } = await visitor.open(`${server.url}index.html`);
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Search docs').fill('publish');
    const first = page.locator('[data-component-name="Search/SearchItem"]').first();
    await first.getByText('/publish').waitFor();
    expect(await first.innerText()).toContain('Publish a payment link');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/publishlink/);
    await close();
  });

  it('leads to an operation with the tabulator and enter alone', async () => {
    const { page, close } = await visitor.open(`${server.url}index.html`);
    const target = page.locator('.menu-content a', { hasText: 'Unpublish a payment link' });
    const isReached = (): Promise<boolean> => target.evaluate((node) => node === document.activeElement);
    for (let step = 0; step < 60 && !(await isReached()); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/unpublishlink/);
    await close();
  });

  it('offers each operation as curl and as TypeScript, as the samples spell it', async () => {
    const { page, close } = await visitor.open(`${server.url}index.html`);
    for (const { id } of operations) {
      const panel = page.locator(`[id="other/${id.toLowerCase()}"] .panel-request-samples`);
      await page.locator(`.menu-content a[href$="/${id.toLowerCase()}"]`).click();
      await chooseLanguage(panel, 'TypeScript');
      expect(withoutSpace(await panel.innerText())).toContain(withoutSpace(sampleOf(samples, id)));
      await chooseLanguage(panel, 'curl');
      expect(await panel.innerText()).toContain('curl --request');
    }
    await close();
  });

  it.each(['light', 'dark'] as const)('shows the diagram for %s, with a text alternative', async (colorScheme) => {
    const { page, close } = await visitor.open(`${server.url}index.html`, { colorScheme });
    const shown = page.locator('.lifecycle img:visible');
    expect(await shown.getAttribute('class')).toBe(`only-${colorScheme}`);
    expect(await shown.getAttribute('alt')).toContain('close leads from draft, published or unpublished to closed');
    expect(await shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 500)).toBe(true);
    await close();
  });
});

describe('the SDK reference', () => {
  it('finds createOnce', async () => {
    const { page, close } = await visitor.open(`${server.url}sdk/index.html`);
    await page.locator('#tsd-search-trigger').click();
    await page.locator('#tsd-search-input').fill('createOnce');
    await page.locator('#tsd-search-results', { hasText: 'LinksClient.createOnce' }).waitFor();
    await close();
  });
});

/** Opens the menu of languages, which holds the two that there are, and takes one. */
async function chooseLanguage(panel: Locator, language: string): Promise<void> {
  await panel
    .getByText(/^(curl|TypeScript)$/)
    .first()
    .click();
  const choices = panel.page().locator('[role="menuitem"]:visible');
  await choices.first().waitFor();
  expect(await choices.allInnerTexts()).toEqual(['curl', 'TypeScript']);
  await choices.getByText(language).click();
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
