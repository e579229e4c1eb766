import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setupServer } from 'msw/node';
import { chromium } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { createLinksClient } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { createShop as createExpressShop } from '../../spec/neopay/samples/express/shop.js';
import { createShop as createHonoShop } from '../../spec/neopay/samples/hono/shop.js';
import { createHandlers } from '../../spec/neopay/samples/msw/handlers.js';
import { createRoute } from '../../spec/neopay/samples/next/route.js';
import { payThoughTheAnswerIsLost } from '../../spec/neopay/samples/playwright/lost-answer.js';
import { createJob } from '../../spec/neopay/samples/queue/job.js';
import { sell } from '../../spec/neopay/samples/script/seats.js';
import worker from '../../spec/neopay/samples/worker/worker.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(root, 'spec/neopay/samples');
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A sandbox that loses the answer to its first create, and the options of a client of it. */
function createTroubled() {
  const sandbox = createSandbox();
  sandbox.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });
  const published = (): number => sandbox.links.filter(({ status }) => status === 'published').length;
  return { sandbox, published, options: { ...sandbox.credentials, fetch: sandbox.fetch } };
}

describe('the examples', () => {
  it('are of sixty lines at most', () => {
    const folders = readdirSync(samples).filter((name) => statSync(join(samples, name)).isDirectory());
    const files = folders.flatMap((folder) => readdirSync(join(samples, folder)).map((file) => join(samples, folder, file)));
    expect(folders.length).toBeGreaterThanOrEqual(10);
    expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 61)).toEqual([]);
  });

  it('sell one link in Express, to a click that is repeated', async () => {
    const { options, published } = createTroubled();
    const server = createServer(createExpressShop(options)).listen(0, '127.0.0.1');
    endings.push(() => server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const click = () => fetch(`http://127.0.0.1:${port}/orders/1042/pay`, { method: 'POST', redirect: 'manual' });
    const responses = [await click(), await click()];
    expect(responses.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(responses.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(published()).toBe(1);
  });

  it('sell one link in Hono', async () => {
    const { options, published } = createTroubled();
    const response = await createHonoShop(options).request('/orders/1042/pay', { method: 'POST' });
    expect([response.status, published()]).toEqual([303, 1]);
  });

  it('sell one link in a route of Next', async () => {
    const { options, published } = createTroubled();
    const response = await createRoute(options)(new Request('https://shop.example/', { method: 'POST' }), {
      params: Promise.resolve({ order: '1042' }),
    });
    expect([response.status, published()]).toEqual([303, 1]);
  });

  it('sell one link in a Worker', async () => {
    const { sandbox, published } = createTroubled();
    const server = await sandbox.listen();
    endings.push(() => server.close());
    const { appKey, token } = sandbox.credentials;
    const env = { NEOPAY_APP_KEY: appKey, NEOPAY_TOKEN: token, NEOPAY_BASE_URL: server.url, PAY_URL: `${server.url}/pay/{slug}` };
    const response = await worker.fetch(new Request('https://shop.example/orders/1042/pay', { method: 'POST' }), env);
    expect([response.status, published()]).toEqual([303, 1]);
    expect((await fetch(response.headers.get('location') ?? '')).status).toBe(200);
  });

  it('sell one link to a message that is delivered twice', async () => {
    const { options, published } = createTroubled();
    const job = createJob(options);
    const verdicts = await Promise.all([job({ order: '1042', amount: 120 }), job({ order: '1042', amount: 120 })]);
    expect(verdicts).toEqual([verdicts[0], verdicts[0]]);
    expect([verdicts[0]?.kind, published()]).toEqual(['done', 1]);
    expect((await job({ order: '7', amount: -1 })).kind).toBe('never');
  });

  it('sell each seat once, though the script runs twice', async () => {
    const { options, published } = createTroubled();
    const first = await sell(options, ['1A', '1B', '1C']);
    expect(await sell(options, ['1A', '1B', '1C'])).toEqual(first);
    expect([first.size, published()]).toEqual([3, 3]);
  });

  it('work behind Mock Service Worker', async () => {
    const { sandbox, published } = createTroubled();
    const { appKey, token } = sandbox.credentials;
    const server = setupServer(...createHandlers(sandbox));
    server.listen();
    endings.push(() => server.close());
    const links = createLinksClient({ appKey, token });
    await links.publishOnce({ product: 'Two tickets', amount: 120, reference: 'order-1042' }, { wait: 0 });
    expect(published()).toBe(1);
  });

  it('lose an answer in Playwright, and the payer arrives', async () => {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    endings.push(() => server.close());
    const { appKey, token } = sandbox.credentials;
    const shop = createExpressShop({ appKey, token, baseUrl: server.url, payUrl: `${server.url}/pay/{slug}` });
    shop.get('/', (_request, response) => void response.send('<form method="post" action="/orders/1042/pay"><button>Pay</button></form>'));
    const listener = createServer(shop).listen(0, '127.0.0.1');
    endings.push(() => listener.close());
    await new Promise((resolve) => listener.once('listening', resolve));
    const address = listener.address();
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    endings.push(() => browser.close());
    const port = typeof address === 'object' ? address?.port : undefined;
    const url = await payThoughTheAnswerIsLost(await browser.newPage(), `http://127.0.0.1:${port}/`, { url: server.url, appKey, token });
    expect(url).toContain('/pay/');
    expect(sandbox.journal.some(({ fault }) => fault === 'drop-after')).toBe(true);
    expect(sandbox.links.filter(({ status }) => status === 'published')).toHaveLength(1);
  });

  it('pass in vitest and in Jest as they stand, with the built package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paylinks-examples-'));
    endings.push(() => rmSync(folder, { recursive: true }));
    writeFileSync(
      join(folder, 'vitest.config.mjs'),
      `export default { root: ${JSON.stringify(root)}, test: { include: ['spec/neopay/samples/vitest/*.test.ts'] } };`,
    );
    const program = (name: string): string => join(root, 'node_modules/.bin', name);
    const vitest = await run(program('vitest'), ['run', '--config', join(folder, 'vitest.config.mjs')], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect(vitest.stdout).toContain('1 passed');
    const jest = await run(program('jest'), ['--rootDir', root, '--testMatch', '**/samples/jest/*.test.cjs', '--runInBand'], { cwd: root });
    expect(jest.stderr).toContain('1 passed');
  });
});
