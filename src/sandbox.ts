/**
 * A stateful stand-in for the API, to develop and test against without an account.
 * @module paylinks/sandbox
 */
export { createSandbox, type Sandbox } from './sandbox.js';
export type { SandboxOptions } from './options.js';
export type { SandboxFetch } from './sandbox-fetch.js';
export type { Fault, FaultHandle, FaultName, FaultOptions, FaultTiming } from './fault.js';
export type { JournalEntry, Outcome } from './journal.js';
export type { Listening, ListenOptions } from './listen-options.js';
export type { WireLink } from './wire.js';
