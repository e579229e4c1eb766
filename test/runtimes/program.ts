import { createRequire } from 'node:module';
import { equal, hold } from './expect.js';
import { runSuite } from './suite.js';
import type { Result, World } from './world.js';

const require = createRequire(import.meta.url);

/** The CommonJS build of every entry loads, and sells a link. */
async function requirePackage(): Promise<Result> {
  const name = 'loads every entry with require';
  try {
    const { exports } = require('paylinks/package.json');
    const loaded = Object.keys(exports).map((subpath) => require(`paylinks${subpath.slice('.'.length)}`));
    hold(
      loaded.every((entry) => Object.keys(entry).length > 0),
      'every entry has names',
    );
    const sandbox = require('paylinks/sandbox').createSandbox();
    const links = require('paylinks').createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const { status } = await links.publish(await links.create({ product: 'Ceramic mug', amount: 18.5 }));
    equal(status, 'published', 'the status');
    return { name };
  } catch (error) {
    return { name, error: String(error) };
  }
}

const world: World = JSON.parse(process.argv[2] ?? '');
console.log(JSON.stringify([...(await runSuite(world)), await requirePackage()]));
