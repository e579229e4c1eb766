import { describe, expect, it } from 'vitest';
import { createNotificationHandler } from '../../../src/netopia-notifications.js';
import { createPaymentsSandbox } from '../../../src/netopia-sandbox.js';
import { createPost, order } from './support.js';

/** A shop whose handler is the package's own, beside a sandbox that notifies it. */
async function openShop() {
  const paid: string[] = [];
  const problems: unknown[] = [];
  const sandbox = createPaymentsSandbox({ now: () => Date.UTC(2026, 10, 25), notify: (request) => handler(request) });
  const { posSignature } = sandbox.credentials;
  const get = async ({ ntpID }: { readonly ntpID: string }) => ({ phase: sandbox.find(ntpID)?.settled === undefined ? 'open' : 'paid' });
  const handler = createNotificationHandler(
    { posSignature, get },
    { keys: [sandbox.publicKey], onPayment: ({ id }) => paid.push(id), onProblem: (problem) => problems.push(problem) },
  );
  const { body } = await createPost(sandbox)('/payment/card/start', order('1042-k3v9q2xw'));
  return { sandbox, paid, problems, ntpID: String(body['payment']?.['ntpID']) };
}

describe('the notification handler at the sandbox', () => {
  it('believes what the sandbox signs and answers 200', async () => {
    const { sandbox, paid, problems, ntpID } = await openShop();
    await sandbox.pay(ntpID);
    expect([paid, problems]).toEqual([[`${ntpID}:paid`], []]);
    expect(sandbox.deliveries[0]?.response).toEqual({ status: 200, body: '{"errorType":0,"errorCode":0,"errorMessage":""}' });
  });

  it.each([
    ['notification-reserialised', 503],
    ['notification-wrong-key', 503],
    ['notification-hs512', 400],
  ] as const)('does not believe %s, and answers %i', async (fault, status) => {
    const { sandbox, paid, problems, ntpID } = await openShop();
    sandbox.inject({ fault, times: 1 });
    await sandbox.pay(ntpID);
    expect([paid, problems.length, sandbox.deliveries[0]?.response?.status]).toEqual([[], 1, status]);
    await sandbox.advance(60_000);
    expect(paid).toEqual(status === 503 ? [`${ntpID}:paid`] : []);
  });
});
