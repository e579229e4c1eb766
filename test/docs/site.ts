import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDocs } from '../../scripts/docs/index.js';

/** A freshly built site in a folder of its own. */
export interface Site {
  readonly folder: string;
  remove(): void;
}

export async function buildSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'paylinks-site-'));
  await buildDocs(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
