import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '../runtimes/consumer.js';
import { packPackage, unpackPackage } from '../../scripts/build/pack.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-editor-'));
const file = join(folder, 'consumer.ts');
const methods = ['list', 'all', 'get', 'create', 'createOnce', 'createMany', 'publish', 'unpublish', 'close', 'ensure'] as const;
const lines = [
  `import { createLinksClient } from 'paylinks';`,
  `const links = createLinksClient({ appKey: 'key', token: 'token' });`,
  ...methods.map((method) => `links.${method};`),
];

const Reply = z.object({ type: z.literal('response'), request_seq: z.number(), success: z.literal(true), body: z.unknown() });
const Definitions = z.array(z.object({ file: z.string() }));
const Part = z.union([z.string(), z.array(z.object({ text: z.string() }))]);
const Hover = z.object({ documentation: Part, tags: z.array(z.object({ name: z.string(), text: Part.optional() })) });

/** The language server that editors start. */
function startServer(): { ask(command: string, parameters: object): Promise<unknown>; stop(): void } {
  const server = spawn(process.execPath, [
    createRequire(import.meta.url).resolve('typescript/bin/tsserver'),
    '--disableAutomaticTypingAcquisition',
  ]);
  const waiting = new Map<number, (body: unknown) => void>();
  createInterface(server.stdout).on('line', (line) => {
    const reply = line.startsWith('{') ? Reply.safeParse(JSON.parse(line)) : undefined;
    if (reply?.success) waiting.get(reply.data.request_seq)?.(reply.data.body);
  });
  let sequence = 0;
  return {
    ask: (command, parameters) =>
      new Promise((resolve) => {
        waiting.set(++sequence, resolve);
        server.stdin.write(`${JSON.stringify({ seq: sequence, type: 'request', command, arguments: { file, ...parameters } })}\n`);
      }),
    stop: () => server.kill(),
  };
}

const editor = startServer();

beforeAll(() => {
  unpackPackage(folder, packPackage(folder), ['@types/node', 'undici-types']);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings[0]?.options, files: ['consumer.ts'] }));
  writeFileSync(file, lines.join('\n'));
  // Opening a file has no answer, so it is not waited for.
  void editor.ask('open', {});
});
afterAll(() => {
  editor.stop();
  rmSync(folder, { recursive: true });
});

function placeOf(word: string): { line: number; offset: number } {
  const line = lines.findLastIndex((text) => text.includes(word));
  return { line: line + 1, offset: (lines[line]?.indexOf(word) ?? 0) + 1 };
}

describe('an editor', () => {
  it.each(['createLinksClient', ...methods])('goes from %s to its readable source', async (word) => {
    const found = Definitions.parse(await editor.ask('definition', placeOf(word === 'createLinksClient' ? word : `${word};`)));
    // Each overload is a definition of its own.
    expect([...new Set(found.map((definition) => definition.file.slice(folder.length)))]).toEqual([
      expect.stringMatching(/node_modules\/paylinks\/dist\/sources\/.*\.ts$/),
    ]);
  });

  it.each(methods)('shows for %s what it does, what it throws and a sample', async (method) => {
    const hover = Hover.parse(await editor.ask('quickinfo', placeOf(`${method};`)));
    expect(JSON.stringify(hover.documentation).length).toBeGreaterThan(20);
    expect(hover.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(['throws', 'example']));
  });
});
