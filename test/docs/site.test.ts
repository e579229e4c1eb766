import { afterAll, describe, vi } from 'vitest';
import { createVisitor } from './browser.js';
import { describeDocument, describeIntroduction } from './files.js';
import { describeLinks, describeReference } from './links.js';
import { describePage } from './pages.js';
import { serveFolder } from './server.js';
import { buildSite } from './site.js';
import { describeVisit } from './visit.js';

// axe reads whole pages, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// One site, one server and one browser for everything below: making them takes longer than most of the checks.
const [site, visitor] = await Promise.all([buildSite(), createVisitor()]);
const server = await serveFolder(site.folder, '/any/where/');

afterAll(async () => {
  await visitor.leave();
  await server.close();
  site.remove();
});

const pages = [
  'index.html',
  'neopay.html',
  'testing.html',
  'neopay/index.html',
  'neopay/index.html#/other/createlink',
  'sdk/interfaces/paylinks.ClientOptions.html',
  'sdk/classes/paylinks.ApiError.html',
];

describe('the document beside the page', () => describeDocument(site));
describe('the introduction', () => describeIntroduction(site));
describe('the links', () => describeLinks(site));
describe('the SDK reference', () => describeReference(site));

describe.each([
  { place: 'on disk', base: `file://${site.folder}/`, colorScheme: 'dark', width: 320 },
  { place: 'under a sub-path', base: server.url, colorScheme: 'light', width: 1440 },
] as const)('the site $place, in $colorScheme at $width pixels', ({ base, ...view }) => {
  describe.each(pages)('%s', (path) => describePage(visitor, base, path, view));
});

describe('a visit', () => describeVisit(visitor, server));
