import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, expect, it, vi } from 'vitest';
import { createSandbox } from '../../src/sandbox.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A block of TypeScript in a Markdown file, written to a file of its own. */
export interface Block {
  readonly file: string;
  readonly title: string;
}

/** The TypeScript blocks of Markdown files of the repository, as modules in a folder that goes when the tests end. */
export function readBlocks(files: readonly string[]): readonly Block[] {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-blocks-'));
  // Node and TypeScript take a folder's files as modules only when it says so.
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  afterAll(() => rmSync(folder, { recursive: true }));
  return files.flatMap((name) =>
    [...readRepositoryFile(name).matchAll(/^```ts[^\n]*\n([^]*?)^```$/gm)].map(([, code = ''], index) => {
      const title = `${basename(name, '.md')} block ${index + 1}`;
      const file = join(folder, `${title.replaceAll(' ', '-')}.ts`);
      writeFileSync(file, code);
      return { file, title };
    }),
  );
}

/** Runs each block as it stands, and holds all of them to the compiler; every block must print something. */
export function describeBlocks(blocks: readonly Block[]): void {
  it.each(blocks)('runs as pasted, $title', async ({ file }) => {
    const sandbox = createSandbox();
    const { appKey, token, baseUrl } = sandbox.credentials;
    const headers = { 'x-app-key': appKey, Authorization: token, 'Content-Type': 'application/json' };
    await sandbox.fetch(`${baseUrl}/links`, { method: 'POST', headers, body: JSON.stringify({ product: 'Course', amount: 120 }) });
    vi.stubEnv('NEOPAY_APP_KEY', appKey);
    vi.stubEnv('NEOPAY_TOKEN', token);
    const { fetch } = globalThis;
    // A block for the live API has no fetch of its own; the others speak to their own sandbox or to loopback.
    globalThis.fetch = (input, init) => (String(input).startsWith('https:') ? sandbox.fetch(input, init) : fetch(input, init));
    const shown: unknown[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values) => void shown.push(values));
    const error = vi.spyOn(console, 'error');
    try {
      await import(file);
      expect(error).not.toHaveBeenCalled();
    } finally {
      globalThis.fetch = fetch;
      log.mockRestore();
      error.mockRestore();
      vi.unstubAllEnvs();
    }
    expect(shown.length).toBeGreaterThan(0);
  });

  it('type-checks', () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
    const program = ts.createProgram(
      blocks.map(({ file }) => file),
      { ...options, rootDir: '/', typeRoots: [join(root, 'node_modules/@types')], noUnusedLocals: false },
    );
    const problems = ts
      .getPreEmitDiagnostics(program)
      .flatMap(({ file, messageText }) =>
        file === undefined ? [] : [[basename(file.fileName), ts.flattenDiagnosticMessageText(messageText, '\n')]],
      );
    const names = new Set(blocks.map(({ file }) => basename(file)));
    expect(problems.filter(([file = '']) => names.has(file))).toEqual([]);
  });
}

/** A file of the repository, as text. */
export function readRepositoryFile(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
