import { nodeFetch } from '../../src/node.js';

// Loaded before a program, it makes every client without a `fetch` of its own go over node:http.
Object.assign(globalThis, { fetch: nodeFetch });
