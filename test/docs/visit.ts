import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOperations, textAt, type Operation } from '../../scripts/docs/document.js';
import { sampleOf, toCurl } from '../../scripts/docs/samples.js';
import { readSources } from '../../scripts/docs/sources.js';
import type { Opened, Visitor } from './browser.js';
import type { Server } from './server.js';

const [links = expect.unreachable('the first API is there')] = await readSources();
const { document, samples } = links;
const operations = listOperations(document);

const languages: { language: string; write(operation: Operation): string }[] = [
  { language: 'TypeScript', write: ({ id }) => sampleOf(samples, id) },
  { language: 'curl', write: (operation) => toCurl(links, operation) },
];

/** What one reader does in one window, from the guide's search to the API reference and the SDK reference. */
export function describeVisit(visitor: Visitor, server: Server): void {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await visitor.open(`${server.url}neopay/index.html`);
    ({ page } = opened);
  });
  afterAll(() => opened.close());

  it.each([
    ['createMany', 'createMany'],
    ['drop-after', 'Testing: Faults'],
    ['was it paid', 'Was it paid?'],
    ['server dies between create and publish', 'If my server dies between create and publish'],
    ['lost answer Playwright', 'A lost answer in Playwright'],
  ])('answers the search for %s from any page of the guide', async (words, title) => {
    await page.goto(`${server.url}options.html`);
    await page.keyboard.press('/');
    await page.locator('#search').fill(words);
    await page.locator('#found a', { hasText: title }).first().click();
    expect(page.url()).not.toContain('options.html');
  });

  it('runs a sample in the page, loses the answer, and lights the lifecycle', async () => {
    await page.goto(`${server.url}index.html`);
    const block = page.locator('.code', { has: page.locator('button.run') }).first();
    await block.locator('.lose').check();
    await block.getByRole('button', { name: 'Run' }).click();
    await block.locator('.result', { hasText: '1 link on the server' }).waitFor();
    expect(await block.locator('.result').innerText()).toContain('drop-after');
    expect(await page.locator('.lifecycle [data-status="published"].lit').count()).toBe(1);
  });

  it('finds every operation in the navigation of the API reference', async () => {
    await page.goto(`${server.url}neopay/index.html`);
    const entries = (await page.locator('.menu-content a').allInnerTexts()).map((entry) => entry.split('\n'));
    for (const { node, method } of operations) expect(entries).toContainEqual([textAt(node, 'summary'), method]);
  });

  it('searches for publish and goes there, by keyboard', async () => {
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Search docs').fill('publish');
    const first = page.locator('[data-component-name="Search/SearchItem"]').first();
    await first.getByText('/publish').waitFor();
    expect(await first.innerText()).toContain('Publish a payment link');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/publishlink/);
  });

  it('reaches an operation with the tabulator and enter alone', async () => {
    const target = page.locator('.menu-content a', { hasText: 'Unpublish a payment link' });
    await page.locator('header.site a').first().focus();
    const isReached = (): Promise<boolean> => target.evaluate((node) => node === window.document.activeElement);
    for (let step = 0; step < 60 && !(await isReached()); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/unpublishlink/);
  });

  it.each(languages)('reads the $language sample of each operation once $language is chosen', async ({ language, write }) => {
    for (const [index, operation] of operations.entries()) {
      const panel = await showSamples(page, operation);
      if (index === 0) await chooseLanguage(panel, language);
      await expect.poll(async () => withoutSpace(await panel.innerText()), { timeout: 10_000 }).toContain(withoutSpace(write(operation)));
    }
  });

  it('keeps the colour scheme that was chosen on one page on the others', async () => {
    await page.getByTestId('color-mode-switcher').click();
    await page.getByRole('link', { name: 'SDK reference', exact: true }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
  });

  it('finds createOnce in the SDK reference', async () => {
    await page.goto(`${server.url}sdk/index.html`);
    await page.locator('#tsd-search-trigger').click();
    await page.locator('#tsd-search-input').fill('createOnce');
    await page.locator('#tsd-search-results', { hasText: 'LinksClient.createOnce' }).waitFor();
  });

  it('misses no file on the server', () => {
    expect(server.missed).toEqual([]);
  });
}

async function showSamples(page: Page, { id }: Operation): Promise<Locator> {
  await page.locator(`.menu-content a[href$="/${id.toLowerCase()}"]`).click();
  return page.locator(`[id="other/${id.toLowerCase()}"] .panel-request-samples`);
}

/** Opens the menu of languages, which holds the two that there are, and takes one. */
async function chooseLanguage(panel: Locator, language: string): Promise<void> {
  const names = languages.map((each) => each.language);
  await panel
    .getByText(new RegExp(`^(${names.join('|')})$`))
    .first()
    .click();
  const choices = panel.page().locator('[role="menuitem"]:visible');
  await choices.first().waitFor();
  expect((await choices.allInnerTexts()).sort()).toEqual([...names].sort());
  await choices.getByText(language).click();
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
