import { createLinksClient, PaylinksError, type LinksClient, type PaymentLink } from '../../src/index.js';
import { canary, findSecrets } from './canary.js';

/** What came of one call in another runtime, as far as it can be told in JSON. */
export interface Told {
  readonly call: string;
  readonly status?: string;
  readonly error?: { readonly name: string; readonly outcome?: string; readonly typed: boolean };
  readonly leaks: readonly string[];
  readonly took: number;
}

export interface Task {
  /** One account with one draft for each fault, so that the server knows which to cause; one that stalls is not waited for as long. */
  readonly accounts: readonly { readonly baseUrl: string; readonly draft: string; readonly stalls: boolean }[];
  /** Nobody listens here. */
  readonly closed: string;
}

export interface Tale {
  readonly stories: readonly (readonly Told[])[];
  readonly refused: Told;
  /** Reasons of aborted calls that came back as they were given. */
  readonly reasons: readonly boolean[];
  readonly unhandled: number;
}

/** Milliseconds that no attempt takes on a busy machine unless it stalls; looking for a created link may take as long. */
const patience = 5_000;
const limits = { timeout: patience, deadline: 12 * patience, retries: 2 };
const impatient = { ...limits, timeout: 300 };

/** Makes each kind of call once against every fault; the same code runs on every runtime. */
export async function runSocketCases({ accounts, closed }: Task): Promise<Tale> {
  let unhandled = 0;
  process.on('unhandledRejection', () => (unhandled += 1));
  const stories = await Promise.all(
    accounts.map(async ({ baseUrl, draft, stalls }, index) => {
      // One after the other, so that starting up does not look like a slow server.
      await new Promise((resolve) => setTimeout(resolve, index * 30));
      return tellAll(createLinksClient({ ...canary, ...(stalls ? impatient : limits), baseUrl }), draft);
    }),
  );
  const refused = await tell('create', () =>
    createLinksClient({ ...canary, ...limits, baseUrl: closed }).create({ product: 'x', amount: 1 }),
  );
  const reasons = await Promise.all([new Error('left'), 'left', null, 7].map((reason) => isKept(accounts[0]?.baseUrl ?? closed, reason)));
  return { stories, refused, reasons, unhandled };
}

async function tellAll(links: LinksClient, draft: string): Promise<Told[]> {
  // Warms the connection, so that faults for warm ones are met.
  await links.get(draft).catch(() => undefined);
  const create = await tell('create', () => links.create({ product: 'plain', amount: 1 }));
  await links.get(draft).catch(() => undefined);
  const publish = await tell('publish', async () => links.publish(await readDraft(links, draft)));
  const read = await tell('get', () => links.get(draft));
  const once = await tell('createOnce', () => links.createOnce({ product: 'once', amount: 1, reference: 'r-once' }, { settle: patience }));
  return [create, publish, read, once];
}

async function readDraft(links: LinksClient, id: string): Promise<PaymentLink<'draft'>> {
  const link = await links.get(id);
  if (link.status !== 'draft') throw new Error(`Link ${id} is ${link.status}.`);
  return link;
}

async function tell(call: string, work: () => Promise<{ readonly status: string }>): Promise<Told> {
  const start = performance.now();
  try {
    const link = await work();
    return { call, status: link.status, leaks: findSecrets(link), took: performance.now() - start };
  } catch (error) {
    const typed = error instanceof PaylinksError;
    const name = error instanceof Error ? error.name : String(error);
    return {
      call,
      error: { name, typed, ...(typed && { outcome: error.outcome }) },
      leaks: findSecrets(error),
      took: performance.now() - start,
    };
  }
}

async function isKept(baseUrl: string, reason: unknown): Promise<boolean> {
  const controller = new AbortController();
  const links = createLinksClient({ ...canary, baseUrl: `${baseUrl}/hang` });
  const caught = links.get('1', { signal: controller.signal }).catch((error: unknown) => error);
  setTimeout(() => controller.abort(reason), 20);
  return (await caught) === reason;
}
