import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the payer's browser is told. */
export interface Visit {
  /** The page to pay on. */
  readonly url?: string;
  /** Whose page it is. */
  readonly ntpID?: string;
  /** Payments of the order whose pages may still be paid on, as the client tells. */
  readonly stillPayable?: readonly string[];
  readonly paid?: boolean;
}

/** The shop's own code: what an integrator writes. */
export interface Shop {
  /** The payer presses "pay". */
  checkout(order: string, amount: number): Promise<Visit>;
  /** The payer comes back from the page. */
  returned(order: string): Promise<Visit>;
  notify(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Asks for every order that is not known to be paid, again until it knows. */
  reconcile(): Promise<void>;
  /** Pays a part of a paid order back. */
  refund(order: string, amount: number): Promise<void>;
}

/** How one shop is set up. */
export interface ShopSettings {
  readonly kind: string;
  readonly port: number;
  readonly file: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly posSignature: string;
  readonly publicKey: string;
}

/** Short waits, so that a run of many thousand orders ends in minutes; in milliseconds. */
export const patience = { timeout: 400, deadline: 3_000, retries: 3 } as const;

/** What a request may take beyond its deadline on a machine that is busy. */
export const grace = 1_000;
