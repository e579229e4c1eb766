import { createLinksClient } from 'paylinks';
import { nodeFetch } from 'paylinks/node';

/** The same client over node:http. */
export function connect(options) {
  return createLinksClient({ fetch: nodeFetch, ...options });
}
