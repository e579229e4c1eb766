import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackages } from '../../scripts/bench/packages.js';
import { programOf } from '../support/programs.js';
import { chromiumPage, commandLine, workerd, type Host } from './hosts.js';
import type { World } from './world.js';

/** A runtime that the package promises to work on. */
export interface Runtime {
  readonly name: string;
  /** The program, where this machine has it after `npm ci`. */
  readonly program: string | undefined;
  /** The npm package that holds the program, and where in it, for those that are fetched when asked. */
  readonly fetched?: readonly [specifier: string, path: string];
  readonly host: Host;
  readonly traits: Pick<World, 'resends' | 'tellsRefusal'>;
}

const server = { resends: false, tellsRefusal: true } as const;
const node = commandLine();

function fetchedNode(version: number): Runtime {
  const name = `node-${process.platform}-${process.arch}`;
  const fetched = [`${name}@${version}`, `${name}/bin/node`] as const;
  return { name: `Node.js ${version}`, program: undefined, fetched, host: node, traits: server };
}

/** Every runtime of the suite. */
export const runtimes: readonly Runtime[] = [
  { name: `Node.js ${process.versions.node}`, program: process.execPath, host: node, traits: server },
  ...[20, 22, 24, 26].map(fetchedNode),
  { name: 'Bun', program: programOf('bun'), host: commandLine('run'), traits: server },
  { name: 'Deno', program: programOf('deno'), host: commandLine('run', '--allow-all', '--no-lock', '--quiet'), traits: server },
  { name: 'workerd', program: programOf('workerd'), host: workerd, traits: { resends: false, tellsRefusal: false } },
  {
    name: 'Chromium',
    program: existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined,
    host: chromiumPage,
    traits: { resends: true, tellsRefusal: false },
  },
];

/** The program of a runtime; fetched from npm where that is what it takes. */
export function locate({ name, program, fetched }: Runtime): string {
  if (fetched === undefined) {
    if (program === undefined)
      throw new Error(`${name} is not installed: run npm ci, and for Chromium .ci/run, which installs it in /usr/bin.`);
    return program;
  }
  const [specifier, path] = fetched;
  return join(fetchPackages(specifier, [specifier]), path);
}
