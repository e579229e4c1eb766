import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildDocs } from '../../scripts/docs/index.js';

/** A freshly built site in a folder of its own. */
export interface Site {
  readonly folder: string;
  readonly read: (file: string) => string;
  readonly filesWith: (suffix: string) => string[];
  /** The files that a page leads to, without other hosts, other schemes and places within a page. */
  readonly targetsOf: (file: string, link: RegExp) => string[];
  readonly remove: () => void;
}

export async function buildSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-site-'));
  await buildDocs(folder);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return {
    folder,
    read,
    filesWith: (suffix) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix)),
    targetsOf: (file, link) => [...new Set(readTargets(read(file), link))].map((target) => join(dirname(file), target)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function readTargets(text: string, link: RegExp): string[] {
  const targets = [...text.matchAll(link)].map(([, target = '']) => target.replace(/#.*$/, ''));
  return targets.filter((target) => target !== '' && !/^([a-z]+:|\/)/.test(target));
}
