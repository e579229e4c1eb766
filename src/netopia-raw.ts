/**
 * The NETOPIA Payments API by openapi-fetch, for people who want the wire.
 *
 * @module
 */
export { createRawClient } from './netopia/raw.js';

export type { RawClient } from './netopia/raw.js';
export type { PaymentsClientOptions } from './netopia/options.js';
