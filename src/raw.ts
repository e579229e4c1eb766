/**
 * The NEOPAY Payment Links API by openapi-fetch, for people who want the wire.
 *
 * @module
 */
export { createRawClient } from './neopay/raw.js';

export type { RawClient } from './neopay/raw.js';
export type { ClientOptions } from './neopay/options.js';
