import { describe, expect, it } from 'vitest';
import { faults } from '../support/faults.js';
import { createClient, createWire, order, skipWaits, thrownBy } from '../support/fixtures.js';
import { ambiguousFaults, hasCreated, onPost } from '../support/harm.js';
import { createScript, json } from '../support/script.js';

describe('create', () => {
  it.each(Object.keys(ambiguousFaults))('sends one POST at "%s" and never calls an applied one a failure', async (name) => {
    const { links, server } = await createWire(onPost(ambiguousFaults[name]), { timeout: 150 });
    const result = await links.create(order).then(
      (link) => ({ link }),
      (error: unknown) => ({ error }),
    );
    expect(server.ledger.entries).toHaveLength(1);
    if ('error' in result) expect(result.error).toMatchObject({ outcome: 'unknown', operation: 'createLink' });
    else expect(hasCreated(server.ledger.entries)).toBe(true);
  });

  it.each(['head', 'connection'] as const)('is called unknown when its %s is cut off', async (point) => {
    for (const act of ['reset', 'end'] as const) {
      const { links } = await createWire({ [point]: () => act }, { timeout: 60 });
      expect(await thrownBy(links.create(order))).toMatchObject({ outcome: 'unknown' });
    }
  });

  it.each(['warm reset before apply', 'warm reset after apply', 'warm end after apply'] as const)(
    'is delivered once at a "%s", where runtimes like to send again',
    async (name) => {
      skipWaits();
      const { links, server } = await createWire(onPost(faults[name]), { timeout: 200 });
      for (let round = 0; round < 20; round += 1) {
        await links.list();
        await links.create({ ...order, product: `warm ${round}` }).catch(() => undefined);
      }
      const posts = server.ledger.entries.filter((entry) => entry.method === 'POST');
      expect(posts.some((entry) => entry.turn > 1)).toBe(true);
      expect(posts).toHaveLength(20);
    },
  );

  it.each([409, 422])('answered %i is refused for certain', async (status) => {
    const links = createClient(createScript(json({ message: 'Taken.' }, status)).fetch);
    expect(await thrownBy(links.create({ ...order, reference: 'r-64' }))).toMatchObject({ status, outcome: 'rejected' });
  });
});
