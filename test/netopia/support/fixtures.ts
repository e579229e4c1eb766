import { readFileSync } from 'node:fs';
import { createPaymentsClient } from 'paylinks/netopia';
import type { Order, PaymentsClientOptions, TokenOrder } from 'paylinks/netopia';
import { createPaymentsSandbox } from 'paylinks/netopia/sandbox';
import type { PaymentsSandboxOptions } from 'paylinks/netopia/sandbox';

/** What the tests' shop sells. */
export const order = {
  orderID: '1042',
  amount: 200,
  currency: 'RON',
  description: 'Order 1042',
  billing: { email: 'payer@example.com', firstName: 'Ana', lastName: 'Exemplu', city: 'Bucuresti', country: 'RO' },
} as const satisfies Order;

export const token = 'TESTTOKEN-of-a-saved-card+/A=';

export const tokenOrder: TokenOrder = {
  orderID: '1042',
  amount: 200,
  currency: 'RON',
  description: 'Order 1042',
  billing: order.billing,
  token,
};

export const options: PaymentsClientOptions = {
  apiKey: 'test-key-of-sixty-characters',
  posSignature: 'AAAA-BBBB-CCCC-DDDD-EEEE',
  environment: 'sandbox',
  notifyUrl: 'https://shop.example/netopia/notify',
  redirectUrl: 'https://shop.example/netopia/return',
};

/** A client of a sandbox of its own. */
export function createWorld(more: Partial<PaymentsClientOptions> = {}, sandboxOptions: PaymentsSandboxOptions = {}) {
  const sandbox = createPaymentsSandbox({ seed: 7, notify: async () => new Response('{}'), ...sandboxOptions });
  const payments = createPaymentsClient({ ...options, ...sandbox.credentials, fetch: sandbox.fetch, ...more });
  return { sandbox, payments };
}

/** One request as a test's `fetch` saw it. */
export interface Seen {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: { readonly order: { readonly orderID: string; readonly amount: number } } & Record<string, unknown>;
}

type Responder = (seen: Seen, count: number, signal: AbortSignal) => Response | Promise<Response>;

/** A client whose requests the test responds to itself. */
export function createScripted(respond: Responder, more: Partial<PaymentsClientOptions> = {}) {
  const seen: Seen[] = [];
  const payments = createPaymentsClient({
    ...options,
    onDrift: () => {},
    fetch: async (url, init) => {
      const request: Seen = { path: new URL(url).pathname, headers: init.headers, body: JSON.parse(init.body ?? '{}') };
      seen.push(request);
      return respond(request, seen.length, init.signal);
    },
    ...more,
  });
  return { payments, seen };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** A body that was seen or put together from sources. */
export function bodyNamed(name: string): string {
  return readFileSync(new URL(`../bodies/${name}.json`, import.meta.url), 'utf8');
}

/** What a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`resolved with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
