/**
 * A `fetch` over `node:http` with keep-alive: less than half of the processor time of the built-in one.
 *
 * ```ts
 * import { createLinksClient } from 'paylinks';
 * import { nodeFetch } from 'paylinks/node';
 *
 * const links = createLinksClient({ appKey, token, fetch: nodeFetch });
 * ```
 * @module
 */
export { createNodeFetch, nodeFetch } from './node/fetch.js';
export type { NodeBody, NodeFetch, NodeFetchInit, NodeFetchOptions, NodeHeaders, NodeResponse } from './node/types.js';
