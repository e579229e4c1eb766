/** What the generated descriptor of an operation says. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path with its parameters in braces. */
  readonly path: string;
  /** Headers that carry credentials. */
  readonly security: readonly string[];
  /** What it does to the server's state: nothing, so it may be repeated; something new each time; or a change. */
  readonly effect: 'none' | 'create' | 'change';
}

/** How long a method call may take and who may end it; shared by all its requests. */
export interface Scope {
  /** Numbers the calls of one client, from 1. */
  readonly call: number;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds one attempt may take. */
  readonly timeout: number;
  /** Milliseconds the call may take, for messages. */
  readonly deadline: number;
  /** When the call must be over, on the clock of `performance.now()`. */
  readonly deadlineAt: number;
}

/** What happened to a request so far; the one thing layers write to. */
export interface Trace {
  /** Attempts handed to `fetch`. */
  attempts: number;
  /** Whether the server may have acted on one of them. */
  mayHaveActed: boolean;
  /** Attempts whose effect is unknown. */
  inDoubt: number;
  /** Until when the server may still be at work on one of them, on the clock of `performance.now()`. */
  inDoubtUntil: number;
  /** What the credentials of a 401 look like, where that is a known slip. */
  slip: string | undefined;
  /** Tells the listener about the last attempt, once it is known how long the next one waits. */
  tell: ((retryIn: number | undefined) => void) | undefined;
}

/** A trace of nothing yet. */
export function newTrace(): Trace {
  return { attempts: 0, mayHaveActed: false, inDoubt: 0, inDoubtUntil: 0, slip: undefined, tell: undefined };
}

/** What the retry layer does before it repeats a request whose effect is in doubt. */
export type Reread = () => Promise<Response | 'repeat' | 'stop' | 'unread'>;

/** For requests of which the server takes each only once: how to make another one that has the same purpose and does no harm beside it. */
export interface Renewal {
  /** The body of the next attempt. */
  body(): string;
  /** Whether a success tells nothing usable, and so is as good as lost. */
  isLost(response: Response): boolean;
}

/** How one request differs from the plain case. */
export interface Special {
  /** What the request is about, for `onAttempt`. */
  readonly target?: string | undefined;
  readonly trace?: Trace | undefined;
  /** Whether it is sent once, whatever comes back; for reads whose caller repeats them itself. */
  readonly once?: boolean | undefined;
  /** Reads the state of things before a change is repeated; without it only what was certainly not acted on is repeated. */
  readonly reread?: Reread | undefined;
  /** Makes another request of each attempt, so that it is repeated whatever became of the one before. */
  readonly renewal?: Renewal | undefined;
  /** Told how many milliseconds a 429 asks everyone to wait. */
  readonly onThrottle?: ((wait: number) => void) | undefined;
  /** Whether a response that is no success is handed back instead of thrown. */
  readonly tolerant?: boolean | undefined;
  /** More members of the second argument of `fetch`. */
  readonly init?: Readonly<Record<string, unknown>> | undefined;
}

/** One request in plain data. */
export interface Request {
  readonly operation: Operation;
  /** The path as messages show it: no host, no query. */
  readonly path: string;
  readonly url: string;
  /** Headers without credentials. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly scope: Scope;
  readonly trace: Trace;
  readonly special: Special;
}

/** One response whose body was read whole. */
export interface Response {
  readonly request: Request;
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: string;
  /** The origin that a redirect points to, or was followed to. */
  readonly redirectedTo?: string | undefined;
}

/** What one attempt carries; the layer that signs makes it anew for each. */
export interface Delivery {
  /** Headers with credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Aborts when nobody waits for the attempt any longer. Its signal is made when a `fetch` asks for it, which costs a fifth of a request over node:http. */
  controller: AbortController | undefined;
  /** Set when nobody waits any longer, with the reason. */
  abandoned: { readonly reason: unknown } | undefined;
  /** Ends the request, set by a `fetch` that asked for `onAbort`. */
  cancelRequest: ((reason: unknown) => void) | undefined;
  /** Ends the reading of a body, set while there is one: a `fetch` of the caller's own may not heed the signal. */
  cancelBody: (() => void) | undefined;
}

/** What an attempt with these headers carries at first. */
export function newDelivery(headers: Readonly<Record<string, string>>): Delivery {
  return { headers, controller: undefined, abandoned: undefined, cancelRequest: undefined, cancelBody: undefined };
}

/** Carries a request to its response; throws `Failure` when there is none. */
export type Send = (request: Request, delivery: Delivery) => Promise<Response>;

/** Wraps one `Send` in another. */
export type Layer = (next: Send) => Send;

/** Outermost layer first, so the list reads in the order a request travels. */
export function compose(layers: readonly Layer[], send: Send): Send {
  return layers.reduceRight((next, layer) => layer(next), send);
}
