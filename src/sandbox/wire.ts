import type { components } from '../../generated/neopay/types.js';

/** A link as the API answers it. */
export type WireLink = components['schemas']['PaymentLink'];

/** What may be sent to create one. */
export type WireInput = components['schemas']['CreateLinkInput'];
