/** How the sockets of one `fetch` are kept. */
export interface NodeFetchOptions {
  /**
   * The most sockets open to one origin at a time; further requests wait for a free one.
   * @default Infinity
   */
  readonly maxSockets?: number | undefined;
  /**
   * Milliseconds an idle socket is kept, or less where the server announces less. Keep it below the server's own limit: 5 s in Node.js.
   * @default 4000
   */
  readonly keepAliveTimeout?: number | undefined;
  /**
   * Milliseconds until a connection must stand, TLS included.
   * @default 10000
   */
  readonly connectTimeout?: number | undefined;
}

/** A request; members of `RequestInit` that are not named here have no effect. */
export interface NodeFetchInit {
  /** @default 'GET' */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [name: string, value: string]> | undefined;
  /** Text or bytes; their length is sent along. */
  readonly body?: string | Uint8Array | ArrayBuffer | Blob | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
  /** In place of `signal`: given what ends the request, to be called with the reason. */
  readonly onAbort?: ((abort: (reason: unknown) => void) => void) | undefined;
}

/** A `fetch` with a pool of sockets of its own. */
export interface NodeFetch {
  /**
   * Sends one request, once.
   * @throws whatever `node:http` reports, with its `code`; the signal's reason after an abort.
   */
  (url: string | URL, init?: NodeFetchInit): Promise<NodeResponse>;
  /** Tells the client to give `onAbort` in the place of a signal. */
  readonly takesOnAbort: true;
  /** Ends the idle sockets now, and every other one when its response has been read; from then on requests fail without being sent. */
  close(): void;
}

/** The part of `Response` that a client reads. Its socket is free for the next request when the body has been read to the end. */
export interface NodeResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly url: string;
  /** Always false: a redirect is handed over as it came. */
  readonly redirected: boolean;
  readonly type: 'basic';
  readonly headers: NodeHeaders;
  readonly body: NodeBody;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
  json(): Promise<unknown>;
}

/** Headers as name and value, names in lower case. */
export interface NodeHeaders extends Iterable<[name: string, value: string]> {
  /** The value, several joined by commas; `null` where there is none. */
  get(name: string): string | null;
  has(name: string): boolean;
}

/** A decoded body, to be read once: a stream of Node.js. */
export interface NodeBody extends AsyncIterable<Uint8Array> {
  /** Gives up what has not been read, and the socket with it, as leaving the loop early does. */
  destroy(): unknown;
}
