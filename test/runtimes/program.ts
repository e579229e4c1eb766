import { createRequire } from 'node:module';
import { equal } from './expect.js';
import { runSuite } from './suite.js';
import type { Result, World } from './world.js';

/** `require` of this package works wherever `require` takes ES modules. */
function requirePackage(): Result {
  const name = 'loads with require';
  try {
    equal(typeof createRequire(import.meta.url)('paylinks').createLinksClient, 'function', 'createLinksClient');
    return { name };
  } catch (error) {
    return { name, error: String(error) };
  }
}

const world: World = JSON.parse(process.argv[2] ?? '');
console.log(JSON.stringify([...(await runSuite(world)), requirePackage()]));
