import type { Page } from 'playwright-core';

/** Where the sandbox listens, and its credentials: what `sandbox.listen()` and `sandbox.credentials` give. */
export interface Sandbox {
  readonly url: string;
  readonly appKey: string;
  readonly token: string;
}

/** Clicks the shop's button while the sandbox loses the answer to the create; gives the address the payer ends up at. */
export async function payThoughTheAnswerIsLost(page: Page, shop: string, { url, appKey, token }: Sandbox): Promise<string> {
  await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'x-app-key': appKey, Authorization: token, 'Content-Type': 'application/json' },
    body: JSON.stringify({ operation: 'createLink', fault: 'drop-after', times: 1 }),
  });
  await page.goto(shop);
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.waitForURL('**/pay/**');
  return page.url();
}
