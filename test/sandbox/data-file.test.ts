import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../../src/sandbox.js';
import { createRandom } from '../../src/sandbox/core/random.js';
import { fieldOf, idOf, open, order } from './support.js';

// Hundreds of rounds take minutes: the long form is asked for.
const rounds = Number(process.env['PAYLINKS_KILLS'] ?? 12);
const ranks = ['draft', 'published', 'closed'];

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('the data file', () => {
  it('keeps links, their status and what only the payer’s page shows across a restart', async () => {
    const data = join(createFolder(), 'links.json');
    const first = open({ data });
    const settings = { expirationDate: true, requestCustomerData: true };
    const input = { ...order, communication: 'ORDER 1042', request_customer_data: 'name', expired_at: '2099-01-31 18:00:00', settings };
    const id = idOf((await first.send('POST', '/links', input)).body);
    await first.make('publish', 'unpublish');
    await first.send('PATCH', `/links/${id}/publish`);
    const second = open({ data });
    expect(second.sandbox.links).toEqual(first.sandbox.links);
    const page = await (await second.sandbox.fetch(`/pay/${second.sandbox.links[0]?.slug}`)).text();
    expect(page).toContain('ORDER 1042');
    expect(page).toContain('Full name');
  });

  it('does not repeat ids after a restart with the same seed', async () => {
    const data = join(createFolder(), 'links.json');
    const now = (): number => 0;
    const ids = [await open({ data, now }).make(), await open({ data, now }).make()];
    expect(new Set(ids).size).toBe(2);
    expect(createSandbox({ data }).links).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"format":"paylinks sandbox data, version 1","links":[{"li'],
    ['other JSON', '{"links":[]}'],
    ['a link without id', '{"format":"paylinks sandbox data, version 1","links":[{"link":{"status":"draft"}}]}'],
    ['null', 'null'],
  ])('is refused and left alone when it holds %s', (_, content) => {
    const data = join(createFolder(), 'links.json');
    writeFileSync(data, content);
    expect(() => createSandbox({ data })).toThrow(/links\.json is damaged or no sandbox data file \(.+\)\. It was left as it is/);
    expect(readFileSync(data, 'utf8')).toBe(content);
  });

  it.each([
    ['null', 'entry 0 is no object'],
    ['{"link":LINK,"requested":"everything"}', 'entry 0: requested must be one of "name", "name_phone", "full_customer", or null'],
    ['{"link":LINK,"requested":["name"]}', 'entry 0: requested must be'],
    ['{"link":LINK,"communication":{}}', 'entry 0: communication must be text or null'],
  ])('is refused with the reason when an entry is %s', async (entry, reason) => {
    const data = join(createFolder(), 'links.json');
    const { sandbox, make } = open();
    await make('publish');
    const link = JSON.stringify(sandbox.links[0]);
    writeFileSync(data, `{"format":"paylinks sandbox data, version 1","links":[${entry.replace('LINK', link)}]}`);
    expect(() => createSandbox({ data })).toThrow(`(${reason}`);
  });

  it('may hold a link without slug or with an expiry nobody can read: the pages show them', async () => {
    const data = join(createFolder(), 'links.json');
    const { sandbox, make } = open();
    await make('publish');
    const { slug, ...link } = sandbox.links[0] ?? { slug: '' };
    const vague = { ...link, id: '2', slug, expired_at: 'soon', settings: { expirationDate: true } };
    writeFileSync(data, JSON.stringify({ format: 'paylinks sandbox data, version 1', links: [{ link }, { link: vague }] }));
    const restored = createSandbox({ data });
    const home = await (await restored.fetch('/')).text();
    expect(home).toContain('Links (2)');
    expect(home).not.toContain('href="/pay/"');
    expect((await restored.fetch(`/pay/${slug}`)).status).toBe(200);
  });

  it('is refused when its folder does not exist', () => {
    expect(() => createSandbox({ data: join(createFolder(), 'none', 'links.json') })).toThrow('does not exist; create it first');
  });

  it('stays a link to a file elsewhere', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'real.json'), '{"format":"paylinks sandbox data, version 1","links":[]}');
    symlinkSync(join(folder, 'real.json'), join(folder, 'links.json'));
    await open({ data: join(folder, 'links.json') }).make();
    expect(createSandbox({ data: join(folder, 'real.json') }).links).toHaveLength(1);
  });

  it('leaves no other file beside it', async () => {
    const folder = createFolder();
    const { make } = open({ data: join(folder, 'links.json') });
    await Promise.all(Array.from({ length: 50 }, () => make('publish')));
    expect(readdirSync(folder)).toEqual(['links.json']);
    expect(createSandbox({ data: join(folder, 'links.json') }).links.map(({ status }) => status)).toEqual(
      Array.from({ length: 50 }, () => 'published'),
    );
  });

  it('sweeps away what a killed process left half-written', async () => {
    const folder = createFolder();
    const living = `links.json.${process.ppid}.tmp`;
    for (const name of ['links.json.4194999.tmp', living, 'links.json.tmp']) writeFileSync(join(folder, name), 'half');
    createSandbox({ data: join(folder, 'links.json') });
    expect(readdirSync(folder)).toEqual([living, 'links.json.tmp']);
  });

  it('is not overwritten when someone else changed it meanwhile; the request is answered 500', async () => {
    const data = join(createFolder(), 'links.json');
    const { send, make } = open({ data });
    await make();
    writeFileSync(data, 'mine');
    utimesSync(data, 1, 1);
    const { status, body } = await send('POST', '/links', order);
    expect([status, fieldOf(body, 'message')]).toEqual([
      500,
      'Server Error: the data file was changed by someone else; restart the sandbox',
    ]);
    expect(readFileSync(data, 'utf8')).toBe('mine');
  });
});

