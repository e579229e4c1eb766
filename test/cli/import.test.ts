import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTable } from '../../src/cli/csv.js';
import type { Sandbox } from '../../src/sandbox.js';
import { findSecrets } from '../support/canary.js';
import { buildCommand, listen } from './support.js';

const { run, folder } = buildCommand();

/** A file of orders in a folder of its own, which goes with the test. */
function writeOrders(text: string): { readonly file: string; readonly resultFile: string } {
  const place = mkdtempSync(join(tmpdir(), 'paylinks-import-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  const file = join(place, 'orders.csv');
  writeFileSync(file, text);
  return { file, resultFile: join(place, 'orders.result.csv') };
}

const rows = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Mug ${index},${index + 1}.5,order-${index}\n`).join('');
const publishedOf = ({ links }: Sandbox): (string | null | undefined)[] =>
  links.filter(({ status }) => status === 'published').map(({ reference }) => reference);
const references = (count: number): string[] => Array.from({ length: count }, (_, index) => `order-${index}`);

describe('paylinks import', () => {
  it('creates a link for each row, once, and writes what became of it', async () => {
    const { sandbox, environment } = await listen();
    const { file, resultFile } = writeOrders(
      '\ufeffproduct;amount;reference;settings.theme.selected\r\n"Mug; blue";12.5;order-0;green\r\nCap;5;order-1;\r\n',
    );
    for (const earlier of ['', ', 2 of them earlier']) {
      const { code, errors } = await run(environment, 'import', file).ended;
      expect([code, errors]).toEqual([0, `2 rows: 2 done${earlier}; see ${resultFile}\n`]);
    }
    expect(sandbox.links).toMatchObject([
      { product: 'Mug; blue', amount: 12.5, reference: 'order-0', settings: { theme: { selected: 'green' } } },
      { product: 'Cap', amount: 5, reference: 'order-1' },
    ]);
    expect(readTable(resultFile).rows.map(({ values }) => values)).toMatchObject([
      { product: 'Mug; blue', id: String(sandbox.links[0]?.id), status: 'draft', outcome: 'done', error: '' },
      { product: 'Cap', id: String(sandbox.links[1]?.id), status: 'draft', outcome: 'done', error: '' },
    ]);
  });

  it('ends with one published link for each row when it is killed and started again', async () => {
    const { sandbox, environment } = await listen();
    sandbox.inject({ fault: 'latency', ms: 20 });
    sandbox.inject({ fault: 'drop-after', probability: 0.1 });
    const { file, resultFile } = writeOrders(`product,amount,reference\n${rows(40)}`);
    const words = ['import', file, '--publish', '--wait', '0', '--concurrency', '4'];
    for (const enough of [5, 20]) {
      const { child, ended } = run(environment, ...words);
      await expect.poll(() => publishedOf(sandbox).length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(enough);
      child.kill('SIGKILL');
      await ended;
    }
    // What a disk kept of the line that was being written.
    writeFileSync(resultFile, `${readFileSync(resultFile, 'utf8')}"Mug 39,40.5,ord`);
    const { code, errors } = await run(environment, ...words).ended;
    expect([code, errors]).toEqual([0, expect.stringMatching(/^40 rows: 40 done, \d+ of them earlier; see /)]);
    expect(publishedOf(sandbox).sort()).toEqual(references(40).sort());
    expect(readTable(resultFile).rows.map(({ values }) => [values['reference'], values['status']])).toEqual(
      references(40).map((reference) => [reference, 'published']),
    );
    expect(readTable(resultFile).rows[0]?.values['payUrl']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pay\/\w+$/);
  });

  it('stops at an interrupt after what is under way, and says how to go on', async () => {
    const { sandbox, environment } = await listen();
    sandbox.inject({ fault: 'latency', ms: 50 });
    const { file } = writeOrders(`product,amount,reference\n${rows(60)}`);
    const { child, ended } = run(environment, 'import', file, '--concurrency', '2');
    await expect.poll(() => sandbox.links.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(2);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 2, errors: expect.stringContaining('run it again to go on') });
    expect(sandbox.links.length).toBeLessThan(60);
  });

  it('names every fault of a file and its line, and sends nothing', async () => {
    const { sandbox, environment } = await listen();
    const { file } = writeOrders('product,amount,reference,colour\nMug,"7,50",order-0,\n,1,order-1,\nCap,5,,\nHat,5,order-0,\n');
    const { code, errors } = await run(environment, 'import', file).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(
      /line 1: the column colour .*line 2: amount must be a number.*\("7,50"\).*line 3: product.*line 4: reference is required/,
    );
    expect(sandbox.journal).toEqual([]);
  });

  it.each([
    ['', /is empty/],
    ['product,amount\n"Mug,1\n', /orders\.csv: /],
    ['product,product\n', /the column product twice/],
    ['product,amount,reference\nMug,1\n', /orders\.csv: .*line 2/],
  ])('refuses the table %j in words', (text, message) => {
    const { file } = writeOrders(text);
    expect(() => readTable(file)).toThrow(message);
  });

  it('tells of each failed row, and ends with the code that needs most care', async () => {
    const { sandbox, environment } = await listen();
    sandbox.inject({ fault: 'status', code: 422, operation: 'createLink', times: 1 });
    const { file, resultFile } = writeOrders(`product,amount,reference\n${rows(3)}`);
    const { code, output, errors } = await run(environment, 'import', file, '--concurrency', '1', '--json').ended;
    expect([code, errors]).toEqual([3, expect.stringMatching(/^3 rows: 2 done, 1 failed; see .*\npaylinks: createMany|POST .*422/)]);
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    ).toEqual(['rejected', 'done', 'done']);
    expect(readTable(resultFile).rows.map(({ values }) => values['outcome'])).toEqual(['rejected', 'done', 'done']);
    expect((await run(environment, 'import', file).ended).code).toBe(0);
    expect(sandbox.links).toHaveLength(3);
    expect(findSecrets([output, errors, readFileSync(resultFile, 'utf8')])).toEqual([]);
  });

  it('prints each request of a dry run, and sends none', async () => {
    const { sandbox, environment } = await listen({ links: [{ product: 'Mug 0', amount: 1.5, reference: 'order-0' }] });
    const { file } = writeOrders(`product,amount,reference\n${rows(2)}`);
    const { output } = await run(environment, 'import', file, '--publish', '--dry-run').ended;
    expect(output.trimEnd().split('\n')).toEqual([
      `PATCH /links/${String(sandbox.links[0]?.id)}/publish`,
      'POST /links {"product":"Mug 1","amount":2.5,"reference":"order-1"}',
      'PATCH /links/{id}/publish',
    ]);
    expect(sandbox.links).toHaveLength(1);
  });
});

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

