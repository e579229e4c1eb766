/** How long a call may take and who may end it; shared by all requests of one method call. */
export interface Scope {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds one attempt may take. */
  readonly timeout: number;
  /** Milliseconds the call may take, for messages. */
  readonly deadline: number;
  /** When the call must be over, on the clock of `performance.now()`. */
  readonly deadlineAt: number;
}

/** What happened to a call so far; the one thing layers write to. */
export interface Trace {
  /** Attempts handed to `fetch`. */
  attempts: number;
  /** Whether the server may have acted on a request of this call. */
  mayHaveActed: boolean;
  /** Attempts that ended without a certain outcome. */
  ambiguous: number;
  /** Until when the server may still be at work on one of them, on the clock of `performance.now()`. */
  unsettledUntil: number;
}

/** A trace of nothing yet. */
export function newTrace(): Trace {
  return { attempts: 0, mayHaveActed: false, ambiguous: 0, unsettledUntil: 0 };
}

/** What the retry layer does before it repeats a request that may have been acted on. */
export type Reread = () => Promise<Answer | 'repeat' | 'stop' | 'unread'>;

/** One request, described in plain data. */
export interface Call {
  readonly operation: string;
  readonly method: string;
  /** The path as messages show it: no host, no query. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestInit['body'] | undefined;
  readonly scope: Scope;
  readonly trace: Trace;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
  /** Whether an answer that is no success is handed back instead of thrown. */
  readonly tolerant: boolean;
  /** Whether it is sent once, whatever comes back; for reads whose caller repeats them itself. */
  readonly once?: boolean | undefined;
  /** Reads the link before a transition is repeated; without it only requests that were certainly not acted on are repeated. */
  readonly reread?: Reread | undefined;
  /** Told how many milliseconds a 429 asks everyone to wait. */
  readonly onThrottle?: ((wait: number) => void) | undefined;
}

/** One answer whose body was read whole. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly body: string;
  /** The origin that a redirect points to, or was followed to. */
  readonly redirectedTo?: string;
}

/** How the sending of a request hears that nobody waits for it any longer. */
export interface Delivery {
  readonly signal: AbortSignal;
  /** Ends the reading of a body, set while there is one: a `fetch` of the caller's own may not heed the signal. */
  cancelBody?: () => void;
}

/** Carries a call to its answer; throws `Failure` when there is none. */
export type Send = (call: Call, delivery?: Delivery) => Promise<Answer>;

/** Wraps one `Send` in another. */
export type Layer = (next: Send) => Send;

/** Outermost layer first, so the list reads in the order a request travels. */
export function stack(layers: readonly Layer[], send: Send): Send {
  return layers.reduceRight((next, layer) => layer(next), send);
}
