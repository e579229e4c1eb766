/**
 * A stateful stand-in for the API, to develop and test against without an account.
 * @module paylinks/sandbox
 */
export { createSandbox, type SandboxLink, type Sandbox } from './sandbox/neopay/sandbox.js';
export type { SandboxOptions } from './sandbox/neopay/options.js';
export type { Fault, FaultName, FaultOptions, FaultTiming } from './sandbox/neopay/faults.js';
export type { JournalEntry } from './sandbox/neopay/journal.js';
export type { SeedLink } from './sandbox/neopay/seeds.js';
export type { WireLink } from './sandbox/neopay/link.js';
export type { FaultHandle } from './sandbox/core/faults.js';
export type { JournalOutcome } from './sandbox/core/journal.js';
export type { SandboxFetch } from './sandbox/core/in-process.js';
export type { Listening, ListenOptions } from './sandbox/core/listen.js';
