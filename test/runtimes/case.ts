import type { ClientOptions, LinksClient } from 'paylinks';
import type { Control, World } from './world.js';

/** What a case works with. */
export interface Bench {
  readonly world: World;
  readonly control: Control;
  /** A client of the listening sandbox; retries are off unless asked for. */
  client(options?: Partial<ClientOptions>): LinksClient;
}

export type Case = (bench: Bench) => Promise<void>;

/** What the cases order. */
export const order = { product: 'Ceramic mug', amount: 18.5 };
let orders = 0;

/** An order with a reference that no other case uses. */
export function orderOnce(): { product: string; amount: number; reference: string } {
  return { ...order, reference: `order-${Date.now()}-${++orders}` };
}

/** How many creates with the reference the server acted on. */
export async function countCreates(control: Control, reference: string): Promise<number> {
  const entries = await control.journal();
  return entries.filter((entry) => entry.applied && entry.operation === 'createLink' && entry.reference === reference).length;
}
