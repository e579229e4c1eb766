import { expect, it } from 'vitest';
import { createFixture, isGenuine } from './support.js';

it('takes 2,000 payments through start, page, notification and status within ten seconds of work', async () => {
  const { sandbox, start, status, shop } = createFixture();
  // The processor's time: other workers on the machine do not count.
  const began = process.cpuUsage();
  for (let order = 0; order < 2_000; order += 1) {
    const { body } = await start(`order-${order}`);
    const ntpID = String(body['payment']?.['ntpID']);
    await sandbox.pay(ntpID);
    expect((await status(ntpID)).body['payment']?.['status']).toBe(3);
  }
  const { user, system } = process.cpuUsage(began);
  const duration = (user + system) / 1000;
  expect(shop.received).toHaveLength(2_000);
  expect(sandbox.deliveries.slice(-5).every((delivery) => isGenuine(delivery, sandbox.publicKey))).toBe(true);
  console.log(`2,000 payments in ${(duration / 1000).toFixed(1)} s`);
  expect(duration).toBeLessThan(10_000);
});
