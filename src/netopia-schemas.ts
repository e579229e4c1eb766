/**
 * The schemas of the NETOPIA Payments API, as zod 4.
 * @module paylinks/netopia/schemas
 */
export * from '../generated/netopia/schemas.js';
