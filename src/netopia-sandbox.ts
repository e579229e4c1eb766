/**
 * A stateful stand-in for the NETOPIA Payments API, with its payer's page and signed notifications.
 * @module paylinks/netopia/sandbox
 */
export { createPaymentsSandbox, type PaymentsSandbox, type PayOptions } from './sandbox/netopia/sandbox.js';
export type { PaymentsSandboxOptions } from './sandbox/netopia/options.js';
export type { Delivery, Notify } from './sandbox/netopia/courier.js';
export type { Fault, FaultName, FaultOptions, FaultTiming } from './sandbox/netopia/faults.js';
export type { JournalEntry } from './sandbox/netopia/journal.js';
export type { SandboxPayment } from './sandbox/netopia/payment.js';
export type { SeedPayment } from './sandbox/netopia/seeds.js';
export { testCards, type TestCard, type TestCardName } from './sandbox/netopia/cards.js';
export type { FaultHandle } from './sandbox/core/faults.js';
export type { JournalOutcome } from './sandbox/core/journal.js';
export type { SandboxFetch } from './sandbox/core/in-process.js';
export type { Listening, ListenOptions } from './sandbox/core/listen.js';
