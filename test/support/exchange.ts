import type { Entry } from './ledger.js';

/** What a fault may do with one request: carry it out or not, and answer in whole, in part or never. */
export interface Exchange {
  readonly entry: Entry;
  /** Every request the server has seen, for faults that depend on what came before. */
  readonly entries: readonly Entry[];
  /** Carries the request out on the real handler. */
  apply(): Promise<Response>;
  send(response: Response): Promise<void>;
  /** Sends the first `keep` bytes, head included, then breaks off; negative counts from the end. */
  cut(response: Response, keep: number, how: 'reset' | 'end' | 'hang'): Promise<void>;
  /** Sends `size` bytes at a time with a pause between. */
  drip(response: Response, size: number, pause: number): Promise<void>;
  /** Bytes that need not be HTTP. */
  raw(bytes: string | Buffer, how: 'reset' | 'end' | 'hang'): void;
  reset(): void;
  end(): void;
  wait(milliseconds: number): Promise<void>;
}

export type Fault = (exchange: Exchange) => Promise<void> | void;
