/**
 * A stateful stand-in for the API, to develop and test against without an account.
 * @module paylinks/sandbox
 */
export { createSandbox, type Sandbox } from './sandbox/sandbox.js';
export type { SandboxOptions } from './sandbox/options.js';
export type { SandboxFetch } from './sandbox/sandbox-fetch.js';
export type { Fault, FaultHandle, FaultName, FaultOptions, FaultTiming } from './sandbox/fault.js';
export type { JournalEntry, Outcome } from './sandbox/journal.js';
export type { Listening, ListenOptions } from './sandbox/listen-options.js';
export type { WireLink } from './sandbox/wire.js';
