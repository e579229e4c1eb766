/**
 * The schemas of the NEOPAY Payment Links API, as zod 4.
 * @module paylinks/schemas
 */
export * from '../generated/neopay/schemas.js';
