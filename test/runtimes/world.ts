import type { Fault, JournalEntry } from 'paylinks/sandbox';

/** Where the suite finds its server, and what its runtime is known to do. Plain JSON, so that it reaches every runtime. */
export interface World {
  readonly credentials: { readonly appKey: string; readonly token: string; readonly baseUrl: string };
  /** The address that arms faults and tells what the server saw. */
  readonly control: string;
  /** A loopback address where nothing listens. */
  readonly closed: string;
  /** Whether the runtime may deliver one POST twice by itself, as browsers do. */
  readonly resends: boolean;
  /** Whether the runtime's errors tell that a request never left. */
  readonly tellsRefusal: boolean;
}

/** What became of one case. */
export interface Result {
  readonly name: string;
  readonly error?: string;
}

/** Where a redirect of the suite points; the owner of the sandbox counts who comes. */
export const elsewhere = '/elsewhere';

/** The server as the suite steers it. */
export interface Control {
  inject(fault: Fault): Promise<void>;
  journal(): Promise<JournalEntry[]>;
  /** How many requests reached the place that a redirect points to. */
  visits(): Promise<number>;
  /** Takes all faults away and starts the journal anew. */
  reset(): Promise<void>;
}

/** Reaches the sandbox's owner over HTTP, since the suite runs in other processes and in browsers. */
export function createControl(address: string): Control {
  const send = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(address + path, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The server refused ${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    inject: async (fault) => void (await send('/inject', fault)),
    // The owner answers with its own journal, as JSON.
    journal: async () => (await send('/journal', {})) as JournalEntry[],
    visits: async () => Number(await send('/visits', {})),
    reset: async () => void (await send('/reset', {})),
  };
}
