import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  createLinksClient,
  InputError,
  LinksError,
  NotFoundError,
  ReferenceConflictError,
  ResponseError,
  ServerError,
  TimeoutError,
  TransitionError,
} from 'paylinks';
import type { LinksClient, ClientOptions } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';
import { equal, expose, hold, rejection, rejectionOf } from './expect.js';
import { elsewhere, type Control, type World } from './world.js';

/** What a case works with. */
export interface Bench {
  readonly world: World;
  readonly control: Control;
  /** A client of the listening sandbox; retries are off unless asked for. */
  client(options?: Partial<ClientOptions>): LinksClient;
}

export type Case = (bench: Bench) => Promise<void>;

const order = { product: 'Ceramic mug', amount: 18.5 };
let orders = 0;

/** An order with a reference that no other case uses. */
function orderOnce(): { product: string; amount: number; reference: string } {
  return { ...order, reference: `order-${Date.now()}-${++orders}` };
}

/** How many creates with the reference the server acted on. */
async function countCreates(control: Control, reference: string): Promise<number> {
  const entries = await control.journal();
  return entries.filter((entry) => entry.applied && entry.operation === 'createLink' && entry.reference === reference).length;
}

/** What each runtime must do, by name. */
export const cases: Readonly<Record<string, Case>> = {
  'walks a link through its life': async ({ client }) => {
    const links = client();
    const draft = await links.create(order);
    const live = await links.publish(draft);
    const paused = await links.unpublish(live);
    const again = await links.publish(paused);
    const closed = await links.close(again);
    equal(
      [draft, live, paused, again, closed].map(({ status }) => status),
      ['draft', 'published', 'unpublished', 'published', 'closed'],
      'the way',
    );
    equal((await links.get(draft.id)).status, 'closed', 'the status read back');
    hold(
      (await links.list()).some(({ id }) => id === draft.id),
      'the list has the link',
    );
  },

  'refuses bad input before anything is sent': async ({ client, control }) => {
    const error = await rejectionOf(client().create({ product: '', amount: 0.1 + 0.2 }), InputError);
    equal(error.issues.map(({ path }) => path).sort(), ['amount', 'product'], 'the fields');
    equal(error.outcome, 'not-sent', 'the outcome');
    equal(await control.journal(), [], 'the journal');
  },

  'tells an illegal step by its class': async ({ client }) => {
    const links = client();
    const { id } = await links.close(await links.create(order));
    const error = await rejectionOf(links.publish(id), TransitionError);
    equal([error.from, error.action, error.allowed], ['closed', 'publish', []], 'what it carries');
  },

  'gives each status its class': async ({ client, control }) => {
    const missing = await rejectionOf(client().get('no-such-link'), NotFoundError);
    hold(missing instanceof ApiError && missing instanceof LinksError, 'NotFoundError is an ApiError and a LinksError');
    equal([missing.name, missing.status, missing.outcome], ['NotFoundError', 404, 'rejected'], 'the error');
    await control.inject({ operation: 'createLink', fault: 'status', code: 503, times: 1 });
    equal((await rejectionOf(client().create(order), ServerError)).outcome, 'unknown', 'the outcome of a 503 to a create');
  },

  'retries a read, and says so': async ({ client, control }) => {
    const attempts: number[] = [];
    await control.inject({ operation: 'listLinks', fault: 'status', code: 503, headers: { 'retry-after': '0' }, times: 1 });
    await client({ retries: 2, onAttempt: ({ attempt }) => void attempts.push(attempt) }).list();
    equal(attempts, [1, 2], 'the attempts');
  },

  'gives the caller its own reason when it aborts': async ({ client, control }) => {
    const reason = { stop: 'please' };
    for (const fault of ['stall-headers', 'stall-body'] as const) {
      await control.inject({ operation: 'listLinks', fault, times: 1 });
      const controller = new AbortController();
      const call = rejection(client().list({ signal: controller.signal }));
      setTimeout(() => controller.abort(reason), 100);
      hold((await call) === reason, `the reason comes through while ${fault}`);
    }
    hold(
      (await rejection(client().list({ signal: AbortSignal.abort(reason) }))) === reason,
      'the reason of an earlier abort comes through',
    );
  },

  'bounds the headers and the body by the timeout': async ({ client, control }) => {
    for (const fault of ['stall-headers', 'stall-body'] as const) {
      await control.inject({ operation: 'getLink', fault, times: 1 });
      const { id } = await client().create(order);
      const error = await rejectionOf(client({ timeout: 150 }).get(id), TimeoutError);
      equal(error.limit, 'timeout', `the limit while ${fault}`);
    }
  },

  'never follows a redirect': async ({ client, control, world }) => {
    await control.inject({ operation: 'createLink', fault: 'redirect', location: world.control + elsewhere, times: 1 });
    const error = await rejectionOf(client().create(order), ApiError);
    equal(error.outcome, 'unknown', 'the outcome');
    equal(await control.visits(), 0, 'the requests that reached the other place');
  },

  'refreshes a token once for all calls under way': async ({ client, world }) => {
    let asked = 0;
    const token = (): string => (++asked === 1 ? 'stale-token' : world.credentials.token);
    const links = client({ token });
    await links.list();
    equal(asked, 2, 'how often the token was asked for');
  },

  'throws AuthenticationError for a wrong fixed token': async ({ client }) => {
    const error = await rejectionOf(client({ token: 'wrong-token' }).list(), AuthenticationError);
    hold(!expose(error).includes('wrong-token'), 'the token does not show');
  },

  'creates once when the answer is lost': async ({ client, control, world }) => {
    const once = orderOnce();
    await control.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });
    const found = await client()
      .createOnce(once, { settle: 5000 })
      .catch((error: unknown) => error);
    // A browser may have sent the create twice before the client could know.
    if (world.resends && found instanceof ReferenceConflictError) return equal(found.links.length, 2, 'the links in conflict');
    hold(found instanceof Object && 'id' in found, `a link is found, not ${String(found)}`);
    if (!world.resends) equal(await countCreates(control, once.reference), 1, 'the links on the server');
  },

  'says that a plain create may have acted': async ({ client, control, world }) => {
    const once = orderOnce();
    await control.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });
    const call = client({ retries: 2 }).create(once);
    if (world.resends)
      return void (await call.catch((error: unknown) => hold(error instanceof ConnectionError, 'it is a ConnectionError')));
    equal((await rejectionOf(call, ConnectionError)).outcome, 'unknown', 'the outcome');
    equal(await countCreates(control, once.reference), 1, 'the links on the server');
  },

  'calls a 200 with HTML no answer': async ({ client, control }) => {
    await control.inject({ operation: 'listLinks', fault: 'html', times: 1 });
    equal((await rejectionOf(client().list(), ResponseError)).status, 200, 'the status');
  },

  'reports drift and returns the link': async ({ client, control }) => {
    const reports: unknown[] = [];
    const { id } = await client().create(order);
    await control.inject({ operation: 'getLink', fault: 'drift', status: 'paused', times: 1 });
    const link = await client({ onDrift: (report) => void reports.push(report) }).get(id);
    equal([link.id, link.status], [id, 'unknown'], 'the link');
    hold(reports.length > 0, 'the drift is reported');
  },

  'tells a server that is not there': async ({ client, world }) => {
    const error = await rejectionOf(client({ baseUrl: world.closed }).create(order), ConnectionError);
    equal(error.outcome, world.tellsRefusal ? 'not-sent' : 'unknown', 'the outcome');
  },

  'shows no secret anywhere': async ({ client, control, world }) => {
    const links = client();
    const shown = [expose(links), String(links), JSON.stringify(links)];
    for (const fault of ['drop-before', 'truncate', 'html', 'redirect'] as const) {
      await control.reset();
      // Without end, since some runtimes send a read again by themselves when its connection dies.
      await control.inject({ operation: 'listLinks', fault });
      const error = await rejectionOf(links.list(), LinksError);
      shown.push(expose(error), String(error.stack), JSON.stringify(error));
    }
    await control.inject({
      operation: 'createLink',
      fault: 'status',
      code: 400,
      body: { message: `${world.credentials.token} is odd` },
      times: 1,
    });
    shown.push(expose(await rejectionOf(links.create(order), ApiError)));
    hold(
      !shown.some((text) => text.includes(world.credentials.token) || text.includes(world.credentials.appKey)),
      'neither key nor token shows',
    );
  },

  'runs against a sandbox in its own process': async () => {
    const sandbox = createSandbox();
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const live = await links.publish(await links.create(order));
    equal([live.status, sandbox.links.length], ['published', 1], 'the link');
  },
};
