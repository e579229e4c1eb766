import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundles.js';
import { declare } from './declarations.js';
import { dist, findDocuments, findEntries, root } from './entries.js';
import { listEntries } from './manifest.js';
import { shipSources } from './sources.js';

/** Empties `dist`, except for the docs site, which another command owns. */
function clear(): void {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name !== 'docs') rmSync(join(dist, name), { recursive: true });
  }
}

const entries = findEntries();
const documents = findDocuments();
listEntries(entries, documents);
clear();
await bundle(entries);
declare(entries);
shipSources();
// What agents read of the package stands where they look for it; it is written beside the docs.
mkdirSync(join(root, 'skills/paylinks'), { recursive: true });
copyFileSync(join(root, 'scripts/docs/skill.md'), join(root, 'skills/paylinks/SKILL.md'));
for (const { source, name } of documents) copyFileSync(source, join(dist, `${name}.json`));
