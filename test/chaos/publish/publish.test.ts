import { describe, expect, it } from 'vitest';
import { formatPublishing, runPublishing } from './index.js';

describe('publishOnce in three processes that are killed', { timeout: 180_000 }, () => {
  it('publishes one link for each reference, closes none that was live, and succeeds for whoever keeps calling', async () => {
    const report = await runPublishing({ references: 8, seed: '1', rate: 0.3, wait: 2_000, lag: 900 });
    expect(report.findings).toEqual({ P1: [], P2: [], P3: [], P4: [] });
    expect(report.kills).toBeGreaterThan(0);
    expect(report.faults).toBeGreaterThan(5);
    expect(formatPublishing(report)).toMatch(/P1 references with two links published, at any time +\| +0 \|/);
  });

  it('is caught when it creates and publishes without a look', async () => {
    const report = await runPublishing({ references: 4, seed: '1', rate: 0.1, wait: 0, lag: 900, careless: true });
    expect(report.findings.P1).not.toEqual([]);
  });
});
