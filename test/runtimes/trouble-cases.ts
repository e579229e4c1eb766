import { ApiError, ConnectionError, PaylinksError, ReferenceConflictError, ResponseError, TimeoutError } from 'paylinks';
import { countCreates, order, orderOnce, type Case } from './case.js';
import { equal, expose, hold, rejection, rejectionOf } from './expect.js';
import { elsewhere } from './world.js';

/** What each runtime must do when the connection, the server or time is against it. */
export const troubleCases: Readonly<Record<string, Case>> = {
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
      const error = await rejectionOf(links.list(), PaylinksError);
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
};
