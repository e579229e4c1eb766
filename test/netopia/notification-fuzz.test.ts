import { describe, expect, it } from 'vitest';
import { fuzzNotifications } from './support/notification-fuzz.js';

describe('verifyNotification', () => {
  it('gives the verdict of jose and of node:crypto on mutated tokens and bodies', async () => {
    const { accepted, refused, disagreements } = await fuzzNotifications(600, 'gate');
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(300);
  });
});
