// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import createClient, { type Client, type ClientOptions, type FetchOptions } from 'openapi-fetch';
import type { paths } from './types.js';

export type RawClient = Client<paths>;

/** A client that speaks the document's own shapes; credentials, time limits and retries are up to the `fetch` it is given. */
export function createRawClient(options?: ClientOptions): RawClient {
  return createClient<paths>(options);
}

export function listLinks(client: RawClient, init: FetchOptions<paths['/links']['get']> = {}) {
  return client.GET('/links', init);
}

export function createLink(client: RawClient, init: FetchOptions<paths['/links']['post']>) {
  return client.POST('/links', init);
}

export function getLink(client: RawClient, init: FetchOptions<paths['/links/{id}']['get']>) {
  return client.GET('/links/{id}', init);
}

export function publishLink(client: RawClient, init: FetchOptions<paths['/links/{id}/publish']['patch']>) {
  return client.PATCH('/links/{id}/publish', init);
}

export function unpublishLink(client: RawClient, init: FetchOptions<paths['/links/{id}/unpublish']['patch']>) {
  return client.PATCH('/links/{id}/unpublish', init);
}

export function closeLink(client: RawClient, init: FetchOptions<paths['/links/{id}/close']['patch']>) {
  return client.PATCH('/links/{id}/close', init);
}
