// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import createClient, { type Client, type ClientOptions, type FetchOptions } from 'openapi-fetch';
import type { paths } from './types.js';

export type RawClient = Client<paths>;

/** A client that speaks the document's own shapes; credentials, time limits and retries are up to the `fetch` it is given. */
export function createRawClient(options?: ClientOptions): RawClient {
  return createClient<paths>(options);
}

export function listFaults(client: RawClient, init: FetchOptions<paths['/_sandbox/faults']['get']> = {}) {
  return client.GET('/_sandbox/faults', init);
}

export function armFault(client: RawClient, init: FetchOptions<paths['/_sandbox/faults']['post']>) {
  return client.POST('/_sandbox/faults', init);
}

export function clearFaults(client: RawClient, init: FetchOptions<paths['/_sandbox/faults']['delete']> = {}) {
  return client.DELETE('/_sandbox/faults', init);
}

export function getFault(client: RawClient, init: FetchOptions<paths['/_sandbox/faults/{id}']['get']>) {
  return client.GET('/_sandbox/faults/{id}', init);
}

export function removeFault(client: RawClient, init: FetchOptions<paths['/_sandbox/faults/{id}']['delete']>) {
  return client.DELETE('/_sandbox/faults/{id}', init);
}

export function readJournal(client: RawClient, init: FetchOptions<paths['/_sandbox/journal']['get']> = {}) {
  return client.GET('/_sandbox/journal', init);
}

export function clearJournal(client: RawClient, init: FetchOptions<paths['/_sandbox/journal']['delete']> = {}) {
  return client.DELETE('/_sandbox/journal', init);
}

export function readLinks(client: RawClient, init: FetchOptions<paths['/_sandbox/links']['get']> = {}) {
  return client.GET('/_sandbox/links', init);
}

export function seedLinks(client: RawClient, init: FetchOptions<paths['/_sandbox/links']['put']>) {
  return client.PUT('/_sandbox/links', init);
}

export function clearLinks(client: RawClient, init: FetchOptions<paths['/_sandbox/links']['delete']> = {}) {
  return client.DELETE('/_sandbox/links', init);
}

export function readPayments(client: RawClient, init: FetchOptions<paths['/_sandbox/payments']['get']> = {}) {
  return client.GET('/_sandbox/payments', init);
}

export function seedPayments(client: RawClient, init: FetchOptions<paths['/_sandbox/payments']['put']>) {
  return client.PUT('/_sandbox/payments', init);
}

export function clearPayments(client: RawClient, init: FetchOptions<paths['/_sandbox/payments']['delete']> = {}) {
  return client.DELETE('/_sandbox/payments', init);
}

export function reset(client: RawClient, init: FetchOptions<paths['/_sandbox/reset']['post']> = {}) {
  return client.POST('/_sandbox/reset', init);
}

export function readClock(client: RawClient, init: FetchOptions<paths['/_sandbox/clock']['get']> = {}) {
  return client.GET('/_sandbox/clock', init);
}

export function setClock(client: RawClient, init: FetchOptions<paths['/_sandbox/clock']['put']>) {
  return client.PUT('/_sandbox/clock', init);
}

export function moveClock(client: RawClient, init: FetchOptions<paths['/_sandbox/clock']['post']>) {
  return client.POST('/_sandbox/clock', init);
}

export function readHealth(client: RawClient, init: FetchOptions<paths['/_sandbox/health']['get']> = {}) {
  return client.GET('/_sandbox/health', init);
}