/** Two links, one of them published, in a file of their own. */
async function writeTwo(): Promise<string> {
  const data = join(createFolder(), 'links.json');
  const { make } = open({ data });
  await make();
  await make('publish');
  return data;
}

describe('the log in the data file', () => {
  it('has a line for each change that a person can read', async () => {
    const lines = readFileSync(await writeTwo(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['format', 'opened', 'created', 'created', 'changed']);
    expect(lines.at(-1)).toContain('"status":"published"');
  });

  it('grows by the same for a change among few links and among many', async () => {
    const data = join(createFolder(), 'links.json');
    const links = Array.from({ length: 5000 }, (_, index) => ({ ...order, reference: `order-${index}` }));
    const growth = async (count: number): Promise<number> => {
      const { sandbox, make, send } = open({ data: `${data}.${count}`, links: links.slice(0, count) });
      await make();
      const before = statSync(`${data}.${count}`).size;
      await send('PATCH', `/links/${sandbox.links.at(-1)?.id}/publish`);
      return statSync(`${data}.${count}`).size - before;
    };
    expect(await growth(5000)).toBe(await growth(10));
  });

  it('is rewritten when most of its lines no longer count', async () => {
    const data = join(createFolder(), 'links.json');
    const { send, make } = open({ data });
    const id = await make();
    for (let count = 0; count < 700; count += 1) {
      await send('PATCH', `/links/${id}/publish`);
      await send('PATCH', `/links/${id}/unpublish`);
    }
    expect(readFileSync(data, 'utf8').split('\n').length).toBeLessThan(1100);
    expect(createSandbox({ data }).find(id)?.status).toBe('unpublished');
  });

  it('is for its owner alone, and an older file keeps its mode', async () => {
    const data = await writeTwo();
    expect(statSync(data).mode & 0o777).toBe(0o600);
    const old = join(createFolder(), 'links.json');
    writeFileSync(old, '{"format":"paylinks sandbox data, version 1","links":[]}');
    chmodSync(old, 0o640);
    await open({ data: old }).make();
    expect(statSync(old).mode & 0o777).toBe(0o640);
    expect(readFileSync(old, 'utf8')).toMatch(/^\{"format":"paylinks sandbox data, version 2"\}\n/);
    expect(createSandbox({ data: old }).links).toHaveLength(1);
  });

  it('leaves out the line that a crash cut short, and goes on after it', async () => {
    const data = await writeTwo();
    writeFileSync(data, readFileSync(data, 'utf8').slice(0, -20));
    const { sandbox, make } = open({ data });
    expect(sandbox.links.map(({ status }) => status)).toEqual(['draft', 'draft']);
    await make();
    expect(createSandbox({ data }).links).toHaveLength(3);
  });

  it.each([
    ['"created"', /\(line 5: the id .+ was created before\)/],
    ['"deleted"', '(line 5 says neither created nor changed)'],
  ])('is refused with the line when its last change reads %s', async (word, reason) => {
    const data = await writeTwo();
    writeFileSync(data, readFileSync(data, 'utf8').replace('"changed"', word));
    expect(() => createSandbox({ data })).toThrow(reason);
  });

  it('is refused when two links of an older file have the same id', async () => {
    const { sandbox, make } = open();
    await make();
    const entry = JSON.stringify({ link: sandbox.links[0] });
    const data = join(createFolder(), 'links.json');
    writeFileSync(data, `{"format":"paylinks sandbox data, version 1","links":[${entry},${entry}]}`);
    expect(() => createSandbox({ data })).toThrow('two entries have the same id');
  });

  it('follows no link at the name of the temporary file', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'precious'), 'precious');
    const data = join(folder, 'links.json');
    symlinkSync(join(folder, 'precious'), `${data}.${process.pid}.tmp`);
    const { send } = open({ data });
    expect((await send('POST', '/links', order)).status).toBe(500);
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('precious');
  });

  it('sweeps no file that only looks like a remnant', () => {
    const folder = createFolder();
    const names = ['links.json.backup.4194999.tmp', 'links.json.4194999.tmp.old', 'other.json.4194999.tmp'];
    for (const name of names) writeFileSync(join(folder, name), 'mine');
    createSandbox({ data: join(folder, 'links.json') });
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
  });
});

