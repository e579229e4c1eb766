import type { Clock } from './clock.js';
import type { AnyFault, Faults } from './faults.js';
import type { BaseEntry, Journal, OpenEntry } from './journal.js';
import type { SandboxRequest } from './request.js';
import type { SandboxResponse } from './response.js';

/** What the generated descriptor of an operation tells the sandbox. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With parameters in braces, below the API's prefix. */
  readonly path: string;
  /** The headers that carry credentials. */
  readonly security: readonly string[];
}

/** Everything one sandbox holds, as far as the server needs it; two sandboxes share nothing. An API adds its own. */
export interface CoreState<Entry extends BaseEntry> {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly journal: Journal<Entry>;
  /** Folder of the docs site, if there is one. */
  readonly docs: string | undefined;
  /** Which web pages of other origins may call the API; none unless asked. */
  readonly cors: boolean | readonly string[];
  /** Everything as it was at the start, without what was stored. */
  reset(): void;
  /** Resolves when what fell due on the clock has been done. */
  due?(): Promise<void>;
  /** Keeps what the sandbox stores from other sandboxes of this process while it listens; gives the function that ends it. */
  claim?(): (() => void) | undefined;
  /** Resolves when every change so far is safe on disk; `undefined` when nothing is to be waited for. */
  settle(changed: boolean): Promise<void> | undefined;
}

/** One authorized request for one operation, and what it may act on. */
export interface Context<State extends CoreState<Entry>, Entry extends BaseEntry> {
  readonly state: State;
  readonly request: SandboxRequest;
  /** The path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What the journal will tell of the request. */
  readonly entry: OpenEntry<Entry>;
  /** The fault that strikes it, for kinds that leave the doing to the handler. */
  readonly fault: AnyFault | undefined;
}

/** Changes the state and responds, in one go: nothing happens in between. */
export type Handler<State extends CoreState<Entry>, Entry extends BaseEntry> = (context: Context<State, Entry>) => SandboxResponse;

/** A page beside the API, and the methods it takes beside GET and HEAD. `match` is what the path's first group caught. */
export interface Page<State> {
  readonly path: RegExp;
  readonly methods?: readonly string[];
  show(state: State, request: SandboxRequest, match: string): SandboxResponse | Promise<SandboxResponse>;
}

/** The links or payments of a sandbox, as its control over HTTP reads and seeds them. */
export interface Collection<State> {
  /** Its name in the path: `links`. */
  readonly name: string;
  list(state: State): readonly unknown[];
  /** Replaces everything by what is given; throws a `TypeError` that names the item and the field, and then nothing has changed. */
  seed?(state: State, items: readonly unknown[]): void;
  empty(state: State): void;
}

/** One API as a sandbox serves it. */
export interface Api<State extends CoreState<Entry>, Entry extends BaseEntry> {
  readonly name: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** One for each operation. */
  readonly handlers: Readonly<Record<string, Handler<State, Entry>>>;
  /** The path that the real host serves the API below, such as `/api`; it is served at the root as well. */
  readonly prefix: string;
  /** The API's document, as generated. */
  readonly document: object;
  readonly pages: readonly Page<State>[];
  /** What its control over HTTP reads and seeds. */
  readonly collection: Collection<State>;
  /** The refusal of a request that does not carry the credentials. */
  authorize(state: State, request: SandboxRequest): SandboxResponse | undefined;
  /** An error as this API words it. */
  problem(state: State, status: number, message: string, headers?: Readonly<Record<string, string>>): SandboxResponse;
}
