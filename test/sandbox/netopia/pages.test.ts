import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../src/netopia-sandbox.js';
import { card, createFixture, order } from './support.js';

const program = '/usr/bin/chromium';
const isMissing = !existsSync(program);
if (isMissing) console.warn(`The payer's pages were not looked at in a browser: ${program} is not there.`);
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

it.runIf(isMissing && process.env['CI'] === 'true')('finds Chromium on CI', () => expect(program).toSatisfy(existsSync));

describe.skipIf(isMissing)('in Chromium', () => {
  const { sandbox, post } = createFixture();
  const visits: string[] = [];
  let shop: Server;
  let address: string;
  let server: Listening;
  let browser: Browser;
  let orders = 0;

  beforeAll(async () => {
    shop = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          if (request.url !== '/favicon.ico') visits.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`.trim());
          response.setHeader('content-type', 'text/html').end('<!doctype html><title>Shop</title><h1>Thank you</h1>');
        });
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    const bound = shop.address();
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
    [server, browser] = await Promise.all([sandbox.listen(), chromium.launch({ executablePath: program, args: flags.split(' ') })]);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    shop.closeAllConnections();
    shop.close();
  });

  async function start(change: object = {}, payment?: object) {
    const request = order(`1042-${++orders}`, change, payment);
    const config = {
      notifyUrl: `${address}/notify`,
      redirectUrl: `${address}/return?order=1042`,
      cancelUrl: `${address}/cancelled`,
      language: 'ro',
    };
    const { body } = await post('/payment/card/start', { ...request, config });
    return { ntpID: String(body['payment']?.['ntpID']), url: String(body['payment']?.['paymentURL']), action: body['customerAction'] };
  }

  async function visit(url: string, act: (page: Page) => Promise<void>, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    try {
      const page = await context.newPage();
      await page.goto(url);
      await act(page);
    } finally {
      await context.close();
    }
  }

  const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();
  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

  it('lets the payer try again after a decline, pays, and leads back by GET', async () => {
    const { ntpID, url } = await start();
    await visit(url, async (page) => {
      expect(await page.getByRole('button').count()).toBe(8);
      await press(page, /^Wrong security code/);
      expect(await page.getByRole('alert').textContent()).toBe('Invalid CVV. Try again with any card.');
      await press(page, /^Expired card/);
      await press(page, /^Approved/);
      expect(await page.getByRole('status').textContent()).toContain('Paid.');
      await page.getByRole('link', { name: 'Back to the shop' }).click();
      expect(await heading(page)).toBe('Thank you');
    });
    expect(visits.at(-1)).toBe('GET /return?order=1042');
    expect(sandbox.find(ntpID)).toMatchObject({ status: 3 });
    expect(sandbox.deliveries.map(({ status }) => status)).toEqual([12, 3]);
  });

  it('leads through 3-D Secure and back by POST', async () => {
    const { ntpID, url } = await start();
    await visit(url, async (page) => {
      await press(page, /^3-D Secure/);
      expect(page.url()).toContain('/sandbox/authorize?p=');
      await press(page, 'Accept payment');
      await press(page, 'Back to the shop by POST');
      expect(await heading(page)).toBe('Thank you');
    });
    expect(visits.at(-1)).toBe('POST /return?order=1042');
    expect(sandbox.find(ntpID)).toMatchObject({ status: 3 });
  });

  it('declines where the payer cancels at the bank, and leads to cancelUrl where the payer gives up', async () => {
    const { ntpID, url } = await start();
    await visit(url, async (page) => {
      await press(page, /^3-D Secure/);
      await press(page, 'Cancel');
      expect(await page.getByRole('alert').textContent()).toBe('3DSecure authentication failed. Try again with any card.');
      await page.getByRole('link', { name: 'Cancel and go back to the shop' }).click();
      expect(await heading(page)).toBe('Thank you');
    });
    expect(visits.at(-1)).toBe('GET /cancelled');
    expect(sandbox.find(ntpID)).toMatchObject({ status: 12, payable: true });
  });

  it('takes the form of a shop that has the card, and sends paRes back to it', async () => {
    const { ntpID, action } = await start({}, card('9900009184214768'));
    const fields = Object.entries({ ...Object(action?.['formData']) }).map(
      ([name, value]) => `<input name="${name}" value="${String(value)}">`,
    );
    await visit('about:blank', async (page) => {
      await page.setContent(`<form method="post" action="${server.url}/sandbox/authorize">${fields.join('')}<button>Go</button></form>`);
      await press(page, 'Go');
      await press(page, 'Accept payment');
      expect(await heading(page)).toBe('Thank you');
    });
    expect(visits.at(-1)).toMatch(/^POST \/return\?order=1042 paRes=PARES-\w+%3D%3D$/);
    const paRes = new URLSearchParams(visits.at(-1)?.split(' ')[2]).get('paRes');
    const { body } = await post('/payment/card/verify-auth', {
      ntpID,
      authenticationToken: action?.['authenticationToken'],
      formData: { paRes },
    });
    expect(body['payment']).toMatchObject({ status: 3 });
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, no script and no overflow on a phone, %s', async (colorScheme) => {
    const long = { description: `Order ${'W'.repeat(120)}`, amount: 99_999.99, currency: 'EUR' };
    const [open, declined, paid, asked] = await Promise.all([start(long), start(), start(), start()]);
    await sandbox.pay(declined.ntpID, 'insufficient-funds');
    await sandbox.pay(paid.ntpID);
    await sandbox.pay(asked.ntpID, 'authentication', { authentication: 'leave' });
    const authorize = asked.url.replace('/ui/card', '/sandbox/authorize');
    for (const url of [open.url, declined.url, paid.url, authorize, `${server.url}/ui/card?p=none`, `${server.url}/`]) {
      await visit(
        url,
        async (page) => {
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
          expect(await page.locator('script').count()).toBe(0);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        },
        colorScheme,
      );
    }
  });

  it('asks for no frame, no script and no other place for forms than the shop', async () => {
    const { url } = await start();
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${address};`);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
