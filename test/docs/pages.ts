import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Opened, View, Visitor } from './browser.js';

/** What holds for every page, wherever it is opened; the page is opened once. */
export function describePage(visitor: Visitor, base: string, path: string, view: Required<View>): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await visitor.open(base + path, view);
  });
  afterAll(() => opened.close());

  it('opens without a complaint', () => {
    expect(opened.complaints).toEqual([]);
  });

  it('asks for nothing beyond the site', () => {
    expect(opened.requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(base))).toEqual([]);
  });

  it('fits into the width', async () => {
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(view.width);
  });

  if (path === 'neopay/index.html') describeDiagram(() => opened.page, view);

  it('gives axe nothing serious to report', async () => {
    // No page of the site holds a frame, the one thing that axe's present mode would open a second page for.
    const axe = new AxeBuilder({ page: opened.page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
}

/** What the introduction shows in either colour scheme. */
function describeDiagram(read: () => Page, { colorScheme }: Required<View>): void {
  it('shows the diagram for the colour scheme, with a text alternative', async () => {
    const shown = read().locator('.lifecycle img:visible');
    expect(await shown.getAttribute('class')).toBe(`only-${colorScheme}`);
    expect(await shown.getAttribute('alt')).toContain('close leads from draft, published or unpublished to closed');
    expect(await shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 500)).toBe(true);
  });
}
