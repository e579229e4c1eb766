import { canary } from '../support/canary.js';
import { livesPerShard } from './shard.js';
import { tagRequests } from './tags.js';
import type { SubjectFactory, SubjectOptions } from './subject.js';
import type { CreateSandbox } from './world.js';
import type { Entry } from '../support/ledger.js';

export interface RunSettings {
  /** How many calls the run makes, about. */
  readonly size: number;
  readonly seed: string;
  /** Share of requests that meet a fault, 0 to 1. */
  readonly rate: number;
  readonly create: SubjectFactory;
  readonly createSandbox: CreateSandbox;
  /** How many accounts are lived through at once. */
  readonly width: number;
  /** Leaves I15 out, which lives one account twice over. */
  readonly once?: boolean;
  /** Damages the server's ledger before it is checked, to prove that the checker sees it. */
  readonly tamper?: (entries: readonly Entry[]) => Entry[];
}

/** Short waits, so that a run of many thousand calls ends in minutes. */
export const patience = { timeout: 300, deadline: 5_000, retries: 2, settle: 600 } as const;

/** Calls one life makes, measured; only used to turn a size into a number of accounts. */
const callsPerLife = 8;

/** Where a run is repeated exactly, no clock of a busy machine may decide anything. */
const endurance = { timeout: 10_000, deadline: 60_000 } as const;

/**
 * The server drops what it has not begun after this long. A client can hold the next transition back only for so long;
 * what a server without such a bound may still do later is a race that remains.
 */
export const longestWork = 1.7 * patience.timeout;

/** A fault may be applied this long after the client has given up on it. */
export const aftermath = 500;

export function countShards(size: number): number {
  return Math.max(1, Math.ceil(size / (livesPerShard * callsPerLife)));
}

export function optionsFor(baseUrl: string, send: typeof fetch = fetch, exact = false): SubjectOptions {
  return { baseUrl, ...canary, ...patience, ...(exact && endurance), fetch: tagRequests(send) };
}