describe.skipIf(!hasTmux)('in a terminal of 80 columns', () => {
  /** Runs a command in a terminal, and gives what is on the screen. */
  function openTerminal(environment: NodeJS.ProcessEnv, ...words: readonly string[]): () => string {
    const socket = `paylinks-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const tmux = (...parameters: readonly string[]): string => execFileSync('tmux', ['-L', socket, ...parameters], { encoding: 'utf8' });
    const variables = Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const command = [process.execPath, join(folder(), 'bin.js'), ...words].map((word) => `'${word}'`).join(' ');
    tmux('-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '50', ...variables, `${command}; sleep 600`);
    onTestFinished(() => void tmux('kill-server'));
    return () => tmux('capture-pane', '-p');
  }

  it('an import shows a bar that moves on one line', async () => {
    const { sandbox, environment } = await listen();
    sandbox.inject({ fault: 'latency', ms: 30 });
    const { file } = writeOrders(`product,amount,reference\n${rows(60)}`);
    const screen = openTerminal(environment, 'import', file, '--concurrency', '2');
    await expect.poll(screen, { timeout: 30_000, interval: 20 }).toMatch(/^█*░+ [1-9]\d? of 60, 0 failed, .* to go/);
    await expect.poll(screen, { timeout: 30_000 }).toContain('60 rows: 60 done');
    expect(screen()).toContain('60 of 60, 0 failed');
    expect(
      screen()
        .split('\n')
        .filter((line) => line.includes('█')),
    ).toHaveLength(1);
  });

  it('a code stands whole, and a long list is a line for each link', async () => {
    const product = 'A mug with a long name, made by hand, in blue';
    const { sandbox, environment } = await listen({ links: [{ product, amount: 1, reference: 'order-1042', status: 'published' }] });
    const code = openTerminal(environment, 'qr', String(sandbox.links[0]?.id));
    await expect.poll(code, { timeout: 30_000 }).toMatch(/^█▀+[^]*http:\/\/127\.0\.0\.1/);
    const widths = code()
      .split('\n')
      .filter((line) => /[█▀▄]/.test(line))
      .map((line) => line.length);
    expect(new Set(widths).size).toBe(1);
    const list = openTerminal(environment, 'list');
    await expect.poll(list, { timeout: 30_000 }).toMatch(/published .*…\n/);
  });
});
