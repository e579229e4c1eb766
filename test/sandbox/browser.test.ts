import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../src/sandbox.js';
import { fieldOf, idOf, open, order } from './support.js';

const program = '/usr/bin/chromium';
const isMissing = !existsSync(program);
if (isMissing) console.warn(`The sandbox's pages were not looked at in a browser: ${program} is not there.`);
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const logo = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="teal"/></svg>')}`;
const past = { expired_at: '2020-01-01 00:00:00', settings: { expirationDate: true } };
const full = {
  description: 'Refurbished, 128 GB, one year of warranty',
  communication: 'ORDER 1042',
  expired_at: '2099-01-31 18:00:00',
  request_customer_data: 'full_customer',
};
const settings = { expirationDate: true, showPayeeData: true, requestCustomerData: true };

/** A link for each look the payer's page can have, with the actions that lead there. */
const looks: Readonly<Record<string, readonly [input: object, actions: string]>> = {
  full: [{ ...order, ...full, settings: { ...settings, theme: { selected: 'purple', logoType: 'icon_name' } } }, 'publish'],
  plain: [order, 'publish'],
  'pale theme': [{ ...order, settings: { theme: { selected: '#ffe08a', logo, logoType: 'icon' } } }, 'publish'],
  'dark theme': [{ ...order, settings: { theme: { selected: 'black', logo, logoType: 'logo' } } }, 'publish'],
  'broken logo': [{ ...order, settings: { theme: { logo: 'data:image/png;base64,AAAA', logoType: 'icon' } } }, 'publish'],
  wordmark: [{ ...order, settings: { theme: { logoType: 'logo' } } }, 'publish'],
  'long words': [{ ...order, product: 'W'.repeat(50), description: 'x'.repeat(150), amount: 99_999_999.99 }, 'publish'],
  script: [{ ...order, product: '<script>document.title=1</script>' }, 'publish'],
  draft: [order, ''],
  unpublished: [order, 'publish unpublish'],
  closed: [order, 'close'],
  expired: [{ ...order, ...past }, 'publish'],
};

it.runIf(isMissing && process.env['CI'] === 'true')('finds Chromium on CI', () => expect(program).toSatisfy(existsSync));

describe.skipIf(isMissing)('in Chromium', () => {
  const { sandbox, send } = open();
  const paths = new Map([
    ['home', '/'],
    ['unknown', '/pay/unknown'],
  ]);
  let server: Listening;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([sandbox.listen(), chromium.launch({ executablePath: program, args: flags.split(' ') })]);
    for (const [look, [input, actions]] of Object.entries(looks)) {
      const { body } = await send('POST', '/links', input);
      for (const action of actions.split(' ').filter(Boolean)) await send('PATCH', `/links/${idOf(body)}/${action}`);
      paths.set(look, `/pay/${String(fieldOf(body, 'slug'))}`);
    }
    sandbox.inject({ fault: 'drop-after', operation: 'createLink', times: 3 });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  interface View {
    readonly width?: number;
    readonly colorScheme?: 'light' | 'dark';
    /** Lets the test's own scripts in. */
    readonly bypassCSP?: boolean;
  }

  async function look(
    name: string,
    { width = 390, colorScheme = 'light', bypassCSP = false }: View,
    act: (page: Page) => Promise<void>,
  ): Promise<string[]> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on(
      'request',
      (request) => !request.url().startsWith(server.url) && !request.url().startsWith('data:') && complaints.push(request.url()),
    );
    await page.goto(server.url + (paths.get(name) ?? ''));
    await act(page);
    await context.close();
    // Chromium reports every page whose status is 4xx; that status is meant.
    return complaints.filter((text) => !/status of 4(04|10)/.test(text));
  }

  const pages = [...paths.keys(), ...Object.keys(looks)];

  it.each(pages)('axe finds nothing on the page %s', async (name) => {
    // Only the home page has a dark form.
    for (const colorScheme of name === 'home' ? (['light', 'dark'] as const) : (['light'] as const)) {
      await look(name, { colorScheme, bypassCSP: true }, async (page) => {
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(passes.length).toBeGreaterThan(5);
      });
    }
  });

  it.each(pages)('the page %s fits a phone, breaks no rule of its own policy and asks nobody else', async (name) => {
    const complaints = await look(name, { width: 320 }, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('system-ui');
    });
    expect(complaints).toEqual([]);
  });

  it('shows a script as text and runs nothing', async () => {
    await look('script', {}, async (page) => {
      expect(await page.locator('h1').textContent()).toBe('<script>document.title=1</script>');
      expect(await page.title()).toBe('Pay for <script>document.title=1</script>');
    });
  });

  it('lets a payer fill in every field with the keyboard alone', async () => {
    await look('full', {}, async (page) => {
      const labels = [];
      for (let field = 0; field < 7; field += 1) {
        await page.keyboard.press('Tab');
        labels.push(await page.evaluate(() => document.querySelector(`label[for="${document.activeElement?.id}"]`)?.textContent));
      }
      expect(labels).toEqual(['E-mail', 'Full name', 'Phone', 'Street and number', 'Postcode', 'City', 'Country']);
    });
  });

  it.each([
    ['dark theme', { width: 168, height: 56 }],
    ['pale theme', { width: 56, height: 56 }],
  ])('sizes the logo of the %s by its style', async (name, size) => {
    await look(name, {}, async (page) => {
      expect(await page.getByAltText('Sandbox Merchant').boundingBox()).toMatchObject(size);
    });
  });

  it('leads from the home page to a payer’s page', async () => {
    await look('home', { width: 1200 }, async (page) => {
      await page
        .getByRole('row', { name: /iPhone 14 Pro/ })
        .first()
        .getByRole('link')
        .click();
      expect(new URL(page.url()).pathname).toMatch(/^\/pay\/\w{10}$/);
    });
  });

  it('publishes a link, arms a fault and opens a request from the home page on a phone', async () => {
    await look('home', {}, async (page) => {
      const id = String(sandbox.links.find(({ status }) => status === 'draft')?.id);
      await page.getByRole('row').filter({ hasText: id }).getByRole('button', { name: 'Publish' }).click();
      await page.waitForURL(`${server.url}/`);
      expect(sandbox.find(id)?.status).toBe('published');
      await page.locator('select[name=fault]').selectOption('html');
      await page.getByRole('button', { name: 'Arm' }).click();
      await page.getByRole('button', { name: 'Remove' }).nth(1).click();
      await page.locator('summary').first().click();
      await expect.poll(() => page.locator('pre[aria-label=Request]').first().isVisible()).toBe(true);
    });
  });

  it('shows the initial where a logo does not load', async () => {
    await look('broken logo', {}, async (page) => {
      const picture = page.getByAltText('Sandbox Merchant');
      expect(await picture.evaluate((image) => getComputedStyle(image, '::after').content)).toBe('"S"');
      expect(await picture.boundingBox()).toMatchObject({ width: 56, height: 56 });
    });
  });
});
