import { expect, onTestFinished, vi } from 'vitest';
import { createLinksClient, type LinksClient, type ClientOptions } from '../../src/index.js';
import { createRawClient, type RawClient } from '../../src/raw.js';
import { createSandbox, type Sandbox } from '../../src/sandbox.js';
import { canary, findSecrets } from './canary.js';
import { startFaultServer, type FaultServer, type Plan } from './fault-server.js';

/** What a shop sells in these tests. */
export const order = { product: 'iPhone 14 Pro', amount: 350.41 } as const;

/** A link as the API writes it. */
export function wireLink(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '1',
    application_id: '98e2fe88-3a95-4c7c-a98f-dfa5192b85f6',
    status: 'draft',
    slug: '5EczjXZRsZ',
    product: order.product,
    amount: order.amount,
    description: null,
    reference: null,
    currency: 'EUR',
    expired_at: null,
    request_customer_data: false,
    show_payee_data: false,
    enabled: true,
    settings: { expirationDate: false, showPayeeData: false, requestCustomerData: false },
    created_at: '2023-04-11T19:44:43.000000Z',
    updated_at: '2023-04-11T19:44:43.000000Z',
    ...change,
  };
}

export function createClient(fetch: typeof globalThis.fetch, options: Partial<ClientOptions> = {}): LinksClient {
  return createLinksClient({ ...canary, baseUrl: 'https://neopay.test/api', fetch, ...options });
}

/** The generated client over the same transport. */
export function createRaw(fetch: typeof globalThis.fetch, options: Partial<ClientOptions> = {}): RawClient {
  return createRawClient({ ...canary, baseUrl: 'https://neopay.test/api', fetch, ...options });
}

export function createFixture(options: Partial<ClientOptions> = {}): { sandbox: Sandbox; links: LinksClient } {
  const sandbox = createSandbox({ ...canary, seed: 1 });
  return { sandbox, links: createClient(sandbox.fetch, { baseUrl: sandbox.credentials.baseUrl, ...options }) };
}

export interface Wire {
  readonly server: FaultServer;
  readonly sandbox: Sandbox;
  readonly links: LinksClient;
}

/** A client on a real socket, with the fault server and a sandbox at the other end; all of it ends with the test. */
export async function createWire(plan: Plan = {}, options: Partial<ClientOptions> = {}): Promise<Wire> {
  const sandbox = createSandbox({ ...canary, seed: 1 });
  const path = new URL(sandbox.credentials.baseUrl).pathname;
  const server = await startFaultServer(sandbox.fetch, plan);
  onTestFinished(() => server.close());
  const links = createLinksClient({ ...canary, baseUrl: server.origin + path, timeout: 1_000, deadline: 5_000, ...options });
  return { server, sandbox, links };
}

/** Makes every random wait as short as it can be. */
export function skipWaits(): void {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0);
  onTestFinished(() => random.mockRestore());
}

/** What a call threw; fails when it did not throw, or when what it threw shows a credential anywhere. */
export async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  const value = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in value) {
    expect(findSecrets(value.error)).toEqual([]);
    return value.error;
  }
  throw new Error(`It was expected to throw, and gave ${JSON.stringify(value.value)}.`);
}

/** All that an iteration gives. */
export async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}
