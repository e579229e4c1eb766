// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import createClient, { type Client, type ClientOptions, type FetchOptions } from 'openapi-fetch';
import type { paths } from './types.js';

export type RawClient = Client<paths>;

/** A client that speaks the document's own shapes; credentials, time limits and retries are up to the `fetch` it is given. */
export function createRawClient(options?: ClientOptions): RawClient {
  return createClient<paths>(options);
}

export function startPayment(client: RawClient, init: FetchOptions<paths['/payment/card/start']['post']>) {
  return client.POST('/payment/card/start', init);
}

export function verifyAuthentication(client: RawClient, init: FetchOptions<paths['/payment/card/verify-auth']['post']>) {
  return client.POST('/payment/card/verify-auth', init);
}

export function getPaymentStatus(client: RawClient, init: FetchOptions<paths['/operation/status']['post']>) {
  return client.POST('/operation/status', init);
}

export function creditPayment(client: RawClient, init: FetchOptions<paths['/operation/credit']['post']>) {
  return client.POST('/operation/credit', init);
}

export function startPayLater(client: RawClient, init: FetchOptions<paths['/payment/bnpl/start']['post']>) {
  return client.POST('/payment/bnpl/start', init);
}

export function returnPayLater(client: RawClient, init: FetchOptions<paths['/payment/bnpl/return']['post']>) {
  return client.POST('/payment/bnpl/return', init);
}
