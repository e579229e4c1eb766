import { chromium, type Page } from 'playwright-core';

export interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** What a page said and asked for while it was open. */
export interface Opened {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
  close(): Promise<void>;
}

/** Opens pages in Chromium, each in a profile of its own. */
export interface Visitor {
  open(url: string, view?: View): Promise<Opened>;
  leave(): Promise<void>;
}

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export async function createVisitor(): Promise<Visitor> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') });
  return {
    leave: () => browser.close(),
    async open(url, { width = 1440, colorScheme = 'light' } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const opened: Opened = { page, complaints: [], requests: [], close: () => context.close() };
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && opened.complaints.push(message.text()));
      page.on('pageerror', (error) => opened.complaints.push(error.message));
      page.on('request', (request) => opened.requests.push(request.url()));
      await page.goto(url);
      await settle(page);
      return opened;
    },
  };
}

/** Waits until the page has done what it does on its own; Redoc and TypeDoc mark the colour scheme once they have taken over, the guide is there at once. */
async function settle(page: Page): Promise<void> {
  await page.locator('html.light, html.dark, html[data-theme], html[data-root]').waitFor();
  await page.locator('h1, h2').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
