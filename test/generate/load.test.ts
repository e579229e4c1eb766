import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createFolder } from './support/workshop.js';

const loader = fileURLToPath(new URL('../../scripts/generate/load.cjs', import.meta.url));

describe('load', () => {
  it('keeps what V8 compiled of a program and of what it requires, for the next run', () => {
    const { says, kept } = writeProgram();
    expect(says()).toBe('hello from a part');
    const before = kept.map((file) => statSync(file).mtimeMs);
    expect(says()).toBe('hello from a part');
    expect(kept.map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  it('compiles once more where that is damaged', () => {
    const { says, kept } = writeProgram();
    says();
    for (const file of kept) writeFileSync(file, 'damaged');
    expect(says()).toBe('hello from a part');
    for (const file of kept) expect(readFileSync(file, 'utf8')).not.toBe('damaged');
  });
});

function writeProgram(): { says: () => string; kept: readonly string[] } {
  const folder = createFolder();
  const program = join(folder, 'program.cjs');
  writeFileSync(program, "process.stdout.write(`hello from ${require('./part.cjs').name}`);");
  writeFileSync(join(folder, 'part.cjs'), "exports.name = 'a part';");
  const kept = [`${program}.code`, join(folder, 'part.cjs.code')];
  return { says: () => execFileSync(process.execPath, [loader, program], { encoding: 'utf8' }), kept };
}
