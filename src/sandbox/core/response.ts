/** What the sandbox answers, before an adapter turns it into a `Response` or writes it to a socket. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** How delivery goes wrong, when a fault says so. */
  readonly ending?: Ending;
}

/** A delivery that fails: no answer at all, headers held back, or a body that stops after `bytes`. */
export type Ending =
  | { readonly kind: 'drop' }
  | { readonly kind: 'stall-headers' }
  | { readonly kind: 'stall-body'; readonly bytes: number }
  | { readonly kind: 'truncate'; readonly bytes: number; readonly silent: boolean };

const jsonHeaders = { 'content-type': 'application/json', 'cache-control': 'no-cache, private' } as const;

/** A JSON answer from text or bytes that are JSON already. */
export function answerJson(status: number, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Answer {
  return { status, headers: headers === undefined ? jsonHeaders : { ...jsonHeaders, ...headers }, body };
}

/** An error as the framework behind the API words it. */
export function answerProblem(status: number, message: string, headers?: Readonly<Record<string, string>>): Answer {
  return answerJson(status, JSON.stringify({ message }), headers);
}

const encoder = new TextEncoder();

/** The body as it travels. */
export function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? encoder.encode(body) : body;
}

/** Statuses whose answers carry no body. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