describe('a data file that someone else uses', () => {
  it.each(['appeared', 'changed'])('is not written to when it has %s between start and first change', async (what) => {
    const data = what === 'changed' ? await writeTwo() : join(createFolder(), 'links.json');
    const { send } = open({ data });
    await open({ data }).make();
    const { status, body } = await send('POST', '/links', order);
    expect([status, fieldOf(body, 'message')]).toEqual([500, expect.stringContaining('changed by someone else')]);
    expect(createSandbox({ data }).links).toHaveLength(what === 'changed' ? 3 : 1);
  });

  it('is refused while another sandbox of this process listens, and free again afterwards', async () => {
    const data = await writeTwo();
    const { sandbox } = open({ data });
    const other = open({ data });
    const server = await sandbox.listen();
    expect(() => createSandbox({ data })).toThrow('is in use by another sandbox of this process');
    await expect(other.sandbox.listen()).rejects.toThrow('is in use by another sandbox of this process');
    await server.close();
    expect(createSandbox({ data }).links).toHaveLength(2);
  });

  it('is refused while another process holds it', async () => {
    const data = await writeTwo();
    writeFileSync(data, readFileSync(data, 'utf8').replace(`"pid":${process.pid}`, `"pid":${process.ppid}`));
    expect(() => createSandbox({ data })).toThrow(`links.json is in use by process ${process.ppid}`);
  });
});

describe(`${rounds} kills during writes`, () => {
  let program = '';

  beforeAll(async () => {
    const outdir = mkdtempSync(join(tmpdir(), 'paylinks-'));
    const entry = new URL('data-writer.ts', import.meta.url).pathname;
    await build({ entryPoints: [entry], outdir, bundle: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } });
    program = join(outdir, 'data-writer.mjs');
    return () => rmSync(outdir, { recursive: true });
  });

  /** Starts the writer, kills it some milliseconds after its first change, and gives what it had acknowledged. */
  function killOnce(data: string, round: number, delay: number): Promise<string[]> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [program, data, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', (chunk) => {
        if (output === '') setTimeout(() => child.kill('SIGKILL'), delay);
        output += chunk;
      });
      // The last line may be cut by the kill.
      child.on('close', () => resolve(output.split('\n').slice(0, -1)));
    });
  }

  it('lose nothing acknowledged and never leave an unreadable file', { timeout: 20_000 + rounds * 2_000 }, async () => {
    const folder = createFolder();
    const random = createRandom(20_261_121, 'kills');
    let acknowledged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const data = join(folder, `links-${Math.floor(round / 20)}.json`);
      const lines = await killOnce(data, round, random() * 40);
      const held = new Map(createSandbox({ data }).links.map((link) => [String(link.id), ranks.indexOf(link.status)]));
      const lost = lines.filter((line) => {
        const [id = '', status = ''] = line.split(' ');
        return (held.get(id) ?? -1) < ranks.indexOf(status);
      });
      expect(lost).toEqual([]);
      acknowledged += lines.length;
      expect(statSync(data).size).toBeGreaterThan(0);
    }
    expect(acknowledged).toBeGreaterThan(rounds);
  });
});
