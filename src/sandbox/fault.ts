import type { OperationId } from '../../generated/neopay/operations.js';

/** What each fault can be told beside its name. */
export interface FaultOptions {
  /** Waits `ms` milliseconds, then goes on; adds to any other fault. A client that gives up meanwhile does not stop the request from taking effect. */
  latency: { readonly ms: number };
  /** Answers `code`; `body` is sent as JSON, or as it is when it is a string. Takes effect only with `commit: true`. */
  status: {
    readonly code: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly commit?: boolean;
  };
  /** Cuts the connection before the request takes effect. */
  'drop-before': object;
  /** Cuts the connection after the request took effect. */
  'drop-after': object;
  /** Never answers. The request takes effect unless `commit` is false. */
  'stall-headers': { readonly commit?: boolean };
  /** Takes effect, sends the headers and `bytes` of the body (default: half), then nothing more. */
  'stall-body': { readonly bytes?: number };
  /** Takes effect, sends `bytes` of the body (default: half) and cuts the connection. With `silent`, the shorter body looks complete. */
  truncate: { readonly bytes?: number; readonly silent?: boolean };
  /** Answers an HTML page, with `code` 200 unless told. Takes effect only with `commit: true`. */
  html: { readonly code?: number; readonly commit?: boolean };
  /** Takes effect and changes each link in the answer: its `status`, fields added and fields left out. */
  drift: { readonly status?: string; readonly extra?: Readonly<Record<string, unknown>>; readonly missing?: readonly string[] };
  /** Sends the client to `location`, with `code` 307 unless told. Takes effect only with `commit: true`. */
  redirect: { readonly location?: string; readonly code?: 301 | 302 | 303 | 307 | 308; readonly commit?: boolean };
}

export type FaultName = keyof FaultOptions;

/** When a fault strikes: every time, unless narrowed. */
export interface FaultTiming {
  /** Which operation it strikes. @default every operation */
  readonly operation?: OperationId;
  /** How often it strikes at most. @default without end */
  readonly times?: number;
  /** How likely it strikes a request, from 0 to 1, drawn from the sandbox's seed. @default 1 */
  readonly probability?: number;
}

/** One fault by name, with its options. */
export type FaultOf<Name extends FaultName> = { readonly fault: Name } & FaultOptions[Name];

/** What `inject` takes. */
export type Fault = { [Name in FaultName]: FaultOf<Name> & FaultTiming }[FaultName];

/** An injected fault. */
export interface FaultHandle {
  /** How often it struck so far. */
  readonly fired: number;
  /** Ends it; the other faults stay. */
  remove(): void;
}
