import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listOperations, readDocument, textAt } from '../../scripts/docs/document.js';
import { readSamples, sampleOf } from '../../scripts/docs/samples.js';
import { serveFolder, type Server } from './server.js';
import { buildSite, type Site } from './site.js';

const operations = listOperations(await readDocument('spec/links.yaml'));
const samples = await readSamples('spec/samples');
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

// axe reads the whole page, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildSite(), chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') })]);
  server = await serveFolder(site.folder, '/any/where/');
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** What a page said and asked for while it was open. */
interface Opened {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

async function open(url: string, { width = 1440, colorScheme = 'light' }: View = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const opened: Opened = { page, complaints: [], requests: [] };
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && opened.complaints.push(message.text()));
  page.on('pageerror', (error) => opened.complaints.push(error.message));
  page.on('request', (request) => opened.requests.push(request.url()));
  await page.goto(url);
  await page.locator('h1, h2').first().waitFor();
  return opened;
}

/** Waits until the page has done what it does on its own. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** The reference once it reacts: Redoc marks the chosen colour scheme when it has taken over the page. */
async function openReference(view?: View): Promise<Opened> {
  const opened = await open(`${server.url}index.html`, view);
  await opened.page.locator('html.light, html.dark').waitFor();
  await opened.page.locator('[data-testid="search-trigger"]').waitFor({ state: 'attached' });
  return opened;
}

const pages = [
  'index.html',
  'index.html#/other/createlink',
  'sdk/interfaces/paylinks.ClientOptions.html',
  'sdk/classes/paylinks.ApiError.html',
];

describe('the site from disk', () => {
  it.each(pages)('opens %s without a complaint or a request that leaves it', async (path) => {
    const { page, complaints, requests } = await open(`file://${site.folder}/${path}`);
    await settle(page);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(`file://${site.folder}/`))).toEqual([]);
    await page.context().close();
  });
});

describe('the site under a sub-path', () => {
  it.each(['index.html', 'sdk/interfaces/paylinks.ClientOptions.html'])(
    'opens %s without a complaint or a request that leaves it',
    async (path) => {
      const { page, complaints, requests } = await open(server.url + path);
      await settle(page);
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(server.url))).toEqual([]);
      expect(server.missed).toEqual([]);
      await page.context().close();
    },
  );
});

describe('the API reference', () => {
  it('has every operation in the navigation', async () => {
    const { page } = await openReference();
    const entries = await page.locator('.menu-content a').allInnerTexts();
    for (const { node, method } of operations)
      expect(entries.map((entry) => entry.split('\n'))).toContainEqual([textAt(node, 'summary'), method]);
    await page.context().close();
  });

  it('finds publish by keyboard', async () => {
    const { page } = await openReference();
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Search docs').fill('publish');
    const first = page.locator('[data-component-name="Search/SearchItem"]').first();
    await first.getByText('/publish').waitFor();
    expect(await first.innerText()).toContain('Publish a payment link');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/publishlink/);
    await page.context().close();
  });

  it('offers each operation as curl and as TypeScript, as the samples spell it', async () => {
    const { page } = await openReference();
    for (const { id } of operations) {
      const panel = page.locator(`[id="other/${id.toLowerCase()}"] .panel-request-samples`);
      await page.locator(`.menu-content a[href$="/${id.toLowerCase()}"]`).click();
      await chooseLanguage(panel, 'TypeScript');
      expect(withoutSpace(await panel.innerText())).toContain(withoutSpace(sampleOf(samples, id)));
      await chooseLanguage(panel, 'curl');
      expect(await panel.innerText()).toContain('curl --request');
    }
    await page.context().close();
  });

  it('leads to an operation by keyboard alone', async () => {
    const { page } = await openReference();
    const target = page.locator('.menu-content a', { hasText: 'Unpublish a payment link' });
    for (let step = 0; step < 60 && !(await target.evaluate((node) => node === document.activeElement)); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/unpublishlink/);
    await page.context().close();
  });

  it('shows the diagram that fits the colour scheme, with a text alternative', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await openReference({ colorScheme });
      const shown = page.locator('.lifecycle img:visible');
      expect(await shown.getAttribute('class')).toBe(`only-${colorScheme}`);
      expect(await shown.getAttribute('alt')).toContain('close leads from draft, published or unpublished to closed');
      expect(await shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 500)).toBe(true);
      await page.context().close();
    }
  });
});

describe.each([
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const)('in $colorScheme at $width pixels', (view) => {
  it.each(pages.slice(0, 3))('%s has nothing serious to say to axe', async (path) => {
    const { page } = await open(server.url + path, view);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    await page.context().close();
  });
});

it('nothing overflows at 320 pixels', async () => {
  const width = 320;
  for (const path of pages) {
    const { page } = await open(server.url + path, { width });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    await page.context().close();
  }
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
