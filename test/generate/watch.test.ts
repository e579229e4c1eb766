import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, listenTo, root } from './support/command.js';
import { createFolder } from './support/workshop.js';

const links = readFileSync(join(root, 'spec/neopay/openapi.yaml'), 'utf8');
const local = "$ref: '#/components/schemas/CreateLinkTheme'";
const themed = links.replace(local, '$ref: parts/theme.yaml');
const theme = (member: string): string => `type: object\nproperties:\n  ${member}:\n    type: string\n`;

describe('npm run generate -- --watch', () => {
  it('generates after a save, tells where a mistake is, and goes on', async () => {
    await watching(links, async ({ spec, says, folder, out }) => {
      writeFileSync(spec, `${links}\n bad: : yaml`);
      await says(/links\.yaml:\d+:\d+\n/);
      writeFileSync(join(folder, 'next.yaml'), links.replaceAll('unpublishLink', 'withdrawLink'));
      renameSync(join(folder, 'next.yaml'), spec);
      await says(/Wrote \S+types\.ts/);
      expect(readFileSync(join(out, 'operations.ts'), 'utf8')).toContain('withdrawLink');
    });
  });

  it('follows files that the document refers to, though they or their folders come and go', async () => {
    await watching(links, async ({ spec, says, folder, out }) => {
      const [parts, file] = [join(folder, 'parts'), join(folder, 'parts/theme.yaml')];
      writeFileSync(spec, themed);
      await says(/theme\.yaml[\s\S]*nothing was written/);
      mkdirSync(parts);
      writeFileSync(file, theme('first'));
      await says(/Wrote/);
      rmSync(parts, { recursive: true });
      await says(/nothing was written/);
      mkdirSync(parts);
      writeFileSync(file, theme('second'));
      await says(/Wrote/);
      writeFileSync(file, theme('third'));
      await says(/Wrote/);
      expect(readFileSync(join(out, 'types.ts'), 'utf8')).toContain('third?: string');
    });
  });

  it('goes on when the files could not be written, and when the document was away', async () => {
    await watching(links, async ({ spec, says, out }) => {
      rmSync(out, { recursive: true });
      writeFileSync(out, 'a file');
      writeFileSync(spec, links.replaceAll('unpublishLink', 'withdrawLink'));
      await says(/cannot be written/);
      rmSync(out);
      rmSync(spec);
      await says(/nothing was written/);
      writeFileSync(spec, links);
      await says(/Wrote \S+types\.ts/);
    });
  });
});

interface Watched {
  readonly folder: string;
  readonly spec: string;
  readonly out: string;
  readonly says: (pattern: RegExp) => Promise<void>;
}

async function watching(document: string, act: (watched: Watched) => Promise<void>): Promise<void> {
  const folder = createFolder();
  const [spec, out] = [join(folder, 'links.yaml'), join(folder, 'out')];
  writeFileSync(spec, document);
  const child = spawn(process.execPath, command(['--spec', spec, '--out', out, '--watch']), { cwd: root });
  try {
    const says = listenTo(child);
    await says(/Watching for changes/);
    await act({ folder, spec, out, says });
  } finally {
    child.kill('SIGTERM');
  }
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
}
