import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../src/sandbox.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'paylinks-readme-'));
// Node and TypeScript take a folder's files as modules only when it says so.
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
const blocks = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = ''], index) => {
  const file = join(folder, `block-${index + 1}.ts`);
  writeFileSync(file, code);
  return { file, title: `block ${index + 1}: ${code.split('\n').find((line) => /await|safeParse/.test(line))}` };
});

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

describe('README.md', () => {
  it.each(blocks)('runs as pasted, $title', async ({ file }) => {
    const sandbox = createSandbox();
    vi.stubEnv('NEOPAY_APP_KEY', sandbox.credentials.appKey);
    vi.stubEnv('NEOPAY_TOKEN', sandbox.credentials.token);
    const { fetch } = globalThis;
    // The block for the live API has no fetch of its own; the others speak to their own sandbox or to loopback.
    globalThis.fetch = (input, init) => (String(input).startsWith('https:') ? sandbox.fetch(input, init) : fetch(input, init));
    const shown: unknown[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values) => void shown.push(values));
    const warn = vi.spyOn(console, 'error');
    try {
      await import(file);
    } finally {
      globalThis.fetch = fetch;
      log.mockRestore();
    }
    expect(warn).not.toHaveBeenCalled();
    expect(shown.length > 0 || readFileSync(file, 'utf8').includes('all()')).toBe(true);
  });

  it('type-checks', () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
    const program = ts.createProgram(
      blocks.map(({ file }) => file),
      { ...options, rootDir: '/', typeRoots: [join(root, 'node_modules/@types')], noUnusedLocals: false },
    );
    const problems = ts.getPreEmitDiagnostics(program).filter((problem) => problem.file?.fileName.startsWith(folder));
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
  });
});
