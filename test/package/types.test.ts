import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile, consumer, settings, type Setting } from '../runtimes/consumer.js';
import { packPackage, unpackPackage } from '../../scripts/build/pack.js';
import { entries } from './entries.js';

const folder = mkdtempSync(join(tmpdir(), 'paylinks-types-'));
unpackPackage(folder, packPackage(folder), ['@types/node', 'undici-types']);
afterAll(() => rmSync(folder, { recursive: true }));

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The types a program instantiates for one source, without those that its libraries cost by themselves. */
function countInstantiations(setting: Setting, source: string): number {
  const count = (text: string): number =>
    Number(/Instantiations:\s+(\d+)/.exec(compile(compiler, folder, setting, text, '--extendedDiagnostics'))?.[1]);
  return count(source) - count('export {};\n');
}

// `npm run test:runtimes` compiles under all of them, with every supported version of TypeScript.
const usual = settings.filter(({ name }) => /^nodenext|with Node types$|^node10/.test(name));

/** Compiles a file in a project that `tsc --init` set up, as it stands. */
function compileAfterInit(type: 'module' | 'commonjs', file: string, source: string): string {
  const project = join(folder, type);
  const run = (...parameters: string[]): string =>
    spawnSync(process.execPath, [compiler, ...parameters], { cwd: project, encoding: 'utf8' }).stdout;
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type }));
  run('--init');
  writeFileSync(join(project, file), source);
  return run('--noEmit');
}

describe('the declarations', () => {
  it('of every entry are imported under the defaults of tsc --init', () => {
    const source = entries.map((entry, index) => `import * as entry${index} from '${entry}';\nexport { entry${index} };`).join('\n');
    expect(compileAfterInit('module', 'consumer.ts', `${source}\n${consumer}`)).toBe('');
  });

  it('of every entry are required under the defaults of tsc --init', () => {
    const source = entries.map((entry, index) => `import entry${index} = require('${entry}');`).join('\n');
    expect(
      compileAfterInit('commonjs', 'consumer.ts', `${source}\nexport = [${entries.map((_, index) => `entry${index}`).join(', ')}];`),
    ).toBe('');
  });

  it.each(usual)('compile for a consumer under $name', (setting) => {
    expect(compile(compiler, folder, setting, consumer)).toBe('');
  });

  it('notice a mistake in a consumer', () => {
    const [setting] = usual;
    expect(setting && compile(compiler, folder, setting, consumer.replace('18.5', '"18.50"'))).toContain('TS2322');
  });

  it('cost a consumer that never touches `raw` at most 500 instantiations', () => {
    const program = `import { createLinksClient } from 'paylinks';
const links = createLinksClient({ appKey: 'key', token: 'token' });
const live = await links.publish(await links.create({ product: 'Ceramic mug', amount: 18.5 }));
await links.close(live);
`;
    // Checking the libraries' own declarations is not a cost of the consumer's program.
    const [setting] = usual.map((each) => ({ ...each, options: { ...each.options, skipLibCheck: true } }));
    expect(setting && countInstantiations(setting, program)).toBeLessThanOrEqual(500);
  });
});
