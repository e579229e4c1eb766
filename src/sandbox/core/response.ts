/** What the sandbox responds, before an adapter turns it into a `Response` or writes it to a socket. */
export interface SandboxResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** How delivery goes wrong, when a fault says so. */
  readonly ending?: Ending;
}

/** A delivery that fails: no response at all, headers held back, or a body that stops after `bytes`. */
export type Ending =
  | { readonly kind: 'drop' }
  | { readonly kind: 'stall-headers' }
  | { readonly kind: 'stall-body'; readonly bytes: number }
  | { readonly kind: 'truncate'; readonly bytes: number; readonly silent: boolean };

const jsonHeaders = { 'content-type': 'application/json', 'cache-control': 'no-cache, private' } as const;

/** A JSON response from text or bytes that are JSON already. */
export function respondJson(status: number, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): SandboxResponse {
  return { status, headers: headers === undefined ? jsonHeaders : { ...jsonHeaders, ...headers }, body };
}

/** An error in the plainest form: a JSON object with a `message`. */
export function respondProblem(status: number, message: string, headers?: Readonly<Record<string, string>>): SandboxResponse {
  return respondJson(status, JSON.stringify({ message }), headers);
}

/** A response without a body. */
export function respondEmpty(status: number, headers: Readonly<Record<string, string>> = {}): SandboxResponse {
  return { status, headers, body: '' };
}

/** The same response with these headers, where it does not set them itself. */
export function addHeaders(response: SandboxResponse, headers: SandboxResponse['headers']): SandboxResponse {
  return { ...response, headers: { ...headers, ...response.headers } };
}

const encoder = new TextEncoder();

/** The body as it travels. */
export function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? encoder.encode(body) : body;
}

/** Statuses whose responses carry no body. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
