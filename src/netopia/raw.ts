import { createRawClient as createGeneratedClient } from '../../generated/netopia/client.js';
import { createRawFetch } from '../core/raw.js';
import { fillPath } from '../core/url.js';
import { checkOptions } from './options.js';
import type { PaymentsClientOptions } from './options.js';
import { apiOf, createPaymentsTransport } from './transport.js';

/** The generated openapi-fetch client of the payments API. */
export interface RawClient extends ReturnType<typeof createGeneratedClient> {}

/**
 * Makes the generated openapi-fetch client with credentials, time limits and retries on and the shapes of the wire, card data among them; middleware and the
 * init of each call work as its documentation says.
 *
 * A refusal comes back as `error`, not as an exception; what brought no response at all is thrown as a `PaylinksError`. `notifyUrl`, `redirectUrl`, `language`,
 * `strict` and `onDrift` are for the other client. Throws `InputError` for options that cannot work.
 *
 * @example
 * const raw = createRawClient({ apiKey: '…', posSignature: '…', environment: 'sandbox' });
 * const { data, error } = await raw.POST('/operation/status', { body: { posID: '…', ntpID: '1309088' } });
 */
export function createRawClient(options: PaymentsClientOptions): RawClient {
  const settings = checkOptions('createRawClient', options);
  const { baseUrl } = settings;
  return createGeneratedClient({
    baseUrl,
    fetch: createRawFetch(createPaymentsTransport(settings), apiOf(settings), baseUrl),
    pathSerializer: (path, values) => fillPath({ id: 'raw', path }, values),
  });
}
