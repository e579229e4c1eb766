import { createRawClient as createGeneratedClient } from '../../generated/neopay/client.js';
import { createRawFetch } from '../core/raw.js';
import { fillPath } from '../core/url.js';
import { checkOptions } from './options.js';
import type { ClientOptions } from './options.js';
import { apiOf, createLinksTransport } from './transport.js';

/** The generated openapi-fetch client of the links API. */
export interface RawClient extends ReturnType<typeof createGeneratedClient> {}

/**
 * Makes the generated openapi-fetch client with credentials, time limits and retries on and the shapes of the wire; middleware and the init of each call work
 * as its documentation says.
 *
 * A refusal comes back as `error`, not as an exception; what brought no response at all is thrown as a `PaylinksError`. `strict`, `onDrift` and `payUrl` are
 * for the other client. Throws `InputError` for options that cannot work.
 *
 * @example
 * const raw = createRawClient({ appKey: '…', token: '…' });
 * const { data, error } = await raw.GET('/links/{id}', { params: { path: { id } } });
 */
export function createRawClient(options: ClientOptions): RawClient {
  const settings = checkOptions('createRawClient', options);
  const { baseUrl } = settings;
  return createGeneratedClient({
    baseUrl,
    fetch: createRawFetch(createLinksTransport(settings), apiOf(settings), baseUrl),
    pathSerializer: (path, values) => fillPath({ id: 'raw', path }, values),
  });
}
