import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packPackage, unpackPackage } from '../../scripts/build/pack.js';
import { entries } from './entries.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-formats-'));
unpackPackage(folder, packPackage(folder));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a module that has `require` too, and gives what it prints. */
function run(...lines: readonly string[]): unknown {
  const head = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
  writeFileSync(join(folder, 'program.mjs'), [head, ...lines].join('\n'));
  return JSON.parse(execFileSync(process.execPath, [join(folder, 'program.mjs')], { encoding: 'utf8' }));
}

describe('both formats', () => {
  it.each(entries)('of %s give the same names', (entry) => {
    const { module, commonJs } = run(
      `const names = (all) => Object.keys(all).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort();`,
      `const module = names(await import('${entry}'));`,
      `const commonJs = names(require('${entry}'));`,
      `console.log(JSON.stringify({ module, commonJs }));`,
    ) as Record<string, string[]>;
    expect(module?.length).toBeGreaterThan(0);
    expect(commonJs).toEqual(module);
  });

  it('throw errors that the classes of the other know', () => {
    const known = run(
      `const { createLinksClient, InputError, TransitionError } = await import('paylinks');`,
      `const { createLinksClient: create, InputError: Input, TransitionError: Transition } = require('paylinks');`,
      `const thrownBy = (make) => { try { return make({}); } catch (error) { return error; } };`,
      `const module = thrownBy(createLinksClient);`,
      `const commonJs = thrownBy(create);`,
      `console.log(JSON.stringify([module instanceof Input, commonJs instanceof InputError, module instanceof Transition, module === commonJs]));`,
    );
    expect(known).toEqual([true, true, false, false]);
  });

  it('give the document as JSON', () => {
    expect(run(`console.log(JSON.stringify(Object.keys(require('paylinks/openapi.json'))));`)).toContain('openapi');
  });
});
