import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Seen from `dist/`, from a chunk below it, and from the sources.
const manifests = ['../package.json', '../../package.json'];
const sites = ['./docs/', '../docs/', '../../dist/docs/'];

/** The package's version. */
export function readVersion(): string {
  const found = manifests.map(locate).find(existsSync);
  const manifest: unknown = found === undefined ? undefined : JSON.parse(readFileSync(found, 'utf8'));
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isNamed ? String(manifest.version) : 'unknown';
}

/** The docs site as `npm run docs` left it, if it did. */
export function findDocs(): string | undefined {
  const found = sites.find((site) => existsSync(locate(`${site}index.html`)));
  return found === undefined ? undefined : locate(found);
}

/** Gives the name of a folder back when there is such a folder. */
export function checkFolder(name: string): string {
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`--docs ${name} is no folder.`);
  return name;
}

function locate(place: string): string {
  return fileURLToPath(new URL(place, import.meta.url));
}
