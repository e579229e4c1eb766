import { createEngine } from '../core/transport.js';
import { checkOptions } from './options.js';
import type { ClientOptions } from './options.js';
import { createMethods } from './links.js';
import type { LinksClient } from './links.js';

/**
 * A client for one Application's payment links.
 *
 * Throws `InputError` for options that cannot work. It keeps the credentials in a closure: neither inspecting nor serialising it shows them.
 *
 * @example
 * const links = createLinksClient({ appKey: '…', token: '…' });
 * const draft = await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });
 * const live = await links.publish(draft);
 */
export function createLinksClient(options: ClientOptions): LinksClient {
  return createMethods(createEngine(checkOptions(options)));
}
