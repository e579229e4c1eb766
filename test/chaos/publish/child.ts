import { InputError, ReferenceConflictError, createLinksClient } from '../../../src/index.js';
import type { LinksClient } from '../../../src/index.js';
import { canary } from '../../support/canary.js';
import { runWide } from '../wide.js';

/** What a process is to publish, as JSON in its command line. */
export interface Task {
  readonly process: string;
  readonly origin: string;
  readonly wait: number;
  /** Creates and publishes without a look, to see that the findings tell. */
  readonly careless: boolean;
  readonly orders: readonly Order[];
}

export interface Order {
  /** The account behind the server that it belongs to. */
  readonly account: number;
  readonly product: string;
  readonly amount: number;
  readonly reference: string;
}

/** What a process says about one order, as a line of JSON. */
export interface Told {
  readonly reference: string;
  /** The published link, or the error of a call that is made again. */
  readonly id?: string;
  readonly error?: string;
  /** The links of a conflict. */
  readonly links?: readonly string[];
}

const limits = { timeout: 1_000, deadline: 15_000, retries: 2 };
const width = 20;

/** Keeps calling `publishOnce` for each order until it succeeds. */
export async function runTask({ process, origin, wait, careless, orders }: Task, tell: (told: Told) => void): Promise<void> {
  const send: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...Object(init?.headers), 'x-chaos-process': process } });
  const clients = new Map<number, LinksClient>();
  const connect = (account: number): LinksClient => {
    const links = createLinksClient({ ...canary, ...limits, baseUrl: `${origin}/s${account}`, fetch: send, onDrift: () => undefined });
    clients.set(account, links);
    return links;
  };
  const publish = async ({ account, reference, ...order }: Order): Promise<void> => {
    const links = clients.get(account) ?? connect(account);
    for (;;) {
      try {
        const { id } = careless
          ? await links.publish(await links.create({ ...order, reference }))
          : await links.publishOnce({ ...order, reference }, { wait });
        return tell({ reference, id });
      } catch (error) {
        if (error instanceof InputError) throw error;
        const shown = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        if (!(error instanceof ReferenceConflictError)) tell({ reference, error: shown });
        else return tell({ reference, error: shown, links: error.links.map(({ id }) => id) });
      }
    }
  };
  const jobs = orders.map((order) => () => publish(order));
  await runWide(width, jobs, () => undefined);
}
