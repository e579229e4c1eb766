import {
  ApiError,
  AuthenticationError,
  createLinksClient,
  InputError,
  PaylinksError,
  NotFoundError,
  ServerError,
  TransitionError,
} from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';
import { order, type Case } from './case.js';
import { equal, expose, hold, rejectionOf } from './expect.js';

/** What each runtime must do while nothing goes wrong on the way. */
export const plainCases: Readonly<Record<string, Case>> = {
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
    hold(missing instanceof ApiError && missing instanceof PaylinksError, 'NotFoundError is an ApiError and a PaylinksError');
    equal([missing.name, missing.status, missing.outcome], ['NotFoundError', 404, 'rejected'], 'the error');
    await control.inject({ operation: 'createLink', fault: 'status', code: 503, times: 1 });
    equal((await rejectionOf(client().create(order), ServerError)).outcome, 'unknown', 'the outcome of a 503 to a create');
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

  'reports drift and returns the link': async ({ client, control }) => {
    const reports: unknown[] = [];
    const { id } = await client().create(order);
    await control.inject({ operation: 'getLink', fault: 'drift', status: 'paused', times: 1 });
    const link = await client({ onDrift: (report) => void reports.push(report) }).get(id);
    equal([link.id, link.status], [id, 'unknown'], 'the link');
    hold(reports.length > 0, 'the drift is reported');
  },

  'runs against a sandbox in its own process': async () => {
    const sandbox = createSandbox();
    const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });
    const live = await links.publish(await links.create(order));
    equal([live.status, sandbox.links.length], ['published', 1], 'the link');
  },
};
