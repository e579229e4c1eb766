import { runSuite } from './suite.js';

Object.assign(globalThis, { runSuite });
